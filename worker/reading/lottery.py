"""Chooses some of many points so that the choice hardly changes when a few points do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: Frame units within which a point is the same place.
_CELL = 0.004


def lots(points: Floats) -> Floats:
    """[n] numbers in (0, 1], spread evenly, that depend on where points [n, 2] lie alone."""
    cell = np.floor(points / _CELL).astype(np.int64).astype(np.uint64)
    mixed = cell[:, 0] * np.uint64(0x9E3779B97F4A7C15) ^ cell[:, 1] * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    share: Floats = ((mixed >> np.uint64(40)).astype(np.float32) + 1) / np.float32(2**24)
    return share
