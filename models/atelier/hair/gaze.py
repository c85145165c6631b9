"""Keeps hair off the irises: bangs may cross lashes and brows, nobody looks through hair."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Values
from models.atelier.shapes import Knots, Value, lerp, path, stack

#: How softly hair gives way, head units.
_SOFT = 0.018
#: Half an iris with a little air, in half widths of the eye.
_IRIS = 0.80


def above_gaze(head: Head, spine: Knots, widths: Knots, everywhere: Value = 0.0) -> Knots:
    """A clump's spine [N, m, 2] on the screen with the knots that hang over an iris drawn up to
    its upper edge. ``widths`` [N, m] is how broad the clump is at each knot; ``everywhere`` (0 to
    1): how far it gives way between and beside the irises as well, as a straight cut does."""
    x, y = spine[..., 0], spine[..., 1]
    kept = 1.0
    height = 0.0
    for side in (-1, 1):
        middle, half = _iris(head, side)
        away = (x - middle[:, :1]) / (half + 0.30 * widths)
        kept = kept * (1 - np.exp(-(away**4)))
        height = height + 0.5 * middle[:, 1:]
    over = lerp(1 - kept, 1.0, np.reshape(everywhere, (-1, 1)))
    limit = height - 0.50 * head.eye_h[:, None] - 0.28 * widths
    lifted = y - over * 0.96 * _SOFT * np.logaddexp(0, (y - limit) / _SOFT)
    return np.stack([x, lifted], axis=-1)


def beside_gaze(head: Head, spine: Knots, width: Values, side: int) -> Knots:
    """A hanging lock's spine [N, m, 2] on the screen, moved outwards where it would cross the
    iris of its side."""
    x, y = spine[..., 0], spine[..., 1]
    middle, half = _iris(head, side)
    near = np.exp(-(((y - middle[:, 1:]) / (0.30 + 0 * half)) ** 4))
    inside = half + 0.55 * width[:, None] - side * (x - middle[:, :1])
    moved = x + side * near * _SOFT * np.logaddexp(0, inside / _SOFT)
    return np.stack([moved, y], axis=-1)


def _iris(head: Head, side: int) -> tuple[Values, Values]:
    """Where an iris lies on the screen [N, 2], and half its width with some air [N, 1]."""
    eye = stack(*(path([(side * (head.eye_x + k * head.eye_w), head.eye_y)]) for k in (-1, 0, 1)))
    seen = head.face(eye)
    half = _IRIS * np.abs(seen[:, 2:, 0] - seen[:, :1, 0]) / 2
    return seen[:, 1], half
