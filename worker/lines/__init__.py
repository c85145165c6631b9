"""The lines of portraits: those an artist would sketch, many portraits' at once, and how much of a
drawing lies on them."""
