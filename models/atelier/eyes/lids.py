"""The lids' shapes: families blended, opened and shut.

In (u, v): u from -1 at the tear duct to 1 at the outer corner, v from -1 (lid wide open) down to 1.
"""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores, Values
from models.atelier.shapes import Knots, column, lerp, path

_ROUND = np.array(
    [(-0.98, 0.10), (-0.93, -0.40), (-0.58, -0.84), (0.02, -1.03), (0.58, -0.86), (0.90, -0.40),
     (1.02, 0.12)]
)  # fmt: skip
_ALMOND = np.array(
    [(-1.06, 0.28), (-0.84, -0.08), (-0.46, -0.52), (0.06, -0.76), (0.56, -0.70), (0.90, -0.40),
     (1.10, -0.04)]
)  # fmt: skip
_SHARP = np.array(
    [(-1.05, 0.38), (-0.80, -0.28), (-0.50, -0.70), (0.06, -0.78), (0.62, -0.84), (0.98, -0.66),
     (1.12, -0.20)]
)  # fmt: skip
_DROOP = np.array(
    [(-1.0, 0.20), (-0.82, 0.40), (-0.45, 0.54), (0.0, 0.60), (0.45, 0.56), (0.84, 0.42),
     (1.04, 0.22)]
)  # fmt: skip
_ARCH = np.array(
    [(-1.0, 0.46), (-0.82, 0.12), (-0.46, -0.16), (0.0, -0.26), (0.46, -0.16), (0.82, 0.12),
     (1.02, 0.46)]
)  # fmt: skip


def upper_lid(s: Scores, head: Head, opened: Values) -> Knots:
    """Seven knots (u, v) from the tear duct to the outer corner, ``opened`` from 0 (shut)."""
    man = head.man
    family = lerp(_ALMOND, _ROUND, column(s.span("lid_round", -0.2, 1.2) - 0.25 * man))
    family = lerp(family, _SHARP, column(s.span("lid_sharp", -0.2, 1.0) + 0.35 * man))
    bell = np.array([0, 0.5, 1.0, 0.85, 0.6, 0.2, 0])
    family[..., 0] += bell * s.span("lid_peak", -0.24, 0.24)[:, None]
    shut = lerp(_DROOP, _ARCH, column(0.5 + 0.5 * np.tanh(2.5 * s.signed("smiling_lids"))))
    return lerp(shut, family, column(opened))


def lower_lid(s: Scores, head: Head, shut: Values, upper: Knots) -> Knots:
    """Five knots (u, v) from the outer corner back to the tear duct; on the upper lid if shut."""
    depth = s.span("lower_lid", 1.06, 0.64) - 0.08 * head.man
    slant = 0.18 * s.signed("lower_slant")
    family = path([
        (upper[:, 6, 0], upper[:, 6, 1]),
        (0.76, (0.74 + slant) * depth),
        (0.12, depth),
        (-0.56, (0.86 - slant) * depth),
        (upper[:, 0, 0], upper[:, 0, 1]),
    ])  # fmt: skip
    return lerp(family, upper[:, [6, 5, 3, 1, 0]], column(shut))
