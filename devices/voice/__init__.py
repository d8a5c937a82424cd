"""Speech: prepared clips, cached sentences, the portable fallback, and a player that stops at once."""
