"""Everything at the end of a cable: bytes in, typed facts out. Knows no hall, no language and no window."""
