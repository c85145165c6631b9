"""Model packs: found, checked, and their networks run."""
