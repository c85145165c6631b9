"""The lids' shapes: families blended, opened and shut.

In (u, v): u from -1 at the tear duct to 1 at the outer corner, v from -1 (lid wide open) down to 1.
"""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores, Values, smooth
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
#: Half open and sleepy: a calm, nearly level arc whose outer end sinks.
_SLEEPY = np.array(
    [(-1.0, 0.24), (-0.88, 0.04), (-0.54, -0.10), (0.0, -0.15), (0.52, -0.09), (0.88, 0.08),
     (1.06, 0.30)]
)  # fmt: skip
_DROOP = np.array(
    [(-0.98, 0.06), (-0.80, 0.36), (-0.44, 0.60), (0.0, 0.70), (0.44, 0.62), (0.82, 0.38),
     (1.04, 0.04)]
)  # fmt: skip
_ARCH = np.array(
    [(-0.98, 0.54), (-0.80, 0.14), (-0.44, -0.18), (0.0, -0.30), (0.44, -0.18), (0.82, 0.14),
     (1.02, 0.52)]
)  # fmt: skip


def upper_lid(s: Scores, head: Head, opened: Values) -> Knots:
    """Seven knots (u, v) from the tear duct to the outer corner, ``opened`` from 0 (shut)."""
    man = head.man
    family = lerp(_ALMOND, _ROUND, column(s.span("lid_round", -0.2, 1.2) - 0.25 * man))
    family = lerp(family, _SHARP, column(s.span("lid_sharp", -0.2, 1.0) + 0.35 * man))
    bell = np.array([0, 0.5, 1.0, 0.85, 0.6, 0.2, 0])
    family[..., 0] += bell * s.span("lid_peak", -0.24, 0.24)[:, None]
    shut = lerp(_DROOP, _ARCH, column(0.5 + 0.5 * smiling(s)))
    # A small eye's shut lid curves as much as a tall one's.
    shut[..., 1:] *= column(0.30 + 0.70 * 0.125 / head.eye_h)
    lid = lerp(shut, family, column(opened))
    return lerp(lid, _SLEEPY, column(0.8 * drowsy(opened)))


def smiling(s: Scores) -> Values:
    """-1 where lids that shut droop in sleep, 1 where they arch in a smile; seldom between."""
    side: Values = np.tanh(5.0 * s.signed("smiling_lids"))
    return side


def drowsy(opened: Values) -> Values:
    """0 to 1: how much an eye is half open, neither shut nor awake."""
    return smooth((opened - 0.10) / 0.30) * (1 - smooth((opened - 0.50) / 0.28))


def lower_lid(s: Scores, head: Head, opened: Values, shut: Values, upper: Knots) -> Knots:
    """Five knots (u, v) from the outer corner back to the tear duct; on the upper lid if shut."""
    depth = s.span("lower_lid", 1.08, 0.74) - 0.05 * head.man
    # Both lids half shut would be a glare.
    depth = depth + (1.0 - depth) * 0.8 * drowsy(opened)
    slant = 0.18 * s.signed("lower_slant")
    family = path([
        (upper[:, 6, 0], upper[:, 6, 1]),
        (0.76, (0.74 + slant) * depth),
        (0.12, depth),
        (-0.56, (0.86 - slant) * depth),
        (upper[:, 0, 0], upper[:, 0, 1]),
    ])  # fmt: skip
    return lerp(family, upper[:, [6, 5, 3, 1, 0]], column(shut))
