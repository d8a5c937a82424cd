"""How fast and how light the glass is, beside a browser that shows the same."""
