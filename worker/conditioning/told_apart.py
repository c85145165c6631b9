"""Which samples of strokes are the mouth and the brows that were found."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from worker.conditioning.mouth_reading import ReadMouth
from worker.fit.kernel import squared_distances
from worker.reading.ink_trace import Strokes

#: How far (frame units) a stroke's sample may lie from one of a part's.
_SAME = 0.007


def told_apart(strokes: Strokes, mouth: ReadMouth | None, brows: Strokes | None) -> Strokes:
    """The ``strokes``, knowing which of them are the ``mouth``, of which nothing else is drawn, and
    which the ``brows``; None of which may be drawn all the same."""
    own = np.zeros(len(strokes), np.bool_)
    if mouth is not None:
        own |= _near(strokes, mouth.points)
    found = None if brows is None else _near(strokes, brows.points)
    return replace(strokes, mouth=own, brows=found)


def _near(strokes: Strokes, points: NDArray[np.float32]) -> NDArray[np.bool_]:
    return np.asarray((squared_distances(strokes.points, points) < _SAME**2).any(axis=1))
