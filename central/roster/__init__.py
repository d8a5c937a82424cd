"""Who of the staff is on duty, when, for what, and what of them is shown to residents."""
