"""Strings, pictures, sample configuration. Fonts and voices are packages, installed by script/setup."""
