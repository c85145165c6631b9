"""What is higher than the docker: scrolled, and left alone by the wheel that scrolls it."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets

#: What the wheel turns.
TURNED = (QtWidgets.QComboBox, QtWidgets.QSlider)


class Scrolled(QtWidgets.QScrollArea):
    """Scrolls its content up and down, never sideways.

    The wheel turns a slider or a list only where it has the keyboard: a hand that scrolls the
    docker must not change what happens to come under the pointer.
    """

    def __init__(self, content: QtWidgets.QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        for kind in TURNED:
            for control in content.findChildren(kind):
                control.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject | None, event: QtCore.QEvent | None) -> bool:
        if event is not None and event.type() == QtCore.QEvent.Type.Wheel:
            # Qt has the scroll bars filtered by this, too.
            if isinstance(watched, TURNED) and not watched.hasFocus():
                event.ignore()  # it goes on to what scrolls
                return True
        return super().eventFilter(watched, event)
