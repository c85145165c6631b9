"""The canvas widget of the active view, and where on it a document pixel lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from krita import Krita

from ..qt import QtCore, QtGui, QtWidgets
from .painting_tool import PaintingTool

#: The widget that shows the canvas: with canvas acceleration off and on.
CANVAS_CLASSES = ("KisQPainterCanvas", "KisOpenGLCanvas2", "KisOpenGLCanvasRenderer")


@dataclass(frozen=True)
class ViewGeometry:
    """What decides where a document pixel lies on the canvas widget."""

    zoom: float
    rotation: float
    mirrored: bool
    scroll: tuple[int, int]
    size: tuple[int, int]

    def image_to_widget(self) -> QtGui.QTransform:
        """Maps document pixels to the canvas widget's pixels.

        Krita scales, mirrors and turns the image, then puts the top left corner of the rectangle
        around it at minus the scroll bars' values.
        """
        turned = QtGui.QTransform()
        turned.rotate(self.rotation)
        turned.scale(-self.zoom if self.mirrored else self.zoom, self.zoom)
        box = turned.mapRect(QtCore.QRectF(0, 0, *self.size))
        moved = QtGui.QTransform.fromTranslate(
            -self.scroll[0] - box.left(), -self.scroll[1] - box.top()
        )
        return turned * moved


class CanvasView:
    """One view's canvas widget with its scroll bars."""

    def __init__(self, view: Any, widget: QtWidgets.QWidget, tool: PaintingTool) -> None:
        self._view = view
        self.widget = widget
        self._tool = tool
        bars = {bar.orientation(): bar for bar in _controller(widget).findChildren(_ScrollBar)}
        self._bars = (
            bars[QtCore.Qt.Orientation.Horizontal],
            bars[QtCore.Qt.Orientation.Vertical],
        )

    @classmethod
    def active(cls, window: Any) -> CanvasView | None:
        """The active view of a QMainWindow, or None where it has none yet."""
        krita_window = Krita.instance().activeWindow()
        if window is None or krita_window is None or krita_window.qwindow() is not window:
            return None
        view = krita_window.activeView()
        widget = _canvas_widget(window)
        if view is None or view.document() is None or widget is None:
            return None
        return cls(view, widget, PaintingTool(window))

    def geometry(self) -> ViewGeometry:
        """Zoom, turn and scroll of now.

        Raises:
            RuntimeError: the view is closed.
        """
        canvas, document = self._view.canvas(), self._view.document()
        # zoomLevel() is the zoom times the resolution over 72.
        zoom = canvas.zoomLevel() * 72.0 / (document.xRes() or 72.0)
        return ViewGeometry(
            zoom,
            canvas.rotation(),
            canvas.mirror(),
            (self._bars[0].value(), self._bars[1].value()),
            (document.width(), document.height()),
        )

    def brush_size(self) -> float:
        """Document pixels that the brush is wide.

        Raises:
            RuntimeError: the view is closed.
        """
        return float(self._view.brushSize())

    def paints_under_the_pen(self) -> bool:
        """Whether what changes lies where the pen goes, and nowhere else.

        Raises:
            RuntimeError: the window is closed.
        """
        return self._tool.paints_under_the_pen


def foreground_color(window: Any) -> str:
    """The colour that is painted with, as "#rrggbb"; "" where there is no view."""
    krita_window = Krita.instance().activeWindow()
    if krita_window is None or krita_window.qwindow() is not window:
        return ""
    view = krita_window.activeView()
    color = None if view is None else view.foregroundColor()
    if color is None:
        return ""
    return str(color.colorForCanvas(view.canvas()).name())


_ScrollBar = QtWidgets.QScrollBar


def _class_name(widget: Any) -> str:
    return str(widget.metaObject().className())


def _canvas_widget(window: Any) -> QtWidgets.QWidget | None:
    area = window.findChild(QtWidgets.QMdiArea)
    sub = area.activeSubWindow() if area else None
    if sub is None:
        return None
    found = (w for w in sub.findChildren(QtWidgets.QWidget) if _class_name(w) in CANVAS_CLASSES)
    return next(found, None)


def _controller(widget: QtWidgets.QWidget) -> QtWidgets.QWidget:
    parent: QtWidgets.QWidget | None = widget
    while parent is not None and _class_name(parent) != "KisCanvasController":
        parent = parent.parentWidget()
    return parent or widget
