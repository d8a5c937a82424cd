"""Whether a ticket costs the same in an empty database and in one with ten million past tickets."""
