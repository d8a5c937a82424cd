"""Halls: lines, windows, opening hours."""
