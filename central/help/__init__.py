"""Calls for a helper (帮办)."""
