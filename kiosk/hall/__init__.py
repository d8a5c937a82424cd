"""The central service as seen from a terminal."""
