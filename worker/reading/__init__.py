"""From a sketch's pixels to what the encoder and the fit take: the canvas of ink, and strokes."""
