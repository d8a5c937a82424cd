"""Decides what a resident is shown and told. Draws nothing, opens no port."""
