"""The heading of a section: pressed, it folds the section or opens it."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets
from . import icons, style

LEAST_HEIGHT = 22
ARROW = 11


class Heading(QtWidgets.QAbstractButton):
    """A title in small capitals with a hairline after it. Down means folded."""

    def __init__(self, title: str, tip: str) -> None:
        """``tip`` says what pressing does."""
        super().__init__()
        self._title = title.upper()
        self.setCheckable(True)
        self.setToolTip(tip)
        self.setAccessibleName(title)
        font = style.small_font(self)
        font.setBold(True)
        font.setLetterSpacing(QtGui.QFont.SpacingType.PercentageSpacing, 106)
        self.setFont(font)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed
        )

    @property
    def title(self) -> str:
        """What is shown."""
        return self._title

    def sizeHint(self) -> QtCore.QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self._title) + ARROW + 8
        return QtCore.QSize(wide, max(LEAST_HEIGHT, metrics.height() + 4))

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        role = QtGui.QPalette.ColorRole
        color = self.palette().color(QtGui.QPalette.ColorGroup.Active, role.WindowText)
        painter = QtGui.QPainter(self)
        left, middle = ARROW + 3, self.height() / 2
        box = QtCore.QRectF(-1, middle - ARROW / 2, ARROW, ARROW)
        painter.save()
        if not self.isChecked():  # open: the arrow points down
            painter.translate(box.center())
            painter.rotate(90)
            painter.translate(-box.center())
        quiet = color if self.underMouse() or self.hasFocus() else style.quiet(self)
        icons.paint(painter, icons.Icon.FORWARD, box, quiet, False)
        painter.restore()
        painter.setPen(color)
        text = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(text, QtCore.Qt.AlignmentFlag.AlignVCenter, self._title)
        end = left + self.fontMetrics().horizontalAdvance(self._title) + 8
        painter.setPen(style.accent_line(self) if self.hasFocus() else style.hairline(self))
        if end < self.width():
            painter.drawLine(end, round(middle), self.width(), round(middle))
        painter.end()
