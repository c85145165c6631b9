"""A picture that can be pressed: a suggestion or a reference."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets, Signal
from ..timers import single_shot
from . import icons, style
from .enlarged import ENLARGED, Enlarged

HOVER_MS = 450
BADGE = 18


class Tile(QtWidgets.QAbstractButton):
    """A square picture, selected or not.

    Signals:
        accepted: double click, or Return while it has the focus.
        menu_wanted: right click or menu key; where on the screen.
    """

    accepted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, enlarges: bool = False) -> None:
        """``enlarges``: a larger picture is shown while the pointer rests on it."""
        super().__init__()
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        #: What the picture stands for; kept for whoever shows it.
        self.content: object = None
        self._pixmap: QtGui.QPixmap | None = None
        self._scaled: QtGui.QPixmap | None = None
        self._selected = False
        self._badge: icons.Icon | None = None
        self._enlarges = enlarges
        self._large: Enlarged | None = None
        self._caption = ""
        self._hover = single_shot(self, self._enlarge)

    def set_picture(self, pixmap: QtGui.QPixmap | None) -> None:
        """Show a picture, or an empty place."""
        self._pixmap, self._scaled = pixmap, None
        self.setEnabled(pixmap is not None)
        if self._large is not None and pixmap is not None:
            self._large.show_picture(_fitted(pixmap, ENLARGED, self.devicePixelRatioF()))
        elif pixmap is None:
            self._shrink()
        self.update()

    def set_caption(self, text: str) -> None:
        """The line under the enlarged picture."""
        self._caption = text
        if self._large is not None:
            self._large.show_words(text, self.toolTip())

    def set_selected(self, selected: bool) -> None:
        """Mark as the chosen one."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def set_pinned(self, pinned: bool) -> None:
        """Wear a pin in the corner."""
        self._set_badge(icons.Icon.PIN if pinned else None)

    def set_favourite(self, favourite: bool) -> None:
        """Wear a star in the corner."""
        self._set_badge(icons.Icon.STAR if favourite else None)

    def _set_badge(self, badge: icons.Icon | None) -> None:
        if badge is not self._badge:
            self._badge = badge
            self.update()

    # ---- events

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(64, 64)

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:
        self._scaled = None

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent | None) -> None:
        self._shrink()
        self.accepted.emit()

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent | None) -> None:
        if event is not None:
            self._shrink()
            self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QtGui.QKeyEvent | None) -> None:
        if event is not None and event.key() in (
            QtCore.Qt.Key.Key_Return,
            QtCore.Qt.Key.Key_Enter,
        ):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QtCore.QEvent | None) -> bool:
        if event is not None:
            kind = event.type()
            if kind == QtCore.QEvent.Type.HoverEnter and self._enlarges:
                self._hover.start(HOVER_MS)
            elif kind in (QtCore.QEvent.Type.HoverLeave, QtCore.QEvent.Type.Hide):
                self._shrink()
            elif kind == QtCore.QEvent.Type.ToolTip and self._enlarges:
                return True  # it stands under the larger picture
        return super().event(event)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        box = QtCore.QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QtGui.QPainterPath()
        shape.addRoundedRect(box, style.RADIUS, style.RADIUS)
        if self._pixmap is None:
            painter.setPen(QtGui.QPen(style.faint(self), 1, QtCore.Qt.PenStyle.DashLine))
            painter.drawPath(shape)
            painter.end()
            return
        painter.setClipPath(shape)
        painter.fillPath(shape, QtGui.QColor(246, 246, 248))
        painter.drawPixmap(0, 0, self._at_size())
        painter.setClipping(False)
        color, width = style.hairline(self), 1.0
        if self._selected:
            color, width = style.accent_line(self), 3.0
        elif self.underMouse() or self.hasFocus():
            color, width = style.quiet(self), 2.0
        painter.setPen(QtGui.QPen(color, width))
        painter.drawPath(shape)
        if self.hasFocus():  # seen on a chosen one, too, whatever the picture
            inner = box.adjusted(4, 4, -4, -4)
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            for ring, line in (("#ffffff", 2.0), ("#202020", 1.0)):
                painter.setPen(QtGui.QPen(QtGui.QColor(ring), line))
                painter.drawRoundedRect(inner, style.RADIUS - 1, style.RADIUS - 1)
        if self._badge is not None:
            self._paint_badge(painter, self._badge)
        painter.end()

    # ---- inside

    def _paint_badge(self, painter: QtGui.QPainter, badge: icons.Icon) -> None:
        side = min(BADGE, self.width() // 4)
        box = QtCore.QRectF(self.width() - side - 3, 3, side, side)
        role = QtGui.QPalette.ColorRole
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(style.accent(self))
        painter.drawEllipse(box)
        inset = side * 0.22
        color = self.palette().color(role.HighlightedText)
        icons.paint(painter, badge, box.adjusted(inset, inset, -inset, -inset), color, True)

    def _at_size(self) -> QtGui.QPixmap:
        assert self._pixmap is not None
        if self._scaled is None:
            self._scaled = _fitted(self._pixmap, self.width(), self.devicePixelRatioF())
        return self._scaled

    def _enlarge(self) -> None:
        if self._pixmap is None or not self.underMouse():
            return
        large = Enlarged(self)
        large.show_picture(_fitted(self._pixmap, ENLARGED, self.devicePixelRatioF()))
        large.show_words(self._caption, self.toolTip())
        large.open_beside(self)
        self._large = large

    def _shrink(self) -> None:
        self._hover.stop()
        if self._large is not None:
            self._large.deleteLater()
            self._large = None


def _fitted(pixmap: QtGui.QPixmap, side: int, ratio: float) -> QtGui.QPixmap:
    pixels = max(1, round(side * ratio))
    scaled = pixmap.scaled(
        pixels,
        pixels,
        QtCore.Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        QtCore.Qt.TransformationMode.SmoothTransformation,
    )
    scaled.setDevicePixelRatio(ratio)
    return scaled
