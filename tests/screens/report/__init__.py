"""Every row of the accessibility table that software can test, measured on every view: figure, limit, worst place."""
