"""The guidance frame: the square of the canvas in which the portrait lies."""

from __future__ import annotations

from dataclasses import dataclass

from .geometry import Rect

#: A frame smaller than this holds no face worth suggesting.
SMALLEST = 32


@dataclass(frozen=True)
class GuidanceFrame:
    """A square in document pixels; (0, 0) to (1, 1) in frame units is this square."""

    x: int
    y: int
    side: int

    @property
    def rect(self) -> Rect:
        return Rect(self.x, self.y, self.side, self.side)

    @classmethod
    def largest(cls, width: int, height: int) -> GuidanceFrame:
        """The largest square centred in a document."""
        side = max(1, min(width, height))
        return cls((width - side) // 2, (height - side) // 2, side)

    @classmethod
    def around(cls, selection: Rect, width: int, height: int) -> GuidanceFrame:
        """The square around a selection, about its centre, moved into the document if it fits."""
        side = max(selection.width, selection.height, SMALLEST)
        x = selection.x + (selection.width - side) // 2
        y = selection.y + (selection.height - side) // 2
        return cls(_into(x, side, width), _into(y, side, height), side)


def _into(start: int, length: int, limit: int) -> int:
    """``start`` moved so that [start, start + length) lies in [0, limit), where it can."""
    if length > limit:
        return start
    return min(max(start, 0), limit - length)
