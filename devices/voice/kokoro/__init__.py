"""The neural voice: Kokoro-82M (Apache-2.0), run ahead of time where it is installed. ``script/kokoro`` installs it, in an
environment of its own: nothing else of the house needs its packages, and nothing here is imported by the rest.

``model`` puts the model together, ``phonemes`` spells sentences for it, ``__main__`` is the program: text in, samples out.
"""
