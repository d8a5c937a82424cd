"""Draws views and returns touches; the only package that knows Kivy."""
