"""Staff: who may do what, and their sessions."""
