"""The buttons that edit the guidance frame on the canvas and fit it to the sketch."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from . import style


class FrameEditing(QtWidgets.QWidget):
    """Signals: ``edited`` (on or off) and ``fitted``."""

    edited = Signal(bool)
    fitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._edit = QtWidgets.QPushButton("Edit")
        self._edit.setCheckable(True)
        self._edit.setToolTip(
            "Move, scale and turn the frame on the canvas. Return or a double click ends it, "
            "Escape takes it back. Ctrl scales about the centre, Shift turns in steps."
        )
        self._edit.setAccessibleName("Edit the guidance frame on the canvas")
        self._edit.clicked.connect(lambda on: self.edited.emit(on))
        fit = QtWidgets.QPushButton("Fit to sketch")
        fit.setToolTip("Put the frame round what is drawn on the sketch layer")
        fit.setAccessibleName("Fit the guidance frame to the sketch")
        fit.clicked.connect(lambda: self.fitted.emit())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self._edit, 1)
        row.addWidget(fit, 1)

    def show_editing(self, on: bool) -> None:
        """Show whether the frame is being edited."""
        self._edit.setChecked(on)
        self._edit.setText("Done" if on else "Edit")
