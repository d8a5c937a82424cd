"""Set-up: what a hall's manager changes while the hall is open."""
