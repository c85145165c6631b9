"""Back hair: the dark mass behind neck and shoulders, the clumps that make its outline, locks
that fall over the shoulders."""

from __future__ import annotations

import numpy as np

from models.atelier.hair.clumps import Clump, Tip, away_from_light
from models.atelier.hair.outline import Outline
from models.atelier.hair.skull import silhouette
from models.atelier.head import Head
from models.atelier.scores import Scores, Values, smooth, soft_step
from models.atelier.shapes import Chain, Knots, column, join, lerp, path, spline, stack
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES

#: Clumps of one side: inset from the outline, length, width, which point leads, lag of the wave.
_CLUMPS = (
    (0.015, 0.66, 0.15, 0.0, 0.0),
    (0.055, 1.00, 0.20, 1.0, -0.3),
    (0.140, 0.88, 0.17, 0.0, -0.8),
)
#: Where along the outline a clump's seven knots lie, temple to tip.
_STEPS = np.array([0.0, 0.17, 0.34, 0.51, 0.68, 0.84, 1.0])
#: Share of a clump's width in shade at its last five knots.
_SHADE = (0.04, 0.26, 0.36, 0.40, 0.5)
#: Tips of the dark mass: where between two clefts each hangs, how deep.
_TIPS = ((0.30, 0.85), (0.35, 0.45), (0.55, 0.95), (0.68, 0.40), (0.72, 0.75))


def draw_back(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``back``."""
    outlines = {side: Outline.of(s, head, side) for side in (-1, 1)}
    ragged = s.span("back_ragged", 0.02, 0.20)
    calm = s.span("back_ragged", 1.0, 0.0)
    fork = s.span("back_fork", 0.12, 0.55)
    sheet.add("back", head.tilt(_mass(head, outlines, ragged)), width=head.contour)
    long = outlines[1].long[:, 0]  # the left one differs by a little
    breadth = (0.85 + 0.25 * long) * (1 - 0.25 * head.man)
    front = s.presence("back_front", 0.35) * soft_step(long, 0.75, 0.05)
    for side, name in SIDES:
        outline = outlines[side]
        shade = away_from_light(head, side)
        for k, (inset, share, wide, lead, lag) in enumerate(_CLUMPS, start=1):
            # Calm hair falls together; of ragged hair the outer layer is the short one.
            reach = lerp(share, (0.90, 1.0, 0.96)[k - 1], 0.8 * calm)
            reach = reach * (1 + 1.8 * ragged * (0.5 if k == 1 else -0.2))
            spine = outline.at(_STEPS, inset + 0.05 * (1 - _STEPS) ** 2, reach[:, None], lag)
            last = np.concatenate([-side * 0.25 * outline.tuck, 0.05 + 0 * outline.tuck], axis=1)
            spine[:, -1] += last
            if k == 1:  # the short layer leaves the outline: a break in long hair's silhouette
                spine[:, -1, 0] += side * (0.26 * ragged - 0.008) * long
            w = wide * breadth
            tip = Tip(w * fork, ragged * 0.75, ragged * 0.6, lead if side > 0 else 1 - lead)
            clump = Clump(head.tilt(spine), _widths(w), tip)
            sheet.add(f"back lock.{name}.{k}", clump.outline())
            sheet.add(f"back lock shade.{name}.{k}", clump.shade(shade, _SHADE))
        over = Clump(head.tilt(_over_shoulder(outline)), _widths(0.15 + 0.05 * long), Tip(
            0.16 * fork, ragged * 0.8, ragged * 0.7, 0.5 - 0.5 * side))  # fmt: skip
        sheet.add(f"front lock.{name}", over.outline(), front)
        sheet.add(f"front lock shade.{name}", over.shade(shade, _SHADE), front)
    _lines(s, head, sheet, outlines, long)


def _widths(w: Values) -> tuple[Values, ...]:
    return (w * 0.5, w * 0.85, w, w * 1.06, w * 1.04, w * 0.78)


def _over_shoulder(outline: Outline) -> Knots:
    """Seven knots of a lock that comes forward below the ear and falls over the shoulder."""
    spine = outline.at(_STEPS, 0.10, np.minimum(0.92, 1.25 / outline.length), -0.5)
    forward = smooth((_STEPS - 0.12) / 0.6)[:, None] * np.array([-0.10 * outline.side, 0.02])
    moved: Knots = spine + forward
    return moved


def _mass(head: Head, outlines: dict[int, Outline], ragged: Values) -> Chain:
    """28 cubics: over the crown, down the right, along the tips, up the left."""
    ts = np.array([0.12, 0.28, 0.44, 0.60, 0.76, 0.92])
    crown = silhouette(head, [np.pi * 0.6, np.pi * 0.4], [-0.04, -0.04])
    rights, lefts = (outlines[side].at(ts, 0.03 + 0.09 * ts**3) for side in (1, -1))
    down = spline(stack(crown[:, 1:], rights))
    up = spline(stack(lefts[:, ::-1], crown))
    start, end = rights[:, -1:], lefts[:, -1:]
    pieces = []
    for k, (hang, depth) in enumerate(_TIPS):
        gap0, gap1 = (_cleft(start, end, k + step, ragged) for step in (0, 1))
        tip = lerp(gap0, gap1, hang) + path([(0.0, ragged * (depth + 0.15) + 0.01)])
        bulge = (gap0 - tip) * np.array([0.25, 0.0]) + np.array([0.0, 0.015])
        pieces.append(spline(stack(gap0, (gap0 + tip) / 2 + bulge, tip), tension=1 / 7))
        pieces.append(spline(stack(tip, gap1)))
    return join(down, *pieces, up)


def _cleft(start: Knots, end: Knots, k: int, ragged: Values) -> Knots:
    """The point between tips k - 1 and k of the mass."""
    # Those beside the neck are shallow: a chink of paper between hair and neck looks like a hole.
    inside = (0.0, 1.0, 0.35, 0.35, 1.0, 0.0)[k]
    lift = column(-0.03 - 0.30 * ragged) * np.array([0.0, 1.0]) * inside
    found: Knots = lerp(start, end, k / len(_TIPS)) + lift
    return found


def _lines(s: Scores, head: Head, sheet: Sheet, outlines: dict[int, Outline], long: Values) -> None:
    """Flow lines inside the mass, beside the neck."""
    shown = soft_step(s.score("back_lines") + 2.5 * long, 1.2, 0.08)
    for k, (side, inset, share) in enumerate(
        ((-1, 0.24, 0.80), (-1, 0.33, 0.95), (1, 0.22, 0.9), (1, 0.32, 0.76)), start=1
    ):
        points = outlines[side].at(np.array([0.45, 0.65, 0.85, 1.0]), inset, share, -1.0)
        sheet.add(f"back line.{k}", head.tilt(spline(points)), shown)
