"""培训: who was taught what, for how long, and when it is due again."""
