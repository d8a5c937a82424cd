"""优化建议: what the staff propose, the answer they are owed, and what came of it."""
