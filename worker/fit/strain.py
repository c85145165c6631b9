"""How far a face may be bent before it is none: a stroke that means something else (a circle put
down for the skull, say) agrees with itself, so ``belief`` cannot tell it from a chin."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: Measured on the demo's recordings: sketches of other proportions than the model's strain a face
#: by 0.02 to 0.12, a skull's circle taken for the chin by 0.17 to 0.22.
MOST_STRAIN = 0.10


def strain(before: Floats, after: Floats) -> float:
    """What no shift, scale and turn explains of how points [n, 2] moved: root mean square, as a
    share of their own spread. Similarity as in Umeyama (1991), in complex numbers."""
    a, b = (p.astype(np.float64) @ (1, 1j) for p in (before, after))
    a, b = a - a.mean(), b - b.mean()
    size = float((abs(a) ** 2).sum())
    if size <= 0:
        return 0.0
    similar = (a.conj() * b).sum() / size
    return float(np.sqrt((abs(b - similar * a) ** 2).sum() / size))


def bearable(before: Floats, after: Floats) -> float:
    """0 to 1: the share of a bend that leaves a face a face; falls fast past MOST_STRAIN."""
    return min(1.0, MOST_STRAIN / max(strain(before, after), 1e-9)) ** 2
