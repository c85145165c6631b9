"""Spikes as hands draw them: straight from tip to valley, and fewer than there are tufts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.simple_lines import Mark, Points

#: Points on each side of a spike.
_STEPS = 5


def turning_places(
    reach: NDArray[np.float64], least: float
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Places where ``reach`` [n] turns, from tip to valley and back, by at least ``least`` each
    time, with both ends; and which of them are tips."""
    places, tips = [0], [False]
    best, rising = 0, True
    for at in range(1, len(reach)):
        gain = reach[at] - reach[best] if rising else reach[best] - reach[at]
        if gain >= 0:
            best = at
        elif -gain >= least:
            places.append(best)
            tips.append(rising)
            best, rising = at, not rising
    places.append(len(reach) - 1)
    tips.append(False)
    return np.array(places, np.int64), np.array(tips, np.bool_)


def zigzag(corners: Points, bow: float) -> Mark:
    """One line through ``corners`` [n, 2], straight from each to the next but for a ``bow``, in
    shares of the way."""
    t = np.arange(_STEPS)[:, None, None] / _STEPS
    way = np.diff(corners, axis=0)
    aside = np.stack([-way[:, 1], way[:, 0]], 1) * bow
    points = corners[:-1] + way * t + aside * np.sin(np.pi * t)
    along = points.transpose(1, 0, 2).reshape(-1, 2)
    return Mark(np.concatenate([along, corners[-1:]]).astype(np.float32))
