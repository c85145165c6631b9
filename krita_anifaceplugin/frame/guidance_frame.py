"""The guidance frame: the square of the canvas in which the portrait lies."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from ..geometry import Rect

#: A frame smaller than this holds no face worth suggesting.
SMALLEST = 32
#: A frame larger than this is a slip of the hand, and its pixels would fill the memory.
LARGEST = 20_000
_FARTHEST = 100_000


@dataclass(frozen=True)
class GuidanceFrame:
    """A square in document pixels, turned about its centre by ``angle`` degrees, clockwise.

    ``x`` and ``y`` are the upper left corner before it is turned; (0, 0) to (1, 1) in frame
    units is this square.
    """

    x: int
    y: int
    side: int
    angle: float = 0.0

    @property
    def rect(self) -> Rect:
        """The square before it is turned."""
        return Rect(self.x, self.y, self.side, self.side)

    @property
    def center(self) -> tuple[float, float]:
        return self.x + self.side / 2, self.y + self.side / 2

    @property
    def bounds(self) -> Rect:
        """The smallest upright rectangle of whole pixels that holds the turned square."""
        if not self.angle:
            return self.rect
        turn = math.radians(self.angle)
        half = self.side / 2 * (abs(math.cos(turn)) + abs(math.sin(turn)))
        x, y = self.center
        left, top = math.floor(x - half), math.floor(y - half)
        return Rect(left, top, math.ceil(x + half) - left, math.ceil(y + half) - top)

    def on_canvas(self, x: float, y: float) -> tuple[float, float]:
        """The document position of a point in frame units."""
        turn = math.radians(self.angle)
        dx, dy = (x - 0.5) * self.side, (y - 0.5) * self.side
        cx, cy = self.center
        return (
            cx + dx * math.cos(turn) - dy * math.sin(turn),
            cy + dx * math.sin(turn) + dy * math.cos(turn),
        )

    def in_frame(self, x: float, y: float) -> tuple[float, float]:
        """A document position in frame units."""
        turn = math.radians(self.angle)
        cx, cy = self.center
        dx, dy = x - cx, y - cy
        return (
            (dx * math.cos(turn) + dy * math.sin(turn)) / self.side + 0.5,
            (dy * math.cos(turn) - dx * math.sin(turn)) / self.side + 0.5,
        )

    # ---- ways to make one

    @classmethod
    def about(cls, x: float, y: float, side: float, angle: float = 0.0) -> GuidanceFrame:
        """The frame about a centre, with whole pixels and within what makes sense."""
        whole = min(max(round(side), SMALLEST), LARGEST)
        x, y = (min(max(v, -_FARTHEST), _FARTHEST) for v in (x, y))
        turned = (angle + 180.0) % 360.0 - 180.0
        return cls(round(x - whole / 2), round(y - whole / 2), whole, round(turned, 2) + 0.0)

    @classmethod
    def largest(cls, width: int, height: int) -> GuidanceFrame:
        """The largest square centred in a document."""
        side = max(1, min(width, height))
        return cls((width - side) // 2, (height - side) // 2, side)

    @classmethod
    def covering(cls, width: int, height: int) -> GuidanceFrame:
        """The smallest square that holds a whole document, centred on it."""
        side = max(1, width, height)
        return cls((width - side) // 2, (height - side) // 2, side)

    @classmethod
    def around(cls, selection: Rect, width: int, height: int) -> GuidanceFrame:
        """The square around a selection, about its centre, moved into the document if it fits."""
        side = max(selection.width, selection.height, SMALLEST)
        x = selection.x + (selection.width - side) // 2
        y = selection.y + (selection.height - side) // 2
        return cls(_into(x, side, width), _into(y, side, height), side)

    # ---- as the document keeps it

    def to_text(self) -> str:
        """As JSON, for the document's annotation."""
        return json.dumps({"x": self.x, "y": self.y, "side": self.side, "angle": self.angle})

    @classmethod
    def from_text(cls, text: str) -> GuidanceFrame | None:
        """What ``to_text`` wrote, or None where it is something else: a document may come from
        anybody."""
        try:
            found = json.loads(text)
            x, y, side = (int(found[name]) for name in ("x", "y", "side"))
            angle = float(found.get("angle", 0.0))
            if not (SMALLEST <= side <= LARGEST and math.isfinite(angle)):
                return None
            return cls.about(x + side / 2, y + side / 2, side, angle)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return None


def _into(start: int, length: int, limit: int) -> int:
    """``start`` moved so that [start, start + length) lies in [0, limit), where it can."""
    if length > limit:
        return start
    return min(max(start, 0), limit - length)
