"""Robots that do everything a resident can do: one with fingers that tremble, one with its eyes shut."""
