"""What can go wrong, in words that say what to do."""

from __future__ import annotations


class StudioError(Exception):
    """Something asked for that the atelier does not have."""
