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
        [(-0.28, -0.80), (0.56, -0.42), (0.50, 0.40), (-0.34, 0.88)],
        [(0.28, -0.80), (0.34, 0.88), (-0.50, 0.40), (-0.56, -0.42)],
    ]
)
#: A braid's last drop is drawn together by the tie.
_LAST = np.array([(0.28, -0.80), (0.27, 0.46), (-0.27, 0.50), (-0.54, -0.36)])
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
        spine = _along(s, head, habit, side, *ends)
        for k in range(PIECES):
            t = (k + 0.5) / PIECES
            # A braid is thickest where it leaves the nape; a drill swells below its tie.
            drill = 0.09 + 0.50 * (t + 0.02) ** 0.6 * (1 - t) ** 0.8
            breadth = habit.full * lerp(0.20 - 0.055 * t, drill, coil)
            drop = _DROPS[k % 2] if k < PIECES - 1 else _LAST
            shape = mirrored(lerp(drop[None], _CRESCENT[None], column(coil)), side)
            shape = shape * vector(1.0, lerp(0.95, 1.15, coil))
            piece = _between(spine[:, k : k + 1], spine[:, k + 1 : k + 2], shape, breadth)
            sheet.add(f"braid.{name}.{PIECES - k}", spline(piece, closed=True), shown)


def braid_base(s: Scores, head: Head, side: int) -> Knots:
    """Where it leaves the head: a braid from behind the ear, a drill from a tie on the dome's
    rim; both within the hair: [N, 1, 2]."""
    coil = braid_coiled(s)
    x = lerp(head.half_width - 0.045, head.hair_half_width + 0.005, coil)
    return head.turn(path([(side * x, lerp(0.10, -0.16, coil), -0.12)]))


def braid_tip(s: Scores, head: Head, habit: Habit, side: int) -> Knots:
    """Where it ends: [N, 1, 2]."""
    return _along(s, head, habit, side, 1.0)


def braid_tie(s: Scores, head: Head, habit: Habit, side: int) -> Knots:
    """Where it is tied: a braid at its end, a drill at its root: [N, 1, 2]."""
    return _along(s, head, habit, side, 1.0 - braid_coiled(s))


def braid_course(s: Scores, head: Head, habit: Habit, side: int) -> Knots:
    """The way a braid runs at its end, a unit vector [N, 1, 2]; for a drill straight down."""
    last = _along(s, head, habit, side, 0.86, 1.0)
    way = last[:, 1:] - last[:, :1]
    way = way / np.maximum(np.hypot(way[..., :1], way[..., 1:]), 1e-9)
    way = lerp(way, np.array([0.0, 1.0]), column(braid_coiled(s)))
    unit: Knots = way / np.maximum(np.hypot(way[..., :1], way[..., 1:]), 1e-9)
    return unit


def _along(s: Scores, head: Head, habit: Habit, side: int, *shares: Value) -> Knots:
    """The spine at shares of its length: [N, len(shares), 2]."""
    coil = braid_coiled(s)
    length = (0.58 + 0.42 * habit.length) * (0.4 + 0.6 * braid_grown(s))
    points = []
    for t in shares:
        # A braid follows the neck, then the shoulder; a drill stands off the head.
        bow = np.sin(np.pi * np.asarray(t))
        down = 0.05 * bow * (0.3 + 2 * habit.swing) + 0.02 * t + 0.06 * t**2
        off = (0.10 + 0.16 * habit.swing) * (1 - np.exp(-4.5 * np.asarray(t))) - 0.05 * t**2
        swung = habit.swing * 0.25 * t + habit.wave * np.sin(2 * np.pi * t)
        points.append((lerp(down, off, coil) + swung + habit.curl * 0.4 * t**2, t * length))
    return braid_base(s, head, side) + mirrored(path(points), side)


def _between(start: Knots, end: Knots, shape: Knots, breadth: Values) -> Knots:
    """A shape of (across, along) put between two points of the spine."""
    step = end - start
    across = np.stack([step[..., 1], -step[..., 0]], axis=-1)
    across = across / np.maximum(np.hypot(across[..., 0], across[..., 1])[..., None], 1e-9)
    middle = (start + end) / 2
    knots: Knots = middle + across * shape[..., :1] * column(breadth) + step * shape[..., 1:]
    return knots
