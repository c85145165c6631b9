"""Files that a person hands in or takes out: stroke recordings and pictures."""
