"""How long each step of an answer takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Adds up wall-clock time by step."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, step: str) -> Iterator[None]:
        """Time a ``with`` block as ``step``."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - start
            self._seconds[step] = self._seconds.get(step, 0.0) + spent

    def milliseconds(self) -> dict[str, float]:
        """Time of every step so far, to a hundredth of a millisecond."""
        return {step: round(seconds * 1000, 2) for step, seconds in self._seconds.items()}
