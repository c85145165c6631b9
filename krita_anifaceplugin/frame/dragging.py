"""What a drag on the frame's handles does. Positions are document pixels; no widget, no Krita."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from .guidance_frame import SMALLEST, GuidanceFrame

#: With Shift held, the frame turns in steps of this many degrees.
STEP = 15.0
#: Corners in frame units, clockwise from the upper left, and the middles of the sides.
CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
SIDES = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))

Point = tuple[float, float]


class Grip(Enum):
    """What part of the frame is held."""

    MOVE = "move"
    SCALE = "scale"
    TURN = "turn"


@dataclass(frozen=True)
class Hold:
    """A part of the frame that the pointer is over; ``anchor``, in frame units, is the handle."""

    grip: Grip
    anchor: Point = (0.5, 0.5)


def hold_at(frame: GuidanceFrame, at: Point, reach: float, knob: Point) -> Hold:
    """What a press at a document position takes hold of.

    Args:
        reach: how far from a handle still counts as on it, in document pixels.
        knob: where the handle that turns is, in document pixels.
    """
    if math.dist(at, knob) <= reach:
        return Hold(Grip.TURN)
    for anchor in (*CORNERS, *SIDES):
        if math.dist(at, frame.on_canvas(*anchor)) <= reach:
            return Hold(Grip.SCALE, anchor)
    x, y = frame.in_frame(*at)
    inside = 0 <= x <= 1 and 0 <= y <= 1
    return Hold(Grip.MOVE if inside else Grip.TURN)


def dragged(
    frame: GuidanceFrame,
    hold: Hold,
    begin: Point,
    now: Point,
    about_center: bool = False,
    in_steps: bool = False,
) -> GuidanceFrame:
    """The frame after a drag from ``begin`` to ``now``.

    Args:
        frame: as it was when the drag began.
        about_center: scaling keeps the centre, else the opposite corner or side.
        in_steps: turn by whole STEPs.
    """
    cx, cy = frame.center
    if hold.grip is Grip.MOVE:
        x, y = cx + now[0] - begin[0], cy + now[1] - begin[1]
        return GuidanceFrame.about(x, y, frame.side, frame.angle)
    if hold.grip is Grip.TURN:
        before = math.atan2(begin[1] - cy, begin[0] - cx)
        after = math.atan2(now[1] - cy, now[0] - cx)
        angle = frame.angle + math.degrees(after - before)
        if in_steps:
            angle = round(angle / STEP) * STEP
        return GuidanceFrame.about(cx, cy, frame.side, angle)
    return _scaled(frame, hold.anchor, begin, now, about_center)


def _scaled(
    frame: GuidanceFrame, anchor: Point, begin: Point, now: Point, about_center: bool
) -> GuidanceFrame:
    fixed = (0.5, 0.5) if about_center else (1 - anchor[0], 1 - anchor[1])
    # How far along the way from the fixed point to the handle the pointer has come.
    way = anchor[0] - fixed[0], anchor[1] - fixed[1]
    length = math.hypot(*way)
    a, b = frame.in_frame(*begin), frame.in_frame(*now)
    grown = ((b[0] - a[0]) * way[0] + (b[1] - a[1]) * way[1]) / length
    side = max(frame.side * (1 + grown / length), SMALLEST)
    x, y = frame.on_canvas(*fixed)
    cx, cy = frame.center
    ratio = side / frame.side
    return GuidanceFrame.about(x + (cx - x) * ratio, y + (cy - y) * ratio, side, frame.angle)
