"""Card readers: transport + codec + recovery."""
