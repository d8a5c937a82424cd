"""Every delay of the flows, in seconds, with the source of the figure. Timers are named for what ends."""

from __future__ import annotations

IDLE = 120.0  # without a touch, after the speech ended: "are you still there"; accessibility.md row 23, 2 to 5 minutes
STILL = 30.0  # the question stands this long; row 23, 20 to 45 s
WRITTEN = 0.6  # after a stroke, before the character is taken for finished: what it may be would else change under the finger
HELPER = 300.0  # a resident who waits for a helper is not idle
SPEECH = 180.0  # added while the machine speaks, so that a voice that dies in mid-sentence cannot hold a visit open
READING = 8.0  # a reader that said "a card is here" and then nothing
ISSUE = 20.0  # an answer to a request for a ticket, above the client's own time limits
RETRY = 1.5  # before the one retry that the terminal does by itself
PRINT = 60.0  # an answer from the printer, above the driver's own limits
HELP = 20.0  # an answer to a call for a helper, the same way

FRESH = 20.0  # a called number stays marked on the display
CALL = 12.0  # one call spoken, at most; then the next, whatever the voice does
STALE_CALL = 60.0  # a call older than this when it comes (a link that was down) is shown and not spoken

RATE = 60.0  # how long the five levels are offered before "offered, not rated" is recorded
THANKS = 5.0
SAVING = 15.0  # an answer to a rating, above the time to write it to the disk
