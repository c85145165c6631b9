"""What lies on the skin: blush in three styles, freckles, mole, stubble, an older cheek's line."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.parameters.thresholds import APPEARS
from models.atelier.scores import PRESENCE_WIDTH, Scores, Values, soft_step
from models.atelier.shapes import Chain, Knots, ellipse, join, path, spline, stack, straight, vector
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES


def draw_skin(s: Scores, head: Head, sheet: Sheet) -> None:
    """The skin's slots of the part ``face``."""
    size = s.span("blush_size", 0.75, 1.25)
    below = head.eye_y + head.eye_h + 0.055
    blushing = s.presence("blush", 0.1)
    lines = s.appears("blush_lines") * s.presence("blush", -0.3)
    for side, name in SIDES:
        x = head.eye_x + 0.035
        soft = ellipse(side * x, below + 0.012, 0.088 * size, 0.036 * size)
        sheet.add(f"blush.{name}", head.face(soft), blushing)
        strokes = _blush_lines(size) + vector(x, below)
        sheet.add(f"blush line.{name}", head.face(strokes * (side, 1)), lines)
        freckles = _freckles() * (1.1, 1) + vector(x - 0.03, below - 0.012)
        sheet.add(f"freckles.{name}", head.face(freckles * (side, 1)), s.appears("freckles"))
        _cheek_line(head, sheet, side, name)
    across = ellipse(0.0, below - 0.008, 0.070 * size, 0.022 * size)
    sheet.add("blush.nose", head.face(across, 0.02), s.appears("blush_nose"))

    # One mole for both sides: it hides under the nose as it passes from one to the other.
    mark = s.score("mole")
    aside = np.tanh(mark / 0.3)
    spot = path([(aside * (head.eye_x + 0.045), below - 0.015)])
    drawn = soft_step(np.abs(mark), APPEARS["mole"], PRESENCE_WIDTH)
    sheet.add("mole", head.face(_bead(spot, 1.0, 0.0095)), drawn)
    _stubble(s, head, sheet)


def _blush_lines(size: Values) -> Chain:
    """Three slanted strokes in one chain: each a lens, and on along their feet to the next."""
    feet = [(-0.046, 0.026), (-0.008, 0.030), (0.030, 0.026)]
    pieces: list[Knots] = []
    for k, (x, y) in enumerate(feet):
        foot = path([(x, y)])
        head_ = foot + vector(0.030, -0.048)
        pieces.append(_leaf(foot, head_, 0.005))
        if k < 2:
            following = path([feet[k + 1]])
            pieces.append(straight(foot, following))
    return join(*pieces) * vector(size, size)


def _freckles() -> Chain:
    """Four dots in one chain, hanging on a straight thread above and below."""
    pieces: list[Knots] = []
    at = [(-0.060, -0.016), (-0.020, 0.014), (0.022, -0.012), (0.060, 0.012)]
    for k, (x, hang) in enumerate(at):
        knot = path([(x, 0.0)])
        pieces.append(_bead(knot, hang, 0.0075))
        if k < 3:
            pieces.append(straight(knot, path([(at[k + 1][0], 0.0)])))
    return join(*pieces)


def _bead(knot: Knots, hang: float, radius: float) -> Chain:
    """A dot of two cubics whose lower or upper end is a knot on the thread."""
    side = vector(radius * 1.35, 0.0)
    far = knot + vector(0.0, np.sign(hang) * radius * 2)
    return stack(knot, knot + side, far + side, far, far - side, knot - side, knot)


def _leaf(foot: Knots, tip: Knots, half: float) -> Chain:
    """A stroke with a belly: two cubics."""
    along = tip - foot
    out = vector(half, half * 0.6)
    return stack(
        foot, foot + along / 3 + out, foot + along * 0.7 + out, tip,
        foot + along * 0.7 - out, foot + along / 3 - out, foot,
    )  # fmt: skip


def _cheek_line(head: Head, sheet: Sheet, side: int, name: str) -> None:
    """The line from nose to mouth that age draws."""
    face = head.chin - head.eye_y
    y = head.eye_y + face * 0.57
    knots = path([
        (side * 0.066, y), (side * 0.100, y + 0.03 * face), (side * 0.122, y + 0.065 * face),
        (side * 0.134, y + 0.115 * face),
    ])  # fmt: skip
    line = head.face(knots, 0.02)
    sheet.add(f"cheek line.{name}", line, soft_step(head.old, 0.30, 0.03), 0.35 + 0.9 * head.old)


def _stubble(s: Scores, head: Head, sheet: Sheet) -> None:
    """A shade over a man's jaw and chin."""
    mouth = head.eye_y + (head.chin - head.eye_y) * 0.74
    knots = path([
        (-0.46, mouth - 0.20), (-0.17, mouth + 0.075), (0.17, mouth + 0.075), (0.46, mouth - 0.20),
        (0.26, head.chin + 0.06), (-0.26, head.chin + 0.06),
    ])  # fmt: skip
    man = soft_step(head.man, 0.55, 0.04) * soft_step(head.mature, 0.2, 0.04)
    sheet.add("stubble", head.face(spline(knots, closed=True)), s.appears("stubble") * man)
