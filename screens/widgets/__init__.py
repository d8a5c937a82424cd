"""The pieces that screens are laid of."""
