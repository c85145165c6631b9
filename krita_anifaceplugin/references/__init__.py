"""Pictures of the artist's own, whose colours the suggestions take."""
