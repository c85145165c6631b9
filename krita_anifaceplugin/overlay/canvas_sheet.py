"""A see-through widget over Krita's canvas that stays as large as it and follows its view."""

from __future__ import annotations

from typing import Protocol, TypeVar

from ..frame.placing import Geometry
from ..qt import QtCore, QtWidgets, sip


class View(Protocol):
    """A canvas: `krita_api.view.CanvasView`, or a test's double."""

    widget: QtWidgets.QWidget

    def geometry(self) -> Geometry:
        """The geometry of now."""


class CanvasSheet(QtWidgets.QWidget):
    """The sheet over one view's canvas. It takes no event from Krita unless told to."""

    def __init__(self, view: View) -> None:
        super().__init__(view.widget)
        for attribute in (
            QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents,
            QtCore.Qt.WidgetAttribute.WA_NoSystemBackground,
            QtCore.Qt.WidgetAttribute.WA_TranslucentBackground,
        ):
            self.setAttribute(attribute)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._view = view
        view.widget.installEventFilter(self)
        for bar in _scroll_bars(view.widget):
            bar.valueChanged.connect(self.follow)
            bar.rangeChanged.connect(self.follow)
        self.resize(view.widget.size())
        self.show()
        self.raise_()

    def follow(self, *_: object) -> None:
        """The view may have moved."""
        self.update()

    def canvas_resized(self) -> None:
        """The canvas has another size; the sheet has it already."""

    def eventFilter(self, watched: QtCore.QObject | None, event: QtCore.QEvent | None) -> bool:
        if event is not None and event.type() == QtCore.QEvent.Type.Resize:
            self.resize(self._view.widget.size())
            self.canvas_resized()
        return False


Sheet = TypeVar("Sheet", bound=CanvasSheet)


def still_there(sheet: Sheet | None) -> Sheet | None:
    """The sheet, or None once it was deleted, alone or with its view."""
    return None if sheet is None or sip.isdeleted(sheet) else sheet


def put_away(sheet: CanvasSheet | None) -> None:
    """Hide a sheet for good, unless its view was closed and has taken it along."""
    sheet = still_there(sheet)
    if sheet is not None:
        sheet.hide()
        sheet.deleteLater()


def _scroll_bars(widget: QtWidgets.QWidget) -> list[QtWidgets.QScrollBar]:
    """The scroll bars of the area that the canvas lies in."""
    area: QtWidgets.QWidget | None = widget
    while area is not None and not isinstance(area, QtWidgets.QAbstractScrollArea):
        area = area.parentWidget()
    return area.findChildren(QtWidgets.QScrollBar) if area is not None else []
