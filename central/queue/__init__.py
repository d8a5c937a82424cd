"""Queue: tickets and calls."""
