"""The same devices seen from the other end of the wire; they misbehave on request."""
