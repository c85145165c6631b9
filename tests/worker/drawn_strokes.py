"""Strokes as the worker reads them from a sketch."""

from __future__ import annotations

import numpy as np

from worker.files.recording import Recording, Stroke
from worker.reading import sketch
from worker.reading.ink_trace import Strokes, ridges, spread_out


def drawn(*lines: np.ndarray) -> Strokes:
    """Strokes read back from the ink of polylines [n, 2] in frame units."""
    strokes = tuple(
        Stroke(tuple((float(x), float(y), 1.0) for x, y in line * 512), 3.0) for line in lines
    )
    ink = Recording(512, 512, strokes).ink(len(strokes), 512)
    return spread_out(ridges(sketch.prepare(ink, 512, 256)))
