"""Makes packs: the atelier, the networks and their training. ``models.portrait`` needs no torch."""
