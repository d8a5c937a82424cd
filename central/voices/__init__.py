"""Voices: sentences of the catalogue spoken once, by a neural voice, for all terminals to fetch.

``schemas`` what is asked and answered, ``store`` the files, ``program`` the voice itself (a program of its own, niced),
``renderer`` the thread that works off what is wanted, ``service`` the rules, ``endpoints`` the two ways in.
"""
