"""Errors whose message an artist reads in their own language."""

from __future__ import annotations

from typing import Any

from .texts.phrase import phrase
from .texts.table import Texts


class PhrasedError(Exception):
    """Carries a ``phrase``; its own text is that phrase in English."""

    def __init__(self, key: str, **values: Any) -> None:
        self.phrase = phrase(key, **values)
        super().__init__(Texts().of(self.phrase))
