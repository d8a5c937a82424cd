"""One hall service each. A flow is pure: ``step(state, event) -> (state, effects)`` and ``view_of(state) -> View``.

It imports no Kivy, no requests, no serial and no clock; what time it is comes in with an event.
"""
