"""The tests; ``kit`` holds what they share."""
