"""Catalogue: the items a hall serves."""
