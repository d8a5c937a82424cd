"""八有: what a hall finds when it looks at itself, once a quarter or when it likes."""
