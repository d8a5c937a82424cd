"""The voice: prepared clips first, then recordings that were sent, cached sentences, and a portable synthesiser in a process of
its own.

``sound`` handles samples; ``clips``, ``shelf`` and ``cache`` find prepared sound; ``engine`` says what a synthesiser is and
``program`` runs one; ``portable`` is the one that ships (its work is done in ``synthesise``, with ``pinyin``), ``kokoro`` one
that speaks ahead of time; ``studio`` goes through the layers, ``player`` makes it
audible and can be silenced at once, ``speech`` is one speech under way, ``speaker`` is the device. ``render`` prepares clips at
set-up; ``transcript`` writes down instead of speaking.
"""
