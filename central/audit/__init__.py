"""Audit: what staff and machines did that an auditor asks for."""
