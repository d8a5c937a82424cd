"""Notices (一次性告知): what a resident was told is missing, all of it at once."""
