"""Two widgets in a row, or one below the other where the docker is too narrow for both."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets
from . import style
from .flowing import Flowing


class Pair(Flowing):
    """In a row the second begins in the middle, if both have room then."""

    def __init__(self, first: QtWidgets.QWidget, second: QtWidgets.QWidget) -> None:
        super().__init__()
        self._both = (first, second)
        for widget in self._both:
            widget.setParent(self)

    def height_at(self, width: int) -> int:
        heights = [widget.sizeHint().height() for widget in self._shown()]
        if not heights:
            return 0
        if self._beside(width):
            return max(heights)
        return sum(heights) + style.GAP * (len(heights) - 1)

    def minimumSizeHint(self) -> QtCore.QSize:
        shown = self._shown()
        return QtCore.QSize(
            max((_least(w) for w in shown), default=0), self.height_at(self.width())
        )

    def event(self, event: QtCore.QEvent | None) -> bool:
        if event is not None and event.type() == QtCore.QEvent.Type.LayoutRequest:
            self.updateGeometry()  # one of the two was shown, hidden, or says something else
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:
        self._arrange()

    def _shown(self) -> list[QtWidgets.QWidget]:
        return [widget for widget in self._both if not widget.isHidden()]

    def _beside(self, width: int) -> bool:
        return sum(w.sizeHint().width() for w in self._shown()) + style.GAP <= width

    def _arrange(self) -> None:
        shown, wide = self._shown(), self.width()
        if len(shown) == 2 and self._beside(wide):
            first, second = (widget.sizeHint() for widget in shown)
            start = (wide + style.GAP) // 2
            start = max(first.width() + style.GAP, min(start, wide - second.width()))
            high = self.height()
            shown[0].setGeometry(0, (high - first.height()) // 2, start - style.GAP, first.height())
            shown[1].setGeometry(
                start, (high - second.height()) // 2, wide - start, second.height()
            )
            return
        top = 0
        for widget in shown:
            high = widget.sizeHint().height()
            widget.setGeometry(0, top, wide, high)
            top += high + style.GAP


def _least(widget: QtWidgets.QWidget) -> int:
    return widget.minimumWidth() or widget.minimumSizeHint().width()
