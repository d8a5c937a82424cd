"""Appointments, and requests for a visit at home."""
