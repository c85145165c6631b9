"""How much of the kept sketches lies on guidance.

No code of the project drew them, so that packs of different ateliers compare by it. The sketches
name no parts: a stroke counts that lies on a line of any part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from worker.evaluation.answers import LineField, Subject
from worker.evaluation.measures import NEAR
from worker.evaluation.sketching import SIDE
from worker.files.recording import Recording

#: Shares of the strokes at which the sketches are answered.
STAGES = (0.25, 0.5, 0.75, 1.0)
#: Distance of samples along a stroke, in frame units.
_SPACING = 0.004


def followed(
    subject: Subject, sketches: Sequence[Recording], *, fit: bool = True
) -> Mapping[float, float]:
    """Mean share (0 to 1) of the strokes' length within ``measures.NEAR`` of detailed guidance,
    by stage; without ``fit`` as the networks alone would answer."""
    found = {}
    for stage in STAGES:
        shares = []
        for sketch in sketches:
            count = max(1, round(stage * len(sketch.strokes)))
            ink = sketch.ink(count, SIDE)
            lines = subject.answer(ink, 1).guidance if fit else subject.by_networks(ink)
            shares.append(_near(stroke_samples(sketch, count), lines))
        found[stage] = float(np.mean(shares))
    return MappingProxyType(found)


def stroke_samples(sketch: Recording, count: int) -> NDArray[np.float64]:
    """[n, 2] evenly along the first ``count`` strokes, in units of the largest centred square."""
    square = min(sketch.width, sketch.height)
    corner = np.array([sketch.width - square, sketch.height - square]) / 2
    samples = [np.zeros((0, 2))]
    for stroke in sketch.strokes[:count]:
        points = (np.array([point[:2] for point in stroke.points]) - corner) / square
        along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
        at = np.arange(0, along[-1] + _SPACING / 2, _SPACING)
        samples.append(np.stack([np.interp(at, along, axis) for axis in points.T], axis=1))
    return np.concatenate(samples)


def _near(samples: NDArray[np.float64], lines: LineField) -> float:
    if not len(lines.points):
        return 0.0
    return float((cKDTree(lines.points).query(samples)[0] <= NEAR).mean())
