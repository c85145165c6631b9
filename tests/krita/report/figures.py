"""Few numbers out of many."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Trend:
    """A straight line through values: rise from one to the next, and how sure that is (twice
    the standard error)."""

    slope: float
    doubt: float


def trend(values: Sequence[float]) -> Trend:
    """The least-squares line through at least three values at 0, 1, 2, ..."""
    count = len(values)
    middle, mean = (count - 1) / 2, statistics.fmean(values)
    spread = sum((i - middle) ** 2 for i in range(count))
    slope = sum((i - middle) * (v - mean) for i, v in enumerate(values)) / spread
    rest = sum((v - mean - slope * (i - middle)) ** 2 for i, v in enumerate(values))
    return Trend(slope, 2 * (rest / (count - 2) / spread) ** 0.5)


def growth(values: Sequence[float], settled: float = 0.25, window: float = 0.1) -> float:
    """Share by which values grow from ``settled`` of the way on to the end: medians of windows
    of ``window`` of all."""
    width = max(1, round(len(values) * window))
    start = round(len(values) * settled)
    early, late = (
        statistics.median(values[start : start + width]),
        statistics.median(values[-width:]),
    )
    return late / early - 1
