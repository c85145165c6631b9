"""What can go wrong, in words that say what to do."""

from __future__ import annotations


class EvaluationError(Exception):
    """Something cannot be measured; the message says what is missing."""
