"""Measurements: what the service, the words and the voice cost. Never judged by the suite; what must be exact is asserted."""
