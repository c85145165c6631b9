"""Cap and beret: a crown over a ring round the skull, a brim before the forehead, their shade."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import (
    Chain,
    Knots,
    Value,
    column,
    join,
    lerp,
    path,
    placed,
    spline,
    stack,
    straight,
    vector,
)
from models.atelier.sheet import Sheet

#: The crown's outline from the left foot over the top to the right one, seven knots between the
#: feet: across in hair half widths, up in shares of the height over the ring. A cap is round and
#: fullest low down; a beret swells over its ring and hangs over to one side.
_CAP = ((-1.00, 0.30), (-0.91, 0.64), (-0.56, 0.96), (0.0, 1.09), (0.56, 0.96), (0.91, 0.64),
        (1.00, 0.30))  # fmt: skip
_BERET = ((-1.02, 0.16), (-1.00, 0.58), (-0.58, 0.98), (0.08, 1.12), (0.74, 0.98), (1.16, 0.50),
          (1.10, 0.06))  # fmt: skip
#: Seen from above, where the ring's front half lies before the viewer, in turns of pi.
_FRONT = (-0.34, -0.17, 0.0, 0.17, 0.34)
#: What lies in shadow, seen from the hat's middle with the light from above.
_DARK = path([(-1.5, 0.10), (-0.62, 0.62), (0.50, 0.66), (1.5, 0.16), (1.6, 2.0), (-1.6, 2.0)])


def draw_hat(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``hat``, ``hat shade``, ``brim``."""
    shown = s.appears("hat")
    hat = _Hat(s, head)
    crown, edge = hat.crown(), hat.edge()
    over = spline(crown)
    rim = spline(stack(crown[:, -1:], edge[:, ::-1], crown[:, :1]))
    seam = hat.seam(crown[:, 4:5])
    # From the button round and back to it: what joins outline and seam then lies inside the hat.
    top = 3 * (crown.shape[1] // 2)
    outline = join(over[:, top:], rim, over[:, : top + 1])
    inside = straight(outline[:, -1:], seam[:, :1])
    sheet.add("hat", join(outline, inside, seam), shown, head.contour)
    sheet.add("hat shade", hat.shade(), shown)
    sheet.add("brim", hat.brim(), shown, head.contour)


class _Hat:
    """N hats, from a cap (``beret`` 0) to a beret (1). The ring lies round the skull, higher in
    front; ``half`` is its radius, ``y`` its height at the ears, ``rise`` how much higher its front
    lies, all in head units."""

    def __init__(self, s: Scores, head: Head) -> None:
        self.head = head
        self.beret = s.grow("hat_kind", -0.35, 0.7)
        self.tilt = (0.11 + 0.08 * self.beret) * s.signed("hat_tilt") + 0.08 * self.beret
        self.half = head.hair_half_width * lerp(1.0, 0.93, self.beret)
        self.y = lerp(-0.25, -0.40, self.beret)
        self.rise = lerp(0.17, -0.07, self.beret)
        # A beret's band is narrower than what hangs over it.
        self.tight = lerp(1.0, 0.92, self.beret)
        self.high = self.y - head.hair_top

    def crown(self) -> Knots:
        """Nine knots of the outline, from the left foot to the right one."""
        turn = np.sin(self.head.yaw)
        points: list[tuple[Value, Value]] = []
        for cap, beret in zip(_CAP, _BERET, strict=True):
            # A cap's front panels stand steeper than its back: it is fuller where it turns to.
            fuller = 0.05 * turn * (1 - cap[1]) * (1 - self.beret)
            x = lerp(cap[0], beret[0], self.beret) + fuller
            points.append((self.half * x, self.y - self.high * lerp(cap[1], beret[1], self.beret)))
        over = self._flat(path(points), -0.05)
        feet = self._ring([-0.5 * np.pi, 0.5 * np.pi], self.tight)
        return stack(feet[:, :1], over, feet[:, 1:])

    def edge(self) -> Knots:
        """Three knots of the lower edge before the forehead, from left to right."""
        return self._ring([np.pi * turn for turn in (-0.27, 0.0, 0.27)], self.tight)

    def seam(self, button: Knots) -> Chain:
        """Two cubics: up to the button and down again, a cap's front panel or a beret's two
        creases. Either bows outwards, or it would cut a hole into the hat."""
        turned, high = self.head.yaw, self.high
        ends, bows = [], []
        for side, end, bow in ((-1, (-0.30, 0.90), (-0.14, 1.12)), (1, (0.48, 0.88), (0.36, 1.10))):
            foot = self._ring([side * 0.52 + turned], 1.0)
            panel = self._solid(path([(side * 0.30, self.y - 0.66 * high, 0.44)]))
            crease = path([(self.half * x, self.y - high * up) for x, up in (end, bow)])
            crease = self._flat(crease, -0.05)
            ends.append(lerp(foot, crease[:, :1], column(self.beret)))
            bows.append(lerp(panel, crease[:, 1:], column(self.beret)))
        pulls = [(lerp(end, bow, 0.8), lerp(button, bow, 0.75))
                 for end, bow in zip(ends, bows, strict=True)]  # fmt: skip
        return stack(ends[0], *pulls[0], button, *pulls[1][::-1], ends[1])

    def shade(self) -> Chain:
        """The dark part lies low, and to the side that the light leaves."""
        head = self.head
        angle = -1.35 * head.dark_side(0.010)
        dark = placed(_DARK, path([(0.0, 0.0)]), angle)
        dark = dark * vector(1.12 * self.half, 0.62 * self.high)
        middle = path([(0.10 * self.beret * self.half, self.y - 0.46 * self.high)])
        return spline(self._flat(dark + middle, -0.05), closed=True)

    def brim(self) -> Chain:
        """Nine cubics: under the hat from left to right, then back along its front edge, which
        stands out forwards and bends down at its ends; a beret has none."""
        out = 1 - self.beret
        near = self._ring([np.pi * turn + self.head.yaw for turn in _FRONT], 0.93, -0.03)
        points: list[tuple[Value, Value, Value]] = []
        for turn in _FRONT:
            u = turn / _FRONT[-1]
            angle = np.pi * turn * lerp(0.90, 1.0, self.beret)
            bow = np.sqrt(1 - 0.93 * u * u)
            reach = self.half * lerp(0.98, 0.93, self.beret)
            ahead = 0.44 * out * bow
            drop = 0.215 * out * bow + 0.02 * out * u * u
            y = self.y - self.rise * np.cos(angle) + drop - 0.03 * self.beret
            points.append((reach * np.sin(angle), y, reach * np.cos(angle) + ahead))
        far = self._solid(path(points))
        return join(spline(near), straight(near[:, -1:], far[:, -1:]), spline(far[:, ::-1]))

    def _ring(self, turns: Sequence[Value], share: Value, lift: float = 0.0) -> Knots:
        """Points on the ring at ``turns`` (radians from the viewer to the right), at a share of its
        radius, moved down by ``lift``."""
        points: list[tuple[Value, Value, Value]] = []
        reach = self.half * share
        for turn in turns:
            angle = np.asarray(turn) - self.head.yaw
            y = self.y + lift - self.rise * np.cos(angle)
            points.append((reach * np.sin(angle), y, reach * np.cos(angle)))
        return self._solid(path(points))

    def _solid(self, points: Knots) -> Knots:
        """Points [N, m, 3] in the head's space, on the turned head."""
        moved = self.head.turn(points) + path([(-0.05 * np.sin(self.head.yaw), 0.0)])
        return self._aslant(moved)

    def _flat(self, knots: Knots, sway: float) -> Knots:
        """Flat knots tilted with head and hat."""
        moved = knots + path([(sway * np.sin(self.head.yaw), 0.0)])
        return self._aslant(self.head.tilt(moved))

    def _aslant(self, points: Knots) -> Knots:
        """Turned about the head's middle, as a hat is worn aslant."""
        x, y = points[..., 0], points[..., 1] + 0.35
        c, si = np.cos(self.tilt)[:, None], np.sin(self.tilt)[:, None]
        return np.stack([x * c - y * si, x * si + y * c - 0.35], axis=-1)
