"""Events: what happened in a hall, in order, pushed to whoever listens."""
