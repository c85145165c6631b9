"""What can go wrong, in words that say what to do."""

from __future__ import annotations


class JudgeError(Exception):
    """The detector cannot be had or has failed."""
