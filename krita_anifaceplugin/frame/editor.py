"""The frame on the canvas while it is edited: drawn with handles, moved, scaled and turned."""

from __future__ import annotations

from ..overlay.canvas_sheet import CanvasSheet, View
from ..qt import QtCore, QtGui, Signal
from .dragging import Grip, Hold, Point, dragged, hold_at
from .guidance_frame import GuidanceFrame
from .painting import KNOB_STEM, paint_frame
from .placing import unit_to_widget

#: How close to a handle the pointer must be, in pixels of the screen.
REACH = 11.0

_SCALE_CURSORS = (
    QtCore.Qt.CursorShape.SizeHorCursor,
    QtCore.Qt.CursorShape.SizeFDiagCursor,
    QtCore.Qt.CursorShape.SizeVerCursor,
    QtCore.Qt.CursorShape.SizeBDiagCursor,
)


class FrameEditor(CanvasSheet):
    """Takes the left button and the pen while it is shown; wheel and other buttons stay Krita's.

    Signals:
        changed: the frame after each drag.
        finished: True for Return or a double click, False for Escape.
    """

    changed = Signal(object)
    finished = Signal(bool)

    def __init__(self, view: View, frame: GuidanceFrame) -> None:
        super().__init__(view)
        self.setObjectName("AniFaceFrameEditor")
        self.setAccessibleName("Guidance frame")
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._frame = frame
        self._hold: Hold | None = None
        self._begin: Point = (0.0, 0.0)
        self._before = frame
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @property
    def frame(self) -> GuidanceFrame:
        """The frame as it is drawn now."""
        return self._frame

    def set_frame(self, frame: GuidanceFrame) -> None:
        """Edit another frame from here on."""
        self._frame, self._hold = frame, None
        self.update()

    # ---- pointer and pen

    def mousePressEvent(self, event: QtGui.QMouseEvent | None) -> None:
        if event is not None:
            if event.button() == QtCore.Qt.MouseButton.LeftButton:
                self._press(_at(event))
            else:
                event.ignore()

    def mouseMoveEvent(self, event: QtGui.QMouseEvent | None) -> None:
        if event is None:
            return
        if self._hold is None and event.buttons() != QtCore.Qt.MouseButton.NoButton:
            event.ignore()  # a pan of Krita's
        else:
            self._move(_at(event), event.modifiers())

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent | None) -> None:
        if event is not None:
            if event.button() == QtCore.Qt.MouseButton.LeftButton:
                self._release()
            else:
                event.ignore()

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent | None) -> None:
        self._release()
        self.finished.emit(True)

    def tabletEvent(self, event: QtGui.QTabletEvent | None) -> None:
        """The pen: were it left to Krita, the stroke would land on the sketch."""
        if event is None:
            return
        kind, at = event.type(), _at(event)
        if kind == QtCore.QEvent.Type.TabletPress:
            self._press(at)
        elif kind == QtCore.QEvent.Type.TabletMove:
            self._move(at, event.modifiers())
        elif kind == QtCore.QEvent.Type.TabletRelease:
            self._release()
        event.accept()

    # ---- keys

    def event(self, event: QtCore.QEvent | None) -> bool:
        if (
            event is not None
            and event.type() == QtCore.QEvent.Type.ShortcutOverride
            and isinstance(event, QtGui.QKeyEvent)
            and event.key() in _KEYS
        ):
            event.accept()  # ours, before Krita's shortcuts
            return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent | None) -> None:
        if event is None:
            return
        if event.key() in _KEYS:
            self.finished.emit(event.key() != QtCore.Qt.Key.Key_Escape)
        else:
            event.ignore()

    # ---- drawing

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        label = f"{self._frame.side} px" if self._hold is not None else ""
        if label and self._frame.angle:
            label += f"  {self._frame.angle:.0f}°"
        to_widget = unit_to_widget(self._frame, self._view.geometry())
        paint_frame(painter, self.rect(), to_widget, self._knob(), label)
        painter.end()

    # ---- inside

    def _press(self, at: QtCore.QPointF) -> None:
        self._begin, self._before = self._document(at), self._frame
        self._hold = self._hold_at(at)
        self.update()

    def _move(self, at: QtCore.QPointF, modifiers: QtCore.Qt.KeyboardModifier) -> None:
        if self._hold is None:
            self.setCursor(self._cursor(self._hold_at(at)))
            return
        self._frame = dragged(
            self._before,
            self._hold,
            self._begin,
            self._document(at),
            about_center=bool(modifiers & QtCore.Qt.KeyboardModifier.ControlModifier),
            in_steps=bool(modifiers & QtCore.Qt.KeyboardModifier.ShiftModifier),
        )
        self.update()

    def _release(self) -> None:
        held, self._hold = self._hold, None
        self.update()
        if held is not None and self._frame != self._before:
            self.changed.emit(self._frame)

    def _hold_at(self, at: QtCore.QPointF) -> Hold:
        geometry = self._view.geometry()
        scale = abs(geometry.image_to_widget().determinant()) ** 0.5 or 1.0
        knob = self._document(self._knob())
        return hold_at(self._frame, self._document(at), REACH / scale, knob)

    def _document(self, at: QtCore.QPointF) -> Point:
        to_document, _ = self._view.geometry().image_to_widget().inverted()
        point = to_document.map(at)
        return point.x(), point.y()

    def _knob(self) -> QtCore.QPointF:
        """Where the handle that turns is: over the frame, or in it where there is no room."""
        to_widget = unit_to_widget(self._frame, self._view.geometry())
        top = to_widget.map(QtCore.QPointF(0.5, 0.0))
        down = to_widget.map(QtCore.QPointF(0.5, 1.0)) - top
        length = (down.x() ** 2 + down.y() ** 2) ** 0.5 or 1.0
        over = top - down * (KNOB_STEM / length)
        room = QtCore.QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        return over if room.contains(over) else top + down * (KNOB_STEM / length)

    def _cursor(self, hold: Hold) -> QtCore.Qt.CursorShape:
        if hold.grip is Grip.MOVE:
            return QtCore.Qt.CursorShape.SizeAllCursor
        if hold.grip is Grip.TURN:
            return QtCore.Qt.CursorShape.PointingHandCursor
        to_widget = unit_to_widget(self._frame, self._view.geometry())
        way = to_widget.map(QtCore.QPointF(*hold.anchor)) - to_widget.map(QtCore.QPointF(0.5, 0.5))
        angle = QtCore.QLineF(QtCore.QPointF(0, 0), way).angle()
        # angle() counts against the clock, the list goes with it.
        return _SCALE_CURSORS[round(-angle / 45.0) % 4]


_KEYS = (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Escape)


def _at(event: QtGui.QMouseEvent | QtGui.QTabletEvent) -> QtCore.QPointF:
    """The position on the widget, under Qt 5 and Qt 6."""
    for name in ("position", "localPos", "posF"):
        if hasattr(event, name):
            return QtCore.QPointF(getattr(event, name)())
    raise TypeError(f"{event} has no position")
