"""What becomes a layer of the artist's document, and when it may."""
