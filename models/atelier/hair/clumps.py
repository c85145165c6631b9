"""Clumps of hair: broad locks that end in two points of unequal length, and their shade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Values
from models.atelier.shapes import Chain, Knots, Value, column, join, lerp, lock, path, spline, stack


@dataclass(frozen=True)
class Tip:
    """How a clump ends: two points ``spread`` apart, one shorter by ``uneven``, a cleft of
    ``depth`` between; ``lead`` is 1 where the left point (seen from the root) is the longer,
    0 where the right one is. ``plumb`` (0 to 1): how far it is cut level, whichever way it hangs.
    Lengths in head units."""

    spread: Value
    uneven: Value
    depth: Value
    lead: float = 1.0
    plumb: Value = 0.0


@dataclass(frozen=True)
class Clump:
    """A clump's spine [N, m, 2] on the screen, its widths at the m - 1 knots before the tip."""

    spine: Knots
    widths: Sequence[Value]
    tip: Tip

    @cached_property
    def frames(self) -> tuple[Knots, Knots]:
        """Unit tangents and normals [N, m, 2] at the spine's knots."""
        along, across = directions(self.spine)
        plumb = column(self.tip.plumb)
        end = lerp(along[:, -1:], np.array([0.0, 1.0]), plumb)
        end = end / np.maximum(np.hypot(end[..., :1], end[..., 1:]), 1e-6)
        side = np.stack([-end[..., 1], end[..., 0]], axis=-1)
        return stack(along[:, :-1], end), stack(across[:, :-1], side)

    def outline(self) -> Chain:
        """[N, 1 + 3 * (2m), 2]: down one edge (m - 1 cubics), tip, cleft, tip (two), back up the
        other edge (m - 1)."""
        tip = self.tip
        along, across = self.frames
        half = path([(w,) for w in self.widths]) / 2
        body = self.spine[:, :-1]
        end, d, n = self.spine[:, -1:], along[:, -1:], across[:, -1:]
        spread, uneven, depth = column(tip.spread), column(tip.uneven), column(tip.depth)
        first = end + n * spread * 0.5 - d * uneven * (1 - tip.lead)
        second = end - n * spread * 0.5 - d * uneven * tip.lead
        cleft = end + n * spread * (0.16 - 0.32 * tip.lead) - d * (uneven + depth)
        down = spline(stack(body + across[:, :-1] * half, first))
        up = spline(stack(body - across[:, :-1] * half, second))[:, ::-1]
        return join(
            down, _into(first, cleft, d, depth), _into(second, cleft, d, depth)[:, ::-1], up
        )

    def fold(self, start: float = 0.36) -> Chain:
        """[N, 7, 2]: the line from the cleft up the clump, fading to nothing on its back."""
        tip = self.tip
        along, across = self.frames
        end, d, n = self.spine[:, -1:], along[:, -1:], across[:, -1:]
        off = column(tip.spread) * (0.16 - 0.32 * tip.lead)
        cleft = end + n * off - d * (column(tip.uneven) + column(tip.depth))
        above = self.spine[:, -2:-1] + across[:, -2:-1] * off * 1.2
        high = lerp(self.spine[:, -2:-1], self.spine[:, -3:-2], start)
        return spline(stack(high + across[:, -3:-2] * off, above, cleft))

    def shade(self, side: Value, share: Sequence[float], strong: Value = 1.0) -> Chain:
        """The part of the clump away from the light. ``side`` (-1 to 1): along which edge, as
        ``across``; ``share`` the part of the width at each of the last knots that it covers
        (len(share) <= m). A lock of ``len(share)`` knots."""
        m = len(share)
        along, across = self.frames
        widths = [*self.widths, np.asarray(self.tip.spread, float) * 0.9][-m:]
        side = np.asarray(side, float)
        strong = np.asarray(strong, float)
        knots, wide = self.spine[:, -m:], []
        moved = []
        for k, (w, part) in enumerate(zip(widths, share, strict=True)):
            narrow = np.asarray(w, float) * part * strong
            shift = side * (np.asarray(w, float) * 1.04 - narrow) / 2
            moved.append(knots[:, k : k + 1] + across[:, -m + k][:, None] * column(shift))
            wide.append(narrow)
        wide[-1] = wide[-1] * 0.35
        back = column(np.asarray(self.tip.uneven, float) * 0.5)
        moved[-1] = moved[-1] - along[:, -1:] * back
        return lock(stack(*moved), wide)


def arc(root: Knots, leave: Knots, arrive: Knots, end: Knots) -> Knots:
    """Five knots [N, 5, 2] along one confident curve: a cubic with the given control points."""
    ts = np.array([0.0, 0.27, 0.52, 0.77, 1.0])[:, None]
    u = 1 - ts
    curve: Knots = root * u**3 + leave * (3 * u * u * ts) + arrive * (3 * u * ts * ts) + end * ts**3
    return curve


def directions(spine: Knots) -> tuple[Knots, Knots]:
    """Unit tangents and unit normals (the tangent turned to the left edge) [N, m, 2]."""
    along = np.empty_like(spine)
    along[:, 1:-1] = spine[:, 2:] - spine[:, :-2]
    along[:, 0] = spine[:, 1] - spine[:, 0]
    # The last leg's own bend goes on to the tip, so that points flick on along the curve.
    along[:, -1] = 1.5 * (spine[:, -1] - spine[:, -2]) - 0.25 * (spine[:, -1] - spine[:, -3])
    along /= np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-6)[..., None]
    return along, np.stack([-along[..., 1], along[..., 0]], axis=-1)


def _into(point: Knots, cleft: Knots, d: Knots, depth: Knots) -> Chain:
    """One cubic from a tip into the cleft, where it arrives along the clump."""
    return stack(point, lerp(point, cleft, 0.30), cleft + d * depth * 0.45, cleft)


def away_from_light(head: Head, lean: float) -> Values:
    """-1 to 1: along which edge of a clump that hangs its shade lies, 1 for the left one. ``lean``
    (-1 to 1) gives each clump its own turning point, so that under frontal light some shade left,
    some right."""
    return np.tanh((-head.light[0] + 0.006 * lean) / 0.008)
