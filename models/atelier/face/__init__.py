"""The face and its features but the eyes: contour, skin, ears, brows, nose, mouth."""
