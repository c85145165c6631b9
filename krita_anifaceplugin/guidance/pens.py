"""The pens that guidance is drawn with: how wide, and when a painter needs another."""

from __future__ import annotations

from collections.abc import Callable

from ..qt import QtCore, QtGui

#: A thinner pen, in pixels of what is drawn on, would fade away.
THINNEST = 1.0
#: On the canvas, a pen thicker than this many pixels grows by this share only.
THICK, THICK_GROWTH = 5.0, 0.35


class Pens:
    """Gives a painter the pens of lines, none twice: that takes as long as to draw a line.

    Args:
        frame_to_target: maps the unit square to the painter's pixels.
        width: pixels of a pen, from its frame units and how many pixels one of them is.
    """

    def __init__(
        self,
        painter: QtGui.QPainter,
        frame_to_target: QtGui.QTransform,
        width: Callable[[float, float], float],
    ) -> None:
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        self._painter, self._pen = painter, QtGui.QPen()
        self._pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
        # Round joins take twice as long, and nobody sees them in lines so densely sampled.
        self._pen.setJoinStyle(QtCore.Qt.PenJoinStyle.BevelJoin)
        self._width, self._scale = width, scale_of(frame_to_target)
        self._taken: tuple[QtGui.QColor, float, float] | None = None

    def take(self, color: QtGui.QColor, width: float, edge: float) -> None:
        """The next line is of this colour, ``width`` frame units wide and ``edge`` pixels more on
        either side."""
        wanted = (color, width, edge)
        if wanted != self._taken:
            self._taken = wanted
            self._pen.setColor(color)
            self._pen.setWidthF(self._width(width, self._scale) + 2 * edge)
            self._painter.setPen(self._pen)


def scale_of(frame_to_target: QtGui.QTransform) -> float:
    """Pixels of the target that a frame unit is long."""
    return float(abs(frame_to_target.determinant()) ** 0.5)


def pen_width(width: float, scale: float) -> float:
    """Pixels of a pen that is ``width`` frame units wide, in a frame of ``scale`` pixels."""
    return max(THINNEST, width * scale)


def screen_width(width: float, scale: float) -> float:
    """The same on the canvas: near to, lines grow less than the picture, or they would hide what
    is drawn along them."""
    whole = pen_width(width, scale)
    return min(whole, THICK + (whole - THICK) * THICK_GROWTH)
