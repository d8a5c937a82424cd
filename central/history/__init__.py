"""History: what happened in a hall on a day, told from calls, windows and the audit."""
