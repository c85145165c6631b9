"""Hair: crown, bangs, shine, side locks, back hair."""
