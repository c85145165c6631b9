"""Which colour stands for which part of the portrait."""

from __future__ import annotations

from ..qt import QtCore, QtGui
from ..session.state import Part
from ..texts.table import Texts
from . import style
from .flowing import Flowing

DOT = 8


class Legend(Flowing):
    """Dots and names in as many columns as fit; nothing where there are no parts."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._parts: tuple[Part, ...] = ()
        self.setFont(style.small_font(self))
        self.setAccessibleName(texts("legend.name"))
        self.setVisible(False)

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these parts, in this order."""
        if parts != self._parts:
            self._parts = parts
            self.setAccessibleDescription(
                ", ".join(self._texts.name("part", part.name) for part in parts)
            )
            self.setVisible(bool(parts))
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        columns, line = self._columns(self.width()), self._line()
        width = self.width() / columns
        text = style.quiet(self)
        for place, part in enumerate(self._parts):
            row, column = divmod(place, columns)
            x, y = column * width, row * line
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(QtGui.QColor(part.color))
            painter.drawEllipse(QtCore.QRectF(x, y + (line - DOT) / 2, DOT, DOT))
            painter.setPen(text)
            painter.drawText(
                QtCore.QRectF(x + DOT + 5, y, width - DOT - 5, line),
                QtCore.Qt.AlignmentFlag.AlignVCenter,
                self._texts.name("part", part.name),
            )
        painter.end()

    def _line(self) -> int:
        return self.fontMetrics().height() + 3

    def _columns(self, width: int) -> int:
        widest = max(
            (
                self.fontMetrics().horizontalAdvance(self._texts.name("part", p.name))
                for p in self._parts
            ),
            default=1,
        )
        return max(1, width // (widest + DOT + 10))

    def height_at(self, width: int) -> int:
        rows = -(-len(self._parts) // self._columns(width))
        return rows * self._line()
