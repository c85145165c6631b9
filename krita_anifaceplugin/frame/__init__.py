"""The guidance frame as the artist handles it: kept with the document, edited on the canvas."""
