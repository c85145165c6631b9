"""Braids over the shoulders and drills beside the face: six pieces a side along one spine."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores, Values
from models.atelier.shapes import Knots, Value, column, lerp, path, spline, vector
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES, mirrored
from models.atelier.tied.habit import Habit

PIECES = 6
#: A braid's drops, bulging to the right and to the left in turn, and a drill's crescent: (across,
#: along) in shares of the breadth and of the piece's height, clockwise from the top.
_DROPS = np.array(
    [
        [(-0.02, -0.82), (0.62, -0.20), (0.30, 0.52), (-0.40, 0.86)],
        [(0.02, -0.82), (0.40, 0.86), (-0.30, 0.52), (-0.62, -0.20)],
    ]
)
_CRESCENT = np.array([(-0.20, -0.80), (0.60, -0.36), (0.46, 0.62), (-0.62, 0.10)])


def braid_shown(s: Scores) -> Values:
    """Presence of braids or drills."""
    return s.appears("braids")


def braid_grown(s: Scores) -> Values:
    """0 to 1: how far braids have come out."""
    return s.grown("braids")


def braid_coiled(s: Scores) -> Values:
    """0 braids, 1 drills."""
    return s.grow("braid_coil", -0.2, 0.4)


def draw_braids(s: Scores, head: Head, sheet: Sheet, habit: Habit) -> None:
    """Slots ``braid.SIDE.k``; 1 hangs lowest."""
    coil = braid_coiled(s)
    ends = np.linspace(0.0, 1.0, PIECES + 1)
    for side, name in SIDES:
        shown = braid_shown(s) * habit.tied(side)
        spine = [_along(s, head, habit, side, t) for t in ends]
        for k in range(PIECES):
            t = (k + 0.5) / PIECES
            breadth = habit.full * lerp(0.20 - 0.045 * t, 0.34 - 0.24 * t, coil)
            shape = mirrored(lerp(_DROPS[k % 2][None], _CRESCENT[None], column(coil)), side)
            shape = shape * vector(1.0, lerp(0.95, 1.15, coil))
            piece = _between(spine[k], spine[k + 1], shape, breadth)
            sheet.add(f"braid.{name}.{PIECES - k}", spline(piece, closed=True), shown)


def braid_base(s: Scores, head: Head, side: int) -> Knots:
    """Where it leaves the head: [N, 1, 2]."""
    coil = braid_coiled(s)
    x = lerp(head.half_width - 0.03, head.hair_half_width + 0.03, coil)
    return head.turn(path([(side * x, lerp(0.33, 0.02, coil), -0.12)]))


def braid_tip(s: Scores, head: Head, habit: Habit, side: int) -> Knots:
    """Where it ends: [N, 1, 2]."""
    return _along(s, head, habit, side, 1.0)


def braid_tie(s: Scores, head: Head, habit: Habit, side: int) -> Knots:
    """Where it is tied: a braid at its end, a drill at its root: [N, 1, 2]."""
    return _along(s, head, habit, side, 1.0 - braid_coiled(s))


def _along(s: Scores, head: Head, habit: Habit, side: int, t: Value) -> Knots:
    """The spine at a share t of its length."""
    length = (0.36 + 0.46 * habit.length + 0.14 * braid_coiled(s)) * (0.4 + 0.6 * braid_grown(s))
    out = 0.10 * np.sin(np.pi * np.minimum(t, 1.0)) * (0.6 + habit.swing * 2) - 0.05 * t
    out = (
        out + habit.swing * 0.35 * t + habit.wave * np.sin(2 * np.pi * t) + habit.curl * 0.4 * t**2
    )
    return braid_base(s, head, side) + mirrored(path([(out, t * length)]), side)


def _between(start: Knots, end: Knots, shape: Knots, breadth: Values) -> Knots:
    """A shape of (across, along) put between two points of the spine."""
    step = end - start
    across = np.stack([step[..., 1], -step[..., 0]], axis=-1)
    across = across / np.maximum(np.hypot(across[..., 0], across[..., 1])[..., None], 1e-9)
    middle = (start + end) / 2
    knots: Knots = middle + across * shape[..., :1] * column(breadth) + step * shape[..., 1:]
    return knots
