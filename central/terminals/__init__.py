"""Terminals, displays and pads, with their credentials."""
