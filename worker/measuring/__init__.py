"""How long steps take, and on what machine."""
