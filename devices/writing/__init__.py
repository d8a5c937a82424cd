"""Handwriting: a finger's strokes to characters."""
