"""Back hair: the dark mass behind neck and shoulders, the clumps that make its outline."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.atelier.hair.clumps import Clump, Tip, away_from_light
from models.atelier.hair.skull import dome
from models.atelier.head import Head
from models.atelier.scores import Scores, Values, smooth, soft_step
from models.atelier.shapes import Chain, Knots, Value, join, path, spline, stack, vector
from models.atelier.sheet import Sheet

_TIPS = 5
#: Clumps of one side: inset from the outline, length, width, which point leads.
_CLUMPS = ((0.015, 0.66, 0.15, 0.0), (0.055, 1.00, 0.20, 1.0), (0.14, 0.88, 0.17, 0.0))


def draw_back(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``back``."""
    uneven = 0.06 * s.signed("back_uneven")
    edges = {side: _Edge.of(s, head, side, 1 + side * uneven) for side in (-1, 1)}
    sheet.add("back", head.tilt(_mass(s, head, edges[1], edges[-1])), width=head.contour)
    long = edges[1].long
    ragged = s.span("back_ragged", 0.05, 0.20)
    fork = s.span("back_fork", 0.12, 0.55)
    for side, name in ((-1, "left"), (1, "right")):
        edge = edges[side]
        shade = away_from_light(-head.light[0], side)
        for k, (inset, share, wide, lead) in enumerate(_CLUMPS, start=1):
            share = share * (1 + 0.22 * ragged / 0.12 * (0.5 if k == 1 else -0.2))
            spine = edge.along(inset, share, k)
            w = wide * (0.85 + 0.25 * long) * (1 - 0.25 * head.man)
            tip = Tip(w * fork, ragged * 0.75, ragged * 0.6, lead if side > 0 else 1 - lead)
            widths = (w * 0.5, w * 0.85, w, w * 1.06, w * 1.04, w * 0.78)
            clump = Clump(head.tilt(spine), widths, tip)
            sheet.add(f"back lock.{name}.{k}", clump.outline())
            sheet.add(
                f"back lock shade.{name}.{k}", clump.shade(shade, (0.04, 0.26, 0.36, 0.40, 0.5))
            )
    _lines(s, head, sheet, edges, long)


@dataclass(frozen=True)
class _Edge:
    """One side of the outline: x of a height, from the temple to the tips."""

    head: Head
    side: int
    length: Values
    long: Values
    width: Values
    flare: Values
    wave: Values
    period: Values
    phase: Value
    tuck: Values
    flick: Values

    @classmethod
    def of(cls, s: Scores, head: Head, side: int, uneven: Values) -> _Edge:
        length = s.span("back_length", 0.16, 1.50)
        length = (0.20 + (length - 0.20) * (1 - 0.58 * head.man)) * uneven
        long = smooth((length - 0.30) / 0.6)
        grow = 0.30 + 0.70 * long
        curly = s.span("back_curl", 0.75, 2.0)
        return cls(
            head=head, side=side, length=length, long=long,
            width=s.span("back_width", -0.06, 0.09) - 0.07 * head.man,
            flare=s.span("back_flare", -0.05, 0.22) * grow,
            wave=(s.span("back_wave", 0.0, 0.36) ** 2) * grow,
            period=curly * (0.5 + 0.5 * long), phase=0.35 * side,
            tuck=s.span("back_tuck", -0.13, 0.15) * (1 - 0.3 * long),
            flick=s.grow("back_spiky", 0.2, 1.5),
        )  # fmt: skip

    def at(self, t: Value, inset: Value = 0.0, share: Value = 1.0, lag: float = 0.0) -> Knots:
        """The outline's point [N, 1, 2] at t (0 temple to 1 tip), ``inset`` from it."""
        t = np.asarray(t, float)
        head, w = self.head, self.head.hair_half_width
        low = self.length * np.asarray(share)
        y = -0.20 + (low + 0.20) * t
        hang = np.clip((y - 0.05) / 0.45, 0, None)
        body = self.width * np.sin(np.clip((y + 0.2) / 0.8, 0, 1.6) * 1.9)
        slope = -(1 - self.long) * 0.20 * smooth((y - 0.08) / 0.45)  # short hair follows the skull
        sway = self.wave * np.sin(2 * np.pi * self.period * t + 0.6 + self.phase + lag)
        sway = sway * smooth(t / 0.45)
        end = smooth((t - 0.55) / 0.45)
        x = w * 1.02 + body + slope + self.flare * np.minimum(hang, 1.5) * 0.75 + sway
        x = (
            x
            + 0.55 * self.tuck * np.sin(np.pi * np.clip(t, 0, 1)) ** 2
            - 1.15 * self.tuck * end
            + self.flick * 0.16 * end**2
            - np.asarray(inset)
        )
        shift = -0.15 * np.sin(head.yaw) * (0.4 + 0.6 * smooth((y + 0.2) / 0.5))
        return path([(self.side * x + shift, y)])

    def along(self, inset: float, share: Value, k: int) -> Knots:
        """Seven knots of a clump that follows the outline."""
        ts = np.array([0.0, 0.17, 0.34, 0.51, 0.68, 0.84, 1.0])
        lag = (0.0, -0.3, -0.8)[k - 1]
        knots = [self.at(t, inset + 0.05 * (1 - t) ** 2, share, lag) for t in ts]
        drop = vector(-self.side * self.tuck * 0.25, 0.05)
        return stack(*knots[:-1], knots[-1] + drop)


def _mass(s: Scores, head: Head, right: _Edge, left: _Edge) -> Chain:
    """28 cubics: over the crown, down the right, along the tips, up the left."""
    ragged = s.span("back_ragged", 0.05, 0.20)
    ts = np.array([0.12, 0.28, 0.44, 0.60, 0.76, 0.92])
    crown = dome(head, [np.pi * 0.6, np.pi * 0.4], [-0.04, -0.04])
    rights = stack(*[right.at(t, 0.03 + 0.09 * t**3) for t in ts])
    lefts = stack(*[left.at(t, 0.03 + 0.09 * t**3) for t in ts])
    down = spline(stack(crown[:, 1:], rights))
    up = spline(stack(lefts[:, ::-1], crown))
    start, end = rights[:, -1:], lefts[:, -1:]
    pieces = []
    for k in range(_TIPS):
        a, b = k / _TIPS, (k + 1) / _TIPS
        cleft = vector(0, -0.03 - 0.30 * ragged)
        gap0 = start + (end - start) * a + (cleft if k else 0)
        gap1 = start + (end - start) * b + (cleft if k < _TIPS - 1 else 0)
        deep = ragged * (0.7, 0.45, 0.8, 0.35, 0.55)[k] + 0.01
        tip = (gap0 + gap1) / 2 + vector(-0.025 * (k - 2), deep)
        bulge = (gap0 - tip) * np.array([0.25, 0.0]) + np.array([0.0, 0.015])
        pieces.append(spline(stack(gap0, (gap0 + tip) / 2 + bulge, tip), tension=1 / 7))
        pieces.append(spline(stack(tip, gap1)))
    return join(down, *pieces, up)


def _lines(s: Scores, head: Head, sheet: Sheet, edges: dict[int, _Edge], long: Values) -> None:
    """Flow lines inside the mass, beside the neck."""
    shown = soft_step(s.score("back_lines") + 2.5 * long, 1.2, 0.08)
    for k, (side, inset, share) in enumerate(
        ((-1, 0.24, 0.80), (-1, 0.33, 0.95), (1, 0.22, 0.9), (1, 0.32, 0.76)), start=1
    ):
        edge = edges[side]
        points = [edge.at(t, inset, share, -1.0) for t in (0.45, 0.65, 0.85, 1.0)]
        sheet.add(f"back line.{k}", head.tilt(spline(stack(*points))), shown)
