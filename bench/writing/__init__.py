"""How well handwriting is read: ``python -m bench.writing``."""
