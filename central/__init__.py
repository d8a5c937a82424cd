"""The central service: halls, lines, windows, tickets, calls, ratings. Speaks HTTP and shares no code with the terminals."""
