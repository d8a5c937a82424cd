"""Bytes in, bytes out: one short file a wire."""
