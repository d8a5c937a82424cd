"""Rating pads and keypads."""
