"""The ponytail: hair gathered into a tie on the dome's rim, seen where the head turns from."""

from __future__ import annotations

import numpy as np

from models.atelier.dome import dome_point
from models.atelier.head import Head
from models.atelier.scores import Scores, Values
from models.atelier.shapes import Knots, Value, aside, column, ellipse, lerp, lock, path
from models.atelier.sheet import Sheet
from models.atelier.tied.habit import Habit

#: Strands behind, in the middle, in front: share of the length, how far the tip fans out, breadth,
#: weight of their lines (what lies on top is drawn inside the tail's outline).
_STRANDS = ((1.0, 0.10, 0.80, 1.0), (0.84, 0.0, 1.0, 0.85), (0.60, -0.11, 0.50, 0.65))
#: Breadth from the tie to the tip: it leaves the tie narrow, swells, tapers.
_SWELL = (0.20, 0.74, 1.0, 0.66, 0.0)


def draw_ponytail(s: Scores, head: Head, sheet: Sheet, habit: Habit) -> None:
    """Slots ``ponytail.*``, ``ponytail shade``, ``ponytail tie``."""
    grown, shown = s.grown("ponytail"), s.appears("ponytail")
    # -1 to 1: the side it shows on.
    turn = np.sin(head.yaw)
    chosen = 9.0 * s.signed("pony_side") * np.exp(-((turn / 0.18) ** 2))
    side = np.tanh(chosen - 11.0 * turn)
    low = s.span("pony_height", 1.0, 0.0)
    length = (0.58 + 0.62 * habit.length) * (0.3 + 0.7 * grown)
    wide = 0.40 * habit.full * (0.70 + 0.30 * np.minimum(length, 1.0))

    # The tie stands off the silhouette; the hair is drawn towards it from inside the dome.
    angle = lerp(0.52, 1.80, low)
    tie, out = _rooted(head, angle, side, 0.055), _direction(angle, side)
    for k, (share, fan, broad, line) in enumerate(_STRANDS, start=1):
        spine = tie + _hung(habit, length * share, fan, low, side, out)
        widths = [wide * broad * f for f in _SWELL]
        if k == 2:
            # Under the arch, from the tie to the tip.
            shade = aside(spine, column(0.30 * wide * side))[:, [1, 2, 4]]
            sheet.add("ponytail shade", lock(shade, [0.26 * wide, 0.50 * wide, 0.0]), shown)
        sheet.add(f"ponytail.{k}", lock(spine, widths), shown, line * head.contour)
    across = side * (angle - np.pi / 2)
    ring = ellipse(tie[:, 0, 0], tie[:, 0, 1], 0.042, 0.14 * wide + 0.036, across)
    sheet.add("ponytail tie", ring, shown)


def _rooted(head: Head, angle: Values, side: Values, out: float) -> Knots:
    """Where on the dome the tie sits [N, 1, 2]; in the middle where no side is chosen."""
    x, y = dome_point(head, angle, out)
    # The dome turned away leaves its silhouette where it is.
    shift = -0.06 * np.sin(head.yaw)
    return head.tilt(path([(side * x + shift, y)]))


def _direction(angle: Values, side: Values) -> Knots:
    """The way out of the dome at the tie, about a unit vector [N, 1, 2]; where no side is chosen
    a shorter one."""
    out = path([(side * np.sin(angle), -np.cos(angle))])
    unit: Knots = out / np.sqrt((out**2).sum(axis=-1, keepdims=True) + 0.05)
    return unit


def _hung(habit: Habit, length: Values, fan: float, low: Values, side: Values, out: Knots) -> Knots:
    """Five knots of a strand: out of the tie, over in an arch, down in an S, the tip flicked."""
    small = np.minimum(0.45 + 0.6 * length, 1.0)
    swing = habit.swing * small
    leave = 0.13 * small
    sway = lerp(0.20, 0.10, low) * small
    points: list[tuple[Value, Value]] = [
        (0.0, 0.0),
        (0.35 * sway + 0.08 * swing, lerp(0.02, 0.07, low) * small),
        (0.95 * sway + 0.32 * swing + 0.4 * fan + 0.8 * habit.wave, 0.34 * length),
        (0.60 * sway + 0.42 * swing + 0.9 * fan - 0.8 * habit.wave, 0.70 * length),
        (0.50 * sway + 0.50 * swing + 1.2 * fan + 0.8 * habit.curl * small, length),
    ]
    drop = path([(side * x, y) for x, y in points])
    # All but the root starts from where the tie sends it. Straight behind the head it hangs
    # straight down: an arch over itself would fold.
    sent: Knots = (
        drop + out * column(leave * side**2) * np.array([0.0, 1.0, 1.1, 1.0, 1.0])[:, None]
    )
    return sent
