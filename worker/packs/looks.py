"""Moves a sketch so that what a network is to look at stands where it learned to see it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.portrait.placement import Placement
from worker.packs.pack import Glimpse

Floats = NDArray[np.float32]

#: Upper left, upper right and lower left corner of a square.
_CORNERS = np.array([(0, 0), (1, 0), (0, 1)], np.float32)


def brought_back(sketch: Floats, where: Placement) -> Floats:
    """A sketch [side, side], 0 paper to 1 ink, with what lies at ``where`` brought to the middle
    of the frame; blank where the page ends. As ``models.networks.second_look`` does in training."""
    return _cut_out(Image.fromarray(sketch), where.apply(_CORNERS), len(sketch))


def closely(
    sketch: Floats, points: Floats, where: Placement, glimpses: Sequence[Glimpse], side: int
) -> Floats:
    """Glimpses [G, side, side] of a sketch whose portrait, with its control ``points`` [P, 2], lies
    at ``where``. As ``models.networks.loupe`` does in training: level with the line from the first
    to the second one."""
    middles = np.array([points[g.first : g.last].mean(axis=0) for g in glimpses])
    along = middles[min(1, len(glimpses) - 1)] - middles[0] + (1e-6, 0)
    along /= np.hypot(*along)
    seen, picture = [], Image.fromarray(sketch)
    for glimpse, middle in zip(glimpses, middles, strict=True):
        across, down = (_CORNERS.T - 0.5) * glimpse.width
        across = (-across if glimpse.mirrored else across) + glimpse.shift[0]
        down = down + glimpse.shift[1]
        corners = middle + across[:, None] * along + down[:, None] * (-along[1], along[0])
        seen.append(_cut_out(picture, where.apply(corners.astype(np.float32)), side))
    return np.stack(seen)


def _cut_out(sketch: Image.Image, corners: Floats, side: int) -> Floats:
    """The square [side, side] whose ``corners`` [3, 2] are given in the sketch's frame."""
    origin, right, down = corners.astype(np.float64) * sketch.height
    (a, d), (b, e), (c, f) = (right - origin) / side, (down - origin) / side, origin
    moved = sketch.transform(
        (side, side), Image.Transform.AFFINE, (a, b, c, d, e, f), Image.Resampling.BILINEAR
    )
    return np.asarray(moved)
