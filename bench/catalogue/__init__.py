"""The catalogue under load: what residents ask for, found among thousands of items; thousands of items brought in."""
