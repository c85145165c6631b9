"""The crown: cap over the skull, its shade, tufts that break the silhouette, flow lines."""

from __future__ import annotations

import math

import numpy as np

from models.atelier.hair.clumps import Clump, Tip
from models.atelier.hair.skull import HAIR_LINE, silhouette, whorl
from models.atelier.head import RIM, Head
from models.atelier.scores import Scores, Values, at_most, smooth, soft_step
from models.atelier.shapes import (
    Chain,
    Value,
    join,
    lerp,
    path,
    spline,
    stack,
    straight,
    vector,
)  # fmt: skip
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES

#: Tufts from the right over the crown to the left: root's and tip's angle (shares of pi), how far
#: the tip leaves the dome, width. Before the whorl they flow right, behind it left.
_TUFTS = (
    (0.25, 0.015, 0.72, 0.16),
    (0.40, 0.150, 1.12, 0.23),
    (0.49, 0.300, 0.66, 0.14),
    (0.56, 0.425, 0.96, 0.11),
    (0.52, 0.665, 1.22, 0.24),
    (0.61, 0.835, 0.72, 0.16),
    (0.76, 0.985, 0.92, 0.19),
)
TUFTS = len(_TUFTS)
FLOWS = 5


def draw_crown(s: Scores, head: Head, sheet: Sheet, part: Values) -> None:
    """Slots ``cap``, ``cap shade.*``, ``tuft.*``, ``flow.*``."""
    sheet.add("cap", _cap(s, head, part), width=head.contour)
    for side, name in SIDES:
        sheet.add(f"cap shade.{name}", _shade(head, part, side))
    _tufts(s, head, sheet)
    _flows(s, head, sheet, part)


def _cap(s: Scores, head: Head, part: Values) -> Chain:
    """Twelve cubics over the dome from the right ear to the left, then four along the hair line.
    The dome dips where the parting leaves it."""
    dip = 0.006 + 0.008 * s.span("hair_parting", -1.0, 1.0)
    angles: list[Value] = []
    lifts: list[Value] = []
    for k in range(13):
        a = math.pi * (-0.085 + 1.17 * k / 12)
        x = head.hair_half_width * math.cos(a)
        angles.append(a)
        close = 0.055 * head.man * float(smooth(0.75 - 1.6 * math.sin(a)))
        swell = 0.005 * math.sin(2.6 * k + 0.8) + float(_round(a)) - close
        lifts.append(swell - dip * np.exp(-(((x - 0.45 * part) / 0.07) ** 2)) * (math.sin(a) > 0.8))
    over = spline(head.tilt(silhouette(head, angles, lifts)))
    w = head.half_width
    # Behind a straight cut hair covers the temples too: no chink of skin beside it.
    cut = s.grow("bang_blunt", 0.45, 0.9)
    temple, low = (0.84 - 0.16 * cut) * w, -0.20 + 0.12 * cut
    line = head.turn(
        path([
            (-0.99 * w, 0.02, 0.08),
            (-temple, low, 0.26),
            (0.9 * part, HAIR_LINE - 0.035, 0.47),
            (temple, low, 0.26),
            (0.99 * w, 0.02, 0.08),
        ])
    )  # fmt: skip
    rest = spline(stack(over[:, -1:], line[:, 1:4]))
    return join(over, rest, straight(rest[:, -1:], over[:, :1]))


def _round(angle: Value) -> Values:
    """How far the crown stands out where the silhouette is at ``angle`` (radians from the right):
    without it the parting's dip would flatten the head."""
    rounded: Values = 0.034 * np.maximum(np.sin(angle), 0.0) ** 4
    return rounded


def _shade(head: Head, part: Values, side: int) -> Chain:
    """The dark side of the dome: a crescent along the silhouette, as broad as the light leaves it,
    whose inner edge follows the locks' flow from the whorl and ends in two points."""
    dark = smooth(0.5 + side * head.light[0] / 0.036)
    broad = 0.05 + 0.33 * dark
    w, top = head.hair_half_width, head.hair_top
    wx, wy = whorl(head, part)

    def flow(share: Value, down: Value) -> tuple[Value, Value]:
        """Where the lock that meets the skull's side at ``share`` of its half width lies, ``down``
        quarter turns from the whorl."""
        angle = 0.5 * np.pi * np.asarray(down)
        across = np.sin(angle)
        x = wx * (1 - across) + side * w * share * across
        return x, wy + (RIM - top) * (1 - np.cos(angle))

    start = flow(1.16, 0.34 - 0.16 * dark)
    edge = path([
        start,
        flow(1.02 - 0.62 * broad, 0.56),
        flow(1.03 - broad, 0.86),
        flow(1.03 - 0.62 * broad, 0.68),
        flow(1.02 - 0.56 * broad, 0.92),
        flow(1.02 - 0.44 * broad, 1.16),
        (side * w * 1.16, 0.30),
    ])  # fmt: skip
    outer = path([
        (side * w * 1.16, 0.30),
        (side * w * 1.40, -0.40),
        (side * w * 1.25, top),
        start,
    ])  # fmt: skip
    pieces = [edge[:, 0:3], edge[:, 2:4], edge[:, 3:6], edge[:, 5:7], outer]
    shift = vector(-0.06 * np.sin(head.yaw), 0.0)
    return head.tilt(join(*(spline(piece) for piece in pieces)) + shift)


def _tufts(s: Scores, head: Head, sheet: Sheet) -> None:
    """Locks that follow the dome away from the whorl and leave it at their tips: a breath of
    loose hair on a smooth crown, a spiky mane at the other end."""
    wild = smooth((s.score("spikes") + 1.0 * head.man - 0.8) / 2.2) * (0.66 + 0.34 * head.man)
    # Sleek hair has none: half out of the dome they would be notches in its outline.
    free = s.span("crown_loose", 0.0, 1.0) + 0.35 * head.man
    loose = lerp(-0.095, 0.044, smooth((free - 0.30) / 0.55))
    loose = loose * (1 - 0.6 * wild)
    lean = 0.16 * s.signed("spike_lean")
    for k, (root, goal, share, wide) in enumerate(_TUFTS, start=1):
        way = goal - root
        size = share * (1 + 0.55 * s.signed(f"bang_{8 - k}"))
        up = wild * (1 - abs(root - 0.5))  # spikes stand up, loose hair lies down
        start = math.pi * root + lean
        end = start + math.pi * way * (1.0 - 0.30 * up) + lean * up
        # At the whorl loose hair lies closest.
        at_whorl = 0.05 * math.exp(-(((goal - 0.5) / 0.2) ** 2)) * (1 - wild)
        out = (loose + 0.27 * wild) * size - at_whorl
        w = wide * (0.80 + 0.75 * wild)
        lies = 1 - smooth(out / 0.10)  # lying on the dome it has one point, long and slender
        angles = [start + (end - start) * at for at in (0.0, 0.34, 0.72 - 0.14 * lies, 1.0)]
        slim = 0.72 - 0.24 * lies
        low = at_most(out, np.zeros_like(out), 0.008)  # whole inside the dome, off its rim light
        lifts = [-0.5 * w - 0.05, -0.5 * w + 0.05 * out + 0.8 * low]
        lifts += [-0.5 * slim * w + 0.36 * out + 0.5 * low, out - 0.04 * w * lies]
        over = [lift + _round(angle) for lift, angle in zip(lifts, angles, strict=True)]
        spine = silhouette(head, angles, over)
        tip = Tip(
            w * (0.30 - 0.18 * lies), 0.045 + 0.32 * out, 0.02 + 0.20 * out, 1.0 if way > 0 else 0.0
        )
        ring = Clump(head.tilt(spine), (w * 0.15, w, w * slim), tip).outline()
        sheet.add(
            f"tuft.{k}",
            ring if way > 0 else ring[:, ::-1],  # the outer edge comes first
            soft_step(out, -0.015, 0.005),  # where nothing of it shows any more
            width=head.contour * np.clip(0.05 + out / 0.03, 0.01, 1.0),
        )


def _flows(s: Scores, head: Head, sheet: Sheet, part: Values) -> None:
    """Lines along the flow from the whorl, and the parting itself."""
    wx, wy = whorl(head, part)
    shown = s.presence("hair_parting", -0.3)
    parting = path([
        (wx, wy - 0.01), (lerp(wx, part, 0.55), lerp(wy, HAIR_LINE, 0.45)),
        (part, HAIR_LINE - 0.07),
    ])  # fmt: skip
    sheet.add("flow.1", spline(head.shell(parting, 0.01)), shown)
    lines = s.presence("flow_lines", 0.1)
    # They hug the dome, where neither the clumps of the bangs nor its own shade hide them.
    middle = 0.5 - 0.26 * part - 0.13 * np.sin(head.yaw)
    for k, (side, inside, end) in enumerate(
        ((-1, 0.075, 0.34), (-1, 0.150, 0.30), (1, 0.135, 0.27), (1, 0.085, 0.36)), start=2
    ):
        start = middle - side * (0.11 if inside < 0.12 else 0.07)
        angles = [np.pi * (start - side * end * t) for t in (0.0, 0.5, 1.0)]
        lifts = [-inside * deep for deep in (0.55, 1.0, 0.9)]
        sheet.add(f"flow.{k}", spline(head.tilt(silhouette(head, angles, lifts))), lines)
