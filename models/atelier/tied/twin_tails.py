"""Twin tails, or one side tail: three clumps a side, gathered in a tie."""

from __future__ import annotations

import numpy as np

from models.atelier.head import RIM, Head
from models.atelier.scores import Scores, smooth
from models.atelier.shapes import Knots, Value, aside, column, ellipse, lerp, lock, path, stack
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES, mirrored
from models.atelier.tied.braids import (
    braid_coiled,
    braid_course,
    braid_grown,
    braid_shown,
    braid_tie,
    braid_tip,
)
from models.atelier.tied.habit import Habit, strand

#: Share of the length, fan, breadth, weight of the lines of the clumps: behind, middle, in front.
CLUMPS = ((1.0, 0.055, 0.78, 1.0), (0.88, 0.0, 1.0, 0.9), (0.58, -0.085, 0.56, 0.7))
#: Breadth along a clump, from the tie to the tip.
SWELL = (0.20, 0.86, 1.0, 0.66, 0.0)


def draw_twin_tails(s: Scores, head: Head, sheet: Sheet, habit: Habit) -> None:
    """Slots ``tail.*``, ``tail shade.*``, ``tail tie.*``. The ties and the clumps in front also
    serve the braids: as their ties and tassels."""
    grown = s.grown("twin_tails")
    shown = s.appears("twin_tails")
    braided, plaited = braid_shown(s), braid_grown(s)
    length = habit.length * (0.35 + 0.65 * grown)
    high = s.span("twin_height", 0.30, -0.50)
    rise = 0.11 * smooth((0.15 - high) / 0.6)
    wide = 0.30 * habit.full * (0.62 + 0.38 * np.minimum(length, 1.0))
    for side, name in SIDES:
        base = _base(head, high, side)
        here = shown * habit.tied(side)
        for k, (share, fan, broad, line) in enumerate(CLUMPS, start=1):
            knots = base + mirrored(strand(habit, length * share, rise, fan), side)
            widths: list[Value] = [wide * broad * f for f in SWELL]
            present = here
            if k == 2:
                dark = head.dark_side(0.010)
                shade = aside(knots[:, 1:], column(-0.27 * wide * dark))[:, [0, 2, 3]]
                sheet.add(f"tail shade.{name}", lock(shade, [0.20 * wide, 0.54 * wide, 0.0]), here)
            if k == 3:
                knots, widths = _or_tassel(s, head, habit, side, knots, widths)
                present = np.maximum(here, braided * habit.tied(side))
            sheet.add(f"tail.{name}.{k}", lock(knots, widths), present, line * head.contour)
        at = lerp(base, braid_tie(s, head, habit, side), column(plaited))
        # Across the braid, as broad as it is there.
        way = braid_course(s, head, habit, side)[:, 0]
        turned = lerp(side * (0.5 - 0.6 * high), np.arctan2(-way[:, 0], way[:, 1]), plaited)
        size = (0.85 + 0.15 * habit.full) * (1 - 0.12 * plaited)
        ring = ellipse(
            at[:, 0, 0], at[:, 0, 1], lerp(0.040, 0.068 - 0.006 * braid_coiled(s), plaited) * size,
            lerp(0.070, 0.036, plaited) * size, turned,
        )  # fmt: skip
        both = np.maximum(here, braided * habit.tied(side))
        sheet.add(f"tail tie.{name}", ring, both)


def _base(head: Head, high: Value, side: int) -> Knots:
    """Where the tie sits: on the dome's rim, low ones behind the jaw."""
    dome = np.clip((RIM - high) / (RIM - head.hair_top), 0.0, 0.9)
    rim = (head.hair_half_width + 0.02) * np.sqrt(1 - dome**2)
    rim = rim - 0.10 * smooth((high + 0.05) / 0.35)
    return head.turn(path([(side * rim, high, -0.14)]))


def _or_tassel(
    s: Scores, head: Head, habit: Habit, side: int, knots: Knots, widths: list[Value]
) -> tuple[Knots, list[Value]]:
    """The clump in front, or what hangs out of the braid's lower tie."""
    plaited = braid_grown(s)
    tip = braid_tip(s, head, habit, side)
    coil = braid_coiled(s)
    drop = 0.07 + 0.16 * habit.length * (1 - 0.4 * coil)
    tip = tip - path([(0.0, 0.05 * coil)])
    way = braid_course(s, head, habit, side)
    # It begins under the braid: what hangs out has the lower, dyed half of its colours.
    along = (-0.8, 0.05, 0.42, 0.74, 1.0)
    bend = (0.0, 0.0, 0.012, 0.008, -0.01)
    # On along the braid, then its weight draws it down.
    bent = path([(b + 0.4 * habit.curl * t * t, 0.0) for t, b in zip(along, bend, strict=True)])
    course = [(t - 0.5 * t * abs(t), 0.5 * t * abs(t)) for t in along]
    ahead = stack(*(a * way + b * np.array([0.0, 1.0]) for a, b in course))
    tassel = tip + mirrored(bent, side) + column(drop) * ahead
    thick: list[Value] = [
        0.004 + 0.056 * coil, 0.07 + 0.02 * coil, 0.14 - 0.05 * coil, 0.09 - 0.04 * coil, 0.0,
    ]  # fmt: skip
    small = np.minimum(drop / 0.18, 1.0)  # a short tassel is slender, or it would be a stump
    mixed: list[Value] = [
        lerp(w, np.asarray(t) * small * habit.full, plaited)
        for w, t in zip(widths, thick, strict=True)
    ]
    return lerp(knots, tassel, column(plaited)), mixed
