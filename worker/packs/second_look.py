"""Moves a sketch so that the head in it stands where heads usually do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.portrait.placement import Placement

Floats = NDArray[np.float32]


def brought_back(sketch: Floats, where: Placement) -> Floats:
    """A sketch [side, side], 0 paper to 1 ink, with what lies at ``where`` brought to the middle
    of the frame; blank where the page ends. As ``models.networks.second_look`` does in training."""
    side = len(sketch)
    corners = np.array([(0, 0), (1, 0), (0, 1)], np.float32)
    origin, right, down = where.apply(corners).astype(np.float64) * side
    (a, d), (b, e), (c, f) = (right - origin) / side, (down - origin) / side, origin
    source = Image.fromarray(sketch)
    moved = source.transform(
        source.size, Image.Transform.AFFINE, (a, b, c, d, e, f), Image.Resampling.BILINEAR
    )
    return np.asarray(moved)
