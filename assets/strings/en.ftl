### English. Awaits review (reviewers.toml). Plain words, one thought a sentence, sentence case, "you" and active verbs.
### Straight apostrophes only: the Han face draws curly ones as wide as a Han character.

## Toolbar, on every view

tool-lang-zh = 中文
    .spoken = Chinese
    .lang = zh
tool-lang-en = English
tool-lang-mn = ᠮᠣᠩᠭᠣᠯ
    .spoken = Mongolian
    .lang = mn
tool-lang-ug = ئۇيغۇرچە
    .spoken = Uyghur
    .lang = ug
tool-lang-bo = བོད་ཡིག
    .spoken = Tibetan
    .lang = bo
tool-size = Text size
    .spoken = Text size, now at step { $step }
tool-voice-off = Sound off
tool-voice-on = Sound on
tool-settings = Settings
    .spoken = Settings: see and hear better
tool-help = Call a helper
go-back = Back
go-home = Home
next-page = Next
    .spoken = Next page
previous-page = Previous
    .spoken = Previous page
repeat = Say it again

## Home

starting-title = Starting, please wait
home-title = What would you like to do?
home-card = If you have your ID card or social security card, lay it on the reader first
home-touch = No card? Touch below
home-reader-down = One card reader is out of order. If yours is not read, touch below
home-hours = Open today { $hours }
home-closed = Closed today
home-lost = No connection, so no tickets just now. Please go to the help desk
line-waiting = { $count ->
        [0] No waiting
        [one] { $count } person ahead
       *[other] { $count } people ahead
    }
line-closed = Closed now
line-opens = Opens at { $time }
line-books = Closed now, can be booked
line-opens-books = Opens { $time }, can be booked
line-no-window = No window open yet
line-name = { $name }

## The card

card-title = Lay your ID card or social security card here
card-line = You chose: { $line }
card-elder = If you are { $age } or older, your card gives you priority
card-none = No card, just take a ticket
take-plain = Just take a ticket
card-priority = I need priority
card-booked = I booked a time: type the code
card-reading = Reading your card, please leave it there
who = Hello { $name }, card number ending { $tail }
confirm-title = Choose what you need to get a ticket
confirm-line-title = Is this you?
confirm-yes = Yes, take a ticket
confirm-not-me = Not me
priority-earned = You are { $age }, so you may have priority
priority-on = With priority
priority-off = Without priority
priority-title = Which one are you?
priority-note = Please show your proof at the window
priority-none = None of these, take an ordinary ticket
priority-name = { $name }

## Waiting

issuing-title = Getting your ticket
issuing-body = Please wait
retrying-body = The connection is slow, trying again

## The ticket

ticket-title = Your number is { $number }
ticket-number = { $number }
ticket-line = { $line }
ticket-ahead = { $count ->
        [0] Nobody is ahead of you, please be ready
        [one] { $count } person is ahead of you
       *[other] { $count } people are ahead of you
    }
ticket-wait = { $minutes ->
        [one] About { $minutes } minute to wait
       *[other] About { $minutes } minutes to wait
    }
ticket-wait-range = { $least } to { $most } minutes to wait
ticket-windows = Please wait near window { $windows } until you are called
ticket-area = Please wait in { $area } until window { $windows } calls you
ticket-priority = You have priority
ticket-appointment = Your turn follows the time you booked
ticket-earlier = You have a ticket: { $number }
ticket-still-good = It is still good, you need no other. If you lost the paper, print it again
ticket-called = Your number is being called now, please go to the window
ticket-printing = Printing your ticket
ticket-remember = Please remember your number, or scan with your phone
ticket-printed = Your ticket is printed, please take it below
ticket-not-printed = Your ticket was not printed, but your number is valid. Please remember it
ticket-uncertain = Your ticket may be incomplete, but your number is valid. Please remember it
ticket-scan = Scan with your phone to see how many are ahead
ticket-again = Print again
ticket-done = Done
ticket-card-back = Please take your card

## The code of an appointment
code-title = Type the six digits
code-empty = { $typed }
    .spoken = Nothing typed yet
code-typed = { $typed }
    .spoken = { $digits }
masked-typed = { $typed }
    .spoken = { $count ->
        [0] Nothing typed yet
        [one] One digit typed
       *[other] { $count } digits typed
    }
code-erase = Erase
code-enter = OK
digit = { $digit }

## Booking a time: one question a view

home-book = Appointments, visits, mandates
home-visit = Visits at home, mandates
book-title = What would you like?
book-new = Book a time to come
book-new-hint = No queue: come at your time
book-kept = See, change or cancel a booking
book-visit = Ask for a visit at home
book-visit-hint = If you cannot come, we come to you
card-book = Not today, another time
book-line-title = What is it about?
# Above the days, the times and the review: what the time is for.
book-line = For: { $line }
book-moving = To change: { $line }, { moment }
book-day-title = Which day will you come?
book-day-free = { $count ->
        [one] 1 time left
       *[other] { $count } times left
    }
book-day-special = { $name }
book-day-off = { moment-date }: closed, { $name }
# Somebody else was quicker and the day has nothing left.
book-day-full = That day has just filled up. Please choose another
book-none = Everything is booked for now
book-none-do = Please ask at the desk, or choose another service
book-time-title = At what time?
book-taken = { moment-time } has just gone
book-taken-do = These are the nearest times still free
book-all-times = Other times of this day
book-other-time = Another time
book-card-why = On the day the same card gives you your number
book-by-phone = No card: type a phone number
book-who-title = Please leave a phone number
phone-title = Please type your phone number
phone-why-book = We call it if anything changes
phone-why-visit = We call it first, and then we come
phone-typed = { $typed }
    .spoken = { $count ->
        [one] 1 digit so far
       *[other] { $count } digits so far
    }
phone-hear = Hear the number
phone-heard = The number you typed is
phone-digits = { $digits }
# The number itself for the eye alone; others may stand by.
who-phone = Phone { $phone }
    .spoken = Phone number ending { $end }
who-both = { $name }, phone { $phone }
    .spoken = { $name }, phone number ending { $end }
book-read-title = Is everything right?
book-when = When: { moment }
book-when-new = New time: { moment }
book-yes = Yes, book it
move-yes = Yes, change it
asking-slots = Looking for free days
asking-bookings = Looking for your booking
asking-book = Booking your time
asking-cancel = Cancelling
asking-visit = Sending your request

## What is booked

booked-title = Booked. This is your code
moved-title = Changed. Your code is the same
kept-title = Your booking
already-title = You are booked for that day already
code-number = { $number }
    .spoken = { $digits }
book-come = Please come on time and bring your card. Who comes late queues again
book-move = Another time
book-cancel = Cancel the booking
kept-card = Please lay the card you booked with
kept-code = No card: type the code
kept-several = Which one?
kept-no-card = This card has no booking
kept-no-card-do = If you booked by phone, type the code
cancel-title = Cancel this booking?
cancel-yes = Cancel it
cancel-no = Keep it
cancelled-title = It is cancelled
cancelled-do = The time is free for others. You can book again
booked-already = This phone number is booked for { moment }
booking-unreachable = No network. It is not known if it worked
booking-failed = Something went wrong. It did not work
booking-desk = Please try again, or ask at the desk
slip-printing = Printing
slip-printed = Printed. Please take the slip below
slip-not-printed = The slip was not printed, but all is done. Please remember the number above
slip-uncertain = The slip may be incomplete, but all is done. Please remember the number above
# A machine without a printer.
slip-remember = Please remember the number above

## A visit at home

visit-for-title = Who needs a visit?
visit-how = You leave a phone number. We call, and then we come
visit-free = The visit costs nothing
visit-for-self = I do
visit-for-other = Somebody in my family or next door
visit-need-title = What is it about?
visit-need-any = I will say on the phone
visit-group-title = Is one of these so?
visit-group-why = You need not say. If you do, it is written down for the staff who plan the visit, and nobody else
visit-group-frail = Needs care, or cannot get up
visit-group-disabled = Has a disability
visit-group-very-old = Over eighty
visit-group-ill = Is very ill
visit-group-alone = Lives alone
visit-group-left-behind = The children live far away
visit-group-none = None, or I would rather not say
visit-read-self = A visit for me
visit-read-other = A visit for somebody else
visit-read-any = What it is about: on the phone
visit-yes = Yes, ask for the visit
visit-again = No, start again
visit-asked-title = Done. This is your number
visit-called = We will call you and agree on a day
visit-phone = Questions: call { $phone } and say this number

## Days and times

# { $ahead }: how many days from today. { $weekday }: 1 is Monday. { $part }: am or pm, on a clock of twelve hours.
moment-date = { moment-weekday } { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
moment-weekday = { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
moment-day = { $ahead ->
        [0] Today, { moment-weekday }
        [1] Tomorrow, { moment-weekday }
       *[other] { moment-date }
    }
moment-time = { $part ->
        [am] { $clock } am
       *[pm] { $clock } pm
    }
moment = { moment-date }, { moment-time }
moment-opens = { $ahead ->
        [0] Opens today, { moment-time }
        [1] Opens tomorrow, { moment-time }
       *[other] Opens { moment-date }, { moment-time }
    }

## Looking for what one came to do

find = Find what you need
find-title = How would you like to look?
find-how = Not sure which line? Look here
find-letters = By its pinyin letters
find-writing = By writing with a finger
find-domains = By its kind
find-other = Something else
find-more = See all { $count }
letters-title = Press the letters
letters-how = The first letter of each character will do. For gao ling jin tie: G L J T
letters-none = Nothing found. Erase a letter, or put it in another way
letters-empty = _ _ _ _
    .spoken = No letter yet
letters-typed = { $typed }
    .spoken = { $letters }
letter = { $letter }
writing-title = Write one character
writing-written = { $written }
ink-how = Write with a finger in the square
    .spoken = Write with a finger in the square. If you cannot, go back and use the letters
ink-again = Not recognised. Please write it again
ink-char = { $char }
ink-undo = Undo a stroke
ink-clear = Start over
ink-other = None of these
domains-title = Choose a kind
domain-public_education = School and education
domain-employment = Work
domain-social_insurance = Pension and social card
domain-health_care = Health care
domain-elderly_care = Care for the elderly
domain-social_services = Help in need
domain-housing = Housing
domain-culture_sports = Culture and sports
domain-disability_services = Disability
domain-veterans = Veterans
domain-household_registration = Household and residence
domain-other = Other
found-title = Which one is it?
found-near = Not found as you put it; these come closest
found-none = Nothing found
found-written = You wrote: { $written }
write-on = Write one more
item-name = { $name }
shut-title = { $name } cannot be done now
shut-do = If it is urgent, call a helper

## Guides: what to know about an item

find-events = By what happened
find-people = By who you are
find-asked = What people ask for most
find-whole = Several things at once
find-village = What your village does
events-title = What happened in your family?
people-title = Who are you?
village-title = What of your village or community?
event-birth = A child is born
event-schooling = School
event-work = Looking for work
event-business = Opening a shop or a company
event-illness = Illness
event-housing = Housing
event-marriage = Marriage
event-retirement = Retirement
event-old_age = Old age
event-disability = Disability
event-hardship = Hardship
event-service = Joining or leaving the army
event-moving = Moving home
event-death = A death in the family
person-elder = An older person
person-parent = A parent
person-disabled = A person with a disability
person-veteran = A veteran
person-jobseeker = Looking for work
person-student = A student
person-farmer = A farmer or herder
person-business = A shop or company owner
village-certificates = Certificates
village-payments = Payments
village-relief = Relief in hardship
village-documents = Cards and documents
village-farming = Farming and herding
village-affairs = Community affairs
village-employment = Work and training
guide-text = { $text }
guide-numbered = { $place }. { $text }
guide-sample = This is a sample. What the window tells you counts
guide-parts = What it takes in
guide-bring = What to bring
guide-steps = How it is done
guide-terms = How long and how much
guide-places = Where to go
guide-online = By phone or online
guide-faq = What people ask
guide-parts-title = { $name }: what it takes in
guide-bring-title = { $name }: what to bring
guide-steps-title = { $name }: how it is done
guide-terms-title = { $name }: how long and how much
guide-online-title = { $name }: online
guide-places-title = { $name }: where to go
guide-faq-title = { $name }: what people ask
notice-held = You have brought all that is needed
guide-bring-none = You need to bring nothing
guide-check = Do I have everything?
guide-take = Take a number
guide-print = Print it to take home
guide-online-scan = Scan it with your phone to begin
guide-online-help = If it is hard, call a helper, who shows you how
guide-on-phone = An electronic licence on your phone will do
guide-scan = Scan it with a phone to keep it
guide-printing = Printing, please wait
guide-printed = Printed. Please take it
guide-not-printed = It was not printed
guide-uncertain = It may have been printed. Please look at the slot
guide-original = The original
guide-copies = { $count ->
    [one] 1 copy
   *[other] { $count } copies
  }
guide-both = { $count ->
    [one] The original and 1 copy
   *[other] The original and { $count } copies
  }
guide-source = Issued by: { $source }
guide-if-yes = Only if you answer yes: { $question }
guide-if-no = Only if you answer no: { $question }
guide-spot = It can be done here: { $how }
guide-promise = A written promise can stand in for it
guide-later = It may follow within { $days ->
    [one] 1 working day
   *[other] { $days } working days
  }
guide-step-place = At { $place }
guide-step-days = { $days ->
    [one] 1 working day at most
   *[other] { $days } working days at most
  }
guide-conditions = Who can get it
guide-time = How long it takes
guide-immediate = Done at once if you have everything
guide-promised = { $days ->
    [one] We promise: within 1 working day
   *[other] We promise: within { $days } working days
  }
guide-statutory = { $days ->
    [one] The rules allow 1 working day
   *[other] The rules allow { $days } working days
  }
guide-fee = What it costs
guide-visits-title = How often you have to come
guide-visits = { $count ->
    [0] You need not come at all
    [one] Once
   *[other] { $count } times
  }
guide-result = What you get
guide-procedures = What else there is to it
guide-whole = { $count } things at once; what they share is brought once
guide-in-whole = Do it together: { $name }
guide-ones = What is made simple
guide-one-notice = All that is missing is told at once
guide-one-form = One form
guide-one-papers = One set of papers
guide-one-window = One window
guide-one-online = Also online
guide-village = At your village's or community's station too
guide-delivery-counter = Collect it at the window
guide-delivery-post = It can be posted
guide-delivery-home = It can be brought to your home
guide-regional = You can do it here even if you live elsewhere
guide-phone = Telephone { $phone }
guide-enquiry = To ask a question
guide-complaints = If you are not satisfied
guide-gone = There is no guide to this now

## The notice: what is missing, told once

check-progress = { $place } of { $count }
check-card = You may lay your card first, so we know what we told you. You need not
check-yes = Yes
check-no = No
check-material = Do you have it with you: { $name }?
check-held = I have it
check-lacking = I don't
notice-complete = You have everything
notice-missing = { $count ->
    [one] 1 thing is missing
   *[other] { $count } things are missing
  }
notice-all = This is all of it. With these it can be done
notice-today = What is missing can be put right here, today
notice-recording = It is being noted
notice-recorded = Notice { $number }. We have noted it
notice-queued = The network is down. It is noted in this machine and will be sent
notice-not-kept = It could not be noted. Please print it
notice-second = You were not told everything the first time. That was our mistake, and it is noted
notice-print = Print this list

## On the papers of guides and notices

paper-version = Version { $version }, in force from { $year }-{ $month }-{ $day }
paper-printed = Printed { $year }-{ $month }-{ $day }
paper-fold = Fold along the dashes and keep it in your pocket
paper-keep = Scan it with a phone to keep it
paper-notice = Notice of what is missing
paper-notice-kept = Notice { $number }
paper-notice-number = Notice number
paper-notice-missing = { $count ->
    [one] This 1 thing is missing
   *[other] These { $count } things are missing
  }
paper-notice-rest = With all of these it can be done. If we ask for more, it is our mistake: please call { $phone }

## A mandate: an agent does it for the resident (代办)

guide-entrust = Have it done for me
asking-forms = Getting ready
asking-mandate = Your mandate is being noted
asking-progress = Looking up how far it is
asking-received = Your signature is being noted
entrust-title = Have it done for you: { $name }
entrust-read = Please read or listen first. We begin when you agree
entrust-yes = I agree
entrust-no = No, thank you
entrust-card-why = Your card says that it is you who asks
entrust-no-card = Your document is needed. Please have a helper come
entrust-helper = No card with me, call a helper
hand-title = What do you hand over?
hand-how = Keep the rest safe. You get originals back
hand-all = I hand over all of it
hand-on = { $count ->
    [0] Nothing for now
    [one] Only the 1 I chose
   *[other] Only the { $count } I chose
  }
papers-kept-title = Use what you gave us before?
papers-kept = We still have valid copies of these
papers-same = Use them, I bring none
papers-anew = No, I hand them over anew
entrust-kept = { $count ->
    [one] 1 paper that you gave us before is used again
   *[other] { $count } papers that you gave us before are used again
  }
phone-kept-title = Is your telephone still the same?
phone-kept = The number you left last time ends in { $end }
phone-same = The same, call this one
phone-other = Another one, or none
entrust-phone-why = We call this number if need be. You may leave none
entrust-no-phone = None
entrust-what = To be done for you: { $name }
entrust-within = { $days ->
    [one] Done within 1 working day of your signature
   *[other] Done within { $days } working days of your signature
  }
entrust-handed = { $count ->
    [0] No papers are handed over now
    [one] 1 paper is handed over
   *[other] { $count } papers are handed over
  }
entrust-sign = Yes, let me sign
sign-title = Please sign your name
sign-how = Write in the frame with a finger
    .spoken = Please write in the frame with a finger. If you cannot write, you can have a helper come
sign-done = Signed
sign-helper = I can't sign, call a helper
entrusted-title = It is in our hands. Number { $number }
entrusted-draft = Noted. Only your signature is missing. Number { $number }
entrusted-printing = The receipt and the form are being printed
entrusted-printed = Printed. Keep the receipt, give the form to the helper
entrusted-not-printed = The papers did not print, but it is noted. The same card finds it again
entrusted-uncertain = The papers may not be complete, but it is noted. The same card finds it again
entrusted-no-paper = You need not remember the number. The same card finds it again
entrusted-end = Done by { moment-date } at the latest
entrusted-no-end = The agent will tell you how long it takes
entrusted-unsigned = Work begins when you have signed
entrusted-handed = What you hand over
entrusted-give = Have a helper collect it, or give it at the window
entrusted-after = An agent takes it on and does it for you
entrusted-ask = To ask how far it is, lay the same card here
entrusted-sign-here = A helper is on the way and signs it together with you
entrusted-collect = Have a helper collect the papers
entrusted-pen = See whether the helper is coming

## How far a mandate is

mandates = How far is my mandate
mandates-card = Lay the card you gave it with
receipt-code = No card, use the code on my receipt
receipt-code-title = Type the eight digits on your receipt
receipt-end-title = Type the last four of your document or telephone number
mandates-away = The network is down. Mandates have to wait
mandates-none = No mandate was given with this card
mandates-none-do = If you have a receipt, type the code on it
mandate-codes-do = Please wait a minute, or lay the card you gave it with
trouble-other-receipt = Look again
closing-title = Do you have the result? Read this, then sign
closing-sign = All is right, let me sign
closing-helper = Not right, call a helper
progress-what = { $name }, number { $number }
progress-agent = Agent { $agent }
progress-late = The day we promised is over. We are sorry
progress-drafted = Your signature is missing
progress-accepted = Noted, waiting for an agent
progress-taken = { $agent } is doing it for you
progress-relayed = It is with { $office } now
progress-relayed-by = It is with { $agent } of { $office } now
progress-relayed-waits = It has come to { $office }, where somebody will take it on
progress-supplementing = Something is missing, please bring it
progress-done = It is done
progress-refused = It could not be done
progress-refused-told = It could not be done, and you have the answer
progress-posted = Done, and posted to you
progress-delivered = Done, and you have it
progress-withdrawn = You took the mandate back
progress-going = It is being done
progress-next = Next
progress-next-drafted = Please sign. A helper comes if you call
progress-next-accepted = An agent takes it on
progress-next-taken = The agent does it and tells you
progress-next-relayed = They finish there
progress-next-supplementing = Bring what is missing to the window
progress-next-done = The agent agrees with you: collect it, by post, or to your home
progress-next-refused = The agent tells you why, and you get your papers back
progress-next-posted = Please wait for the post
progress-act-accept = You signed
progress-act-take = { $who } took it on
progress-act-hand-over = Handed on to { $whom }
progress-act-relay = Sent to { $whom }
progress-act-take-over = { $who } of { $whom } took it on
progress-act-back = { $whom } is done
progress-back-refused = { $whom } could not grant it
progress-back-supplement = { $whom } says that something is missing
progress-back-recalled = Taken back from { $whom }
progress-act-review = Offices looked at it together
progress-act-pay = Paid or fetched for you: { $whom }
progress-act-pass-on = Given to you: { $whom }
progress-act-ask = Something was missing
progress-act-supply = You brought it
progress-act-finish = Done
progress-act-refused = Not granted
progress-act-post = Posted with { $carrier }
progress-act-counter = Given to you at the window
progress-act-home = Brought to your home
progress-act-confirm = You received it
progress-act-withdraw = You took it back
progress-act-return = Papers given back to you
progress-tracking = Tracking number { $number }
progress-until = Please bring it by { moment-date }

## On the papers of a mandate

paper-mandate-number = Mandate { $number }
paper-on = { $year }-{ $month }-{ $day }
paper-agent-later = When an agent has it, lay your card to see who, and print this again
paper-agent-phone = The agent's telephone
paper-id-end = Ends in { $tail }
paper-handed = Handed over
paper-signed = Signed by
paper-sign-here = Signature or mark:
paper-witness = Witness:
paper-sign-day = Date:

## On paper

paper-hall = { $hall }
paper-number = Your number
paper-line = Service
paper-line-name = { $name }
paper-windows = Window
paper-window-list = { $windows }
paper-area = Waiting area
paper-area-name = { $area }
paper-ahead = Ahead of you
paper-people = { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
paper-wait = Wait about
paper-minutes = { $minutes } min
paper-minutes-range = { $least } to { $most } min
paper-priority = Priority
paper-priority-class = Priority: { $name }
paper-issued = Issued { $time }
paper-clock = { $time }
paper-note = When called or shown, please go to the window. If you missed it, ask the staff
paper-scan = Scan to see the queue
paper-phone = Telephone { $phone }
paper-reprint = Reprint
paper-void = Void
paper-code = Your code
paper-day = Day
paper-time = Time
paper-come = Please come on time and bring your card. Lay it at the terminal or type the code to get your number
paper-change = To change or cancel: at the terminal, or call us
paper-visit = Visit at home, number
paper-visit-note = We will call you, ask what is needed and where you live, and agree on a day. The visit costs nothing

## Help

help-title = Calling a helper
help-body = Please wait here
help-queued = No connection, the staff have not been told yet. Please go to the help desk or call { $phone }
help-refused = The call did not get through
help-phone = Please go to the help desk or call { $phone }
help-desk = Please go to the help desk, somebody will help you there
help-coming = { $name } is on the way
help-minutes = { $minutes ->
        [one] In about { $minutes } minute
       *[other] In about { $minutes } minutes
    }
help-return = Back to where I was
help-names = Calling { $names }
help-seen = { $name } has seen it
help-further = Nobody has answered yet, so others are being called
help-late = Nobody has answered yet
help-still = We are still calling
help-nobody = No helper is on duty now
help-next = { $name } is on duty on { moment-date }, { moment-time }
help-next-phone = Telephone of { $name }: { $phone }
help-all = The people in the hall hear the bell too
help-came = Somebody has come
help-cancel = No need any more

## Something to tell the hall: praise, a suggestion, a complaint

opinion = Opinions, complaints
opinion-title = What would you like to tell us?
opinion-complaint = A complaint
opinion-complaint-hint = What went wrong
opinion-suggestion = A suggestion
opinion-suggestion-hint = What could be better
opinion-praise = Praise
opinion-praise-hint = Who did well
opinion-nameless = You need not say who you are
opinion-secret = You need not say who you are. Only those in charge see it
opinion-elsewhere = Rather not here? Call { $phone }
opinion-elsewhere-both = Rather not here? Call { $own } or { $phone }
opinion-complaint-title = What went wrong?
opinion-suggestion-title = What could be better?
opinion-praise-title = What was good?
opinion-topic-title = What else?
opinion-topic-attitude = Somebody was unfriendly
opinion-topic-slow = It took too long
opinion-topic-told-twice = I was not told everything at once
opinion-topic-mistake = A mistake was made
opinion-topic-inaction = They would not do their work
opinion-topic-misuse = Too many papers or fees were asked for
opinion-topic-graft = Favours were asked for
opinion-topic-place = The hall and its fittings
opinion-topic-other = Something else
opinion-topic-hours = Opening hours
opinion-topic-process = The steps it takes
opinion-topic-papers = The papers needed
opinion-topic-guide = Signs and explanations
opinion-topic-terminal = This machine
opinion-topic-kind = They were friendly
opinion-topic-fast = It was quick
opinion-topic-clear = It was well explained
opinion-topic-helper = Somebody helped me
opinion-more-title = Is there more to say?
opinion-more-none = No, that is all
opinion-more-topic = Add another
opinion-more-helper = I will speak, somebody writes
opinion-more-box = You can also write it on paper, for the box
opinion-answer-title = Shall we call you with the answer?
opinion-handled = We look into it either way
opinion-no-phone = Leave no number
opinion-phone = Leave my number
opinion-phone-why = We call this number with the answer
opinion-unnamed = Without name or number
opinion-named = Add my name { $name }
opinion-yes = Yes, send it to the hall
opinion-again = No, choose again
asking-opinion = Writing it down
opinion-told-title = We have got it. This is its number
opinion-due = You have an answer by { moment-date }
opinion-called = We call you with the answer
opinion-ask = To ask, name the number above at the desk
opinion-ask-phone = To ask, call { $phone } and name the number above
opinion-not-content = Not content with the answer? Call { $phone }
opinion-not-content-both = Not content with the answer? Call { $own } or { $phone }
opinion-praise-told = Thank you. We will tell them
paper-opinion = Number of your opinion
paper-opinion-due = Answer by
paper-opinion-day = { moment-date }
paper-opinion-thanks = Thank you for your praise, we will tell them
paper-opinion-called = We call the number you left with the answer
paper-opinion-ask = You left no telephone. To ask for the answer, name this number
paper-opinion-hotline = Not content with the answer? Call 12345, the city's service line

## The staff on show

staff = The staff
staff-title = Who works here
staff-complaints = Complaints: { $phone }
staff-name = { $name }
staff-post = { $name }, { $post }
staff-here = On duty now
staff-duty = { $duty }
staff-phone = Telephone { $phone }
staff-hours = { $days } { $hours }
    .spoken = On duty { $days } { $hours }
staff-hours-hall = Today { $hours }
    .spoken = On duty. Today { $hours }
staff-items = Can do for you: { $items }
staff-more = See the others
staff-print = Print the handbook to take home
paper-handbook = Helpers' handbook
paper-handbook-free = Help and errands are free of charge, and given only if you wish
paper-handbook-people = Who helps you
paper-handbook-items = What you may have done for you
paper-handbook-none = Please ask the helpers
paper-handbook-how = Come with your card and papers, or choose "Have it done for me" at the terminal
paper-handbook-version = Edition { $version }

## How to see and to hear

sight-title = See better
hearing-title = Hear better
set-size = Text size: step { $step }
    .spoken = Text size: step { $step } of { $count }
set-size-down = Smaller text
set-size-up = Larger text
set-colours = Colours
set-theme-white = Black text
set-theme-black-yellow = Yellow text
set-theme-black-cyan = Cyan text
set-theme-black-white = White text
set-theme-low-contrast = Soft colours
set-low = Lower keys
    .spoken = Lower keys, within reach when seated
set-low-on = The keys are lower now
set-low-off = The keys are back in their place
set-gain = Loudness: step { $step }
    .spoken = Loudness: step { $step } of { $count }
set-gain-down = Softer
set-gain-up = Louder
set-rate = Speed of speech: step { $step }
    .spoken = Speed of speech: step { $step } of { $count }
set-rate-down = Slower
set-rate-up = Faster
set-voice = Read to me
set-hearing = Hear better
set-sight = See better
set-reset = Usual settings
set-reset-done = All is as usual again

## Are you still there

still-title = Are you still there?
still-body = If nobody touches the screen, it goes back to the start
still-here = I am still here

## Rating at the window

pad-title = Welcome
pad-body = When you have finished, please rate us here
help-rate-title = How was the help you got?
rate-title = Were you satisfied with this service?
rate-number = Number { $number }
rate-body = You are free to rate or not. The staff cannot see your choice
rate-5 = Very satisfied
rate-4 = Satisfied
rate-3 = Mostly satisfied
rate-2 = Dissatisfied
rate-1 = Very dissatisfied
rate-skip = No rating
rate-saving = Saving your rating
rate-thanks = Thank you
rate-thanks-body = Your rating is saved
rate-lost = Sorry, your rating could not be saved

## The hall's display

board-title = Please go to the window
board-number = Number
board-window = Window
board-none = Please wait to be called
board-lost = No connection, please listen for the staff
poster-guide = Guide
poster-duty = Who helps you here
poster-bring = Bring: { $papers }
poster-bring-more = Bring { $count } papers: { $papers } ...
poster-immediate = Done at once. { $fee }
poster-promised = Within { $days } working days. { $fee }
poster-statutory = { $days } working days at most. { $fee }
poster-fee = { $fee }
poster-window = Here: { $line }, window { $windows }
poster-line = Here: choose { $line } at the terminal
poster-place = At: { $place }
board-call = { $number }, please go to window { $window }
    .clips = { $number } call-to { $window }

## Trouble: what happened, and what to do; then the instruction for the staff

trouble-retry = Try again
trouble-go-on = Go on without a card
trouble-other-card = Use another card
trouble-other-line = Choose something else
trouble-other-code = Type the code again

fault-reader-down = The card reader is out of order
fault-reader-down-do = You can take a ticket without a card
fault-reader-down-staff = Check the reader's cable and power
fault-reader-mute = The card reader does not answer
fault-reader-mute-do = You can take a ticket without a card
fault-reader-mute-staff = Unplug the reader, wait five seconds, plug it in again
fault-reader-garbled = The card was not read clearly
fault-reader-garbled-do = Please lift it and lay it down again
fault-reader-garbled-staff = Check the reader's cable; replace the reader if this keeps happening
fault-card-moved = The card was taken away too soon
fault-card-moved-do = Please lay it down again and wait for the sound
fault-card-moved-staff = Please show the resident how to lay the card still
fault-card-unreadable = This card cannot be read
fault-card-unreadable-do = Please lay it down again or use another card
fault-card-unreadable-staff = The chip may be broken; please register the resident by hand
fault-card-protected = The name on a new social security card cannot be read here
fault-card-protected-do = Please use your ID card, or take a ticket without a card
fault-card-protected-staff = Third-generation cards need a PSAM, which this terminal does not have
fault-card-unknown = This is not an ID card or a social security card
fault-card-unknown-do = Please use your ID card or social security card
fault-card-unknown-staff = Please help the resident find the right card
fault-printer-down = The printer is off
fault-printer-down-do = Your number is valid, please remember it
fault-printer-down-staff = Check the printer's power and cable
fault-printer-mute = The printer does not answer
fault-printer-mute-do = Please look whether a ticket came out. Your number is valid
fault-printer-mute-staff = Switch the printer off, wait five seconds, switch it on
fault-paper-out = The printer has run out of paper
fault-paper-out-do = Your number is valid, please remember it
fault-paper-out-staff = Please put in a new roll
fault-cover-open = The printer's cover is open
fault-cover-open-do = Your number is valid, please remember it
fault-cover-open-staff = Please close the printer's cover
fault-cutter-jam = Paper is stuck in the printer
fault-cutter-jam-do = Your number is valid, please remember it
fault-cutter-jam-staff = Please open the cover and take out the stuck paper
fault-printer-error = The printer has a fault
fault-printer-error-do = Your number is valid, please remember it
fault-printer-error-staff = Look at the printer's lamps; switch it off and on once
fault-pad-down = The rating pad is out of order
fault-pad-down-do = Please touch the screen
fault-pad-down-staff = Check the rating pad's cable
fault-keypad-down = The keys are out of order
fault-keypad-down-do = Please touch the screen
fault-keypad-down-staff = Check the keypad's cable
fault-voice-down = There is no sound just now
fault-voice-down-do = Please read the screen
fault-voice-down-staff = Check the loudspeaker and the sound card
fault-jack-down = The headphone socket does not work
fault-jack-down-do = Please read the screen, or call a helper
fault-jack-down-staff = Check the cable of the headphone socket

fault-writing-down = Handwriting cannot be read now
fault-writing-down-do = Please use the letters
fault-writing-down-staff = Handwriting recognition is not installed; see the set-up

refusal-unreachable = No connection, no ticket was taken
refusal-unreachable-do = Please try again, or take a ticket at the help desk
refusal-unreachable-staff = Check the network cable and the central service
refusal-busy = Many people are here and the machine is busy
refusal-busy-do = Please wait a moment and try again
refusal-busy-staff = Look at the log of the central service
refusal-not-enrolled = This machine is not in service yet
refusal-not-enrolled-do = Please take a ticket at the help desk
refusal-not-enrolled-staff = Give this terminal a new enrolment code on the management page
refusal-line-closed = This service is closed now
refusal-line-closed-do = Please choose another, or ask at the help desk
refusal-line-closed-staff = The hours of each service are set on the management page
refusal-window-closed = No window is open for this service now
refusal-window-closed-do = Please ask at the help desk, the staff will help you
refusal-window-closed-staff = Please open a window for this service
refusal-booking-unknown = This code was not found
refusal-booking-unknown-do = Please look at the code and try again, or just take a ticket
refusal-booking-unknown-staff = Look it up by date on the appointments page
refusal-codes-tried = Too many wrong codes
refusal-codes-tried-do = Please wait a minute before you type the code again, or just take a ticket
refusal-codes-tried-staff = Several wrong codes were typed here just now; look it up by date on the appointments page
refusal-mandate-unknown = No such mandate was found
refusal-mandate-unknown-do = Please check the code and the last four signs, and try again
refusal-mandate-unknown-staff = Look for it by its number on the page of mandates
refusal-not-offered = It cannot be signed for yet
refusal-not-offered-do = Have the agent hand you the result first, then try again
refusal-not-offered-staff = Press the button to sign at the terminal on the mandate's page; it holds for half an hour
refusal-booking-early = You are early for your appointment
refusal-booking-early-do = Please come back at the time you booked, or ask at the help desk
refusal-booking-early-staff = How many minutes early people may check in is set on the management page
refusal-booking-other-day = Your appointment is on another day
refusal-booking-other-day-do = Please come back on that day, or just take a ticket today
refusal-booking-other-day-staff = Look it up on the appointments page; it can be moved to today
refusal-booked-already = You are booked for that day already
refusal-booked-already-do = Choose another day, or look at that booking with its code
refusal-booked-already-staff = One booking a day for each person and service
refusal-slot-full = That time has just gone
refusal-slot-full-do = Please choose another time
refusal-slot-full-staff = Places per slot are set on the manager's page
refusal-slot-gone = That time cannot be booked any more
refusal-slot-gone-do = Please choose another time
refusal-slot-gone-staff = The hours were changed; the terminal updates itself
refusal-booking-spent = This booking was used or cancelled
refusal-booking-spent-do = You can book another time
refusal-booking-spent-staff = Look it up by day on the appointments page
refusal-quota-spent = No more tickets for this service today
refusal-quota-spent-do = Please choose another, or ask at the help desk for an appointment
refusal-quota-spent-staff = How many tickets a day and each time of day gives is set on the management page
refusal-line-unknown = This service is no longer offered
refusal-line-unknown-do = Please choose again
refusal-line-unknown-staff = The terminal's list of services is out of date and will update by itself
refusal-not-understood = Something went wrong, no ticket was taken
refusal-not-understood-do = Please take a ticket at the help desk
refusal-not-understood-staff = The terminal and the central service are of different versions

crash = Something went wrong
crash-do = Please begin again, or call a helper
crash-staff = The program recovered after an error; look at the log if this keeps happening

## Said, not shown

say-choice = Press { $label }
    .clips = say-press { $label }
say-press = Press
say-chosen = { $label } is chosen. Press again to cancel
say-taken = Now { $label }
say-not-now = { $label }, not available now

call-please = Please
call-to = please go to window
call-window = Window
digit-0 = zero
digit-1 = one
digit-2 = two
digit-3 = three
digit-4 = four
digit-5 = five
digit-6 = six
digit-7 = seven
digit-8 = eight
digit-9 = nine
number-10 = ten
letter-A = A
letter-B = B
letter-C = C
letter-D = D
letter-E = E
letter-F = F
letter-G = G
letter-H = H
letter-I = I
letter-J = J
letter-K = K
letter-L = L
letter-M = M
letter-N = N
letter-O = O
letter-P = P
letter-Q = Q
letter-R = R
letter-S = S
letter-T = T
letter-U = U
letter-V = V
letter-W = W
letter-X = X
letter-Y = Y
letter-Z = Z
