"""Sockets for headphones."""
