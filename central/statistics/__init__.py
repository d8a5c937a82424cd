"""What the past of a hall says: how long people waited, were served and did not come; and how fast its lines go."""
