"""What the commands of this folder need: the hall in a box, and the tour through it."""
