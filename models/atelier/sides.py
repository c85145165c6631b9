"""Left and right, as the viewer sees them."""

from __future__ import annotations

import numpy as np

from models.atelier.shapes import Knots

#: Each side's sign (left -1, right 1) and the name that slots carry.
SIDES: tuple[tuple[int, str], ...] = ((-1, "left"), (1, "right"))


def mirrored(points: Knots, side: int) -> Knots:
    """Points [N, m, k] given for the right (side 1) or, with x turned round, the left (-1)."""
    flip = np.ones(points.shape[-1])
    flip[0] = side
    return points * flip
