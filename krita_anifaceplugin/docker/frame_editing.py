"""The buttons that edit the guidance frame on the canvas and fit it to the sketch."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from ..texts.table import Texts
from . import style


class FrameEditing(QtWidgets.QWidget):
    """Signals: ``edited`` (on or off) and ``fitted``."""

    edited = Signal(bool)
    fitted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._edit = QtWidgets.QPushButton(texts("frame.edit"))
        self._edit.setCheckable(True)
        self._edit.setToolTip(texts("frame.edit.tip"))
        self._edit.setAccessibleName(texts("frame.edit.name"))
        self._edit.clicked.connect(lambda on: self.edited.emit(on))
        fit = QtWidgets.QPushButton(texts("frame.fit"))
        fit.setToolTip(texts("frame.fit.tip"))
        fit.setAccessibleName(texts("frame.fit.name"))
        fit.clicked.connect(lambda: self.fitted.emit())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for button in (self._edit, fit):
            button.setMinimumWidth(style.LEAST_BUTTON)
            row.addWidget(button, 1)

    def show_editing(self, on: bool) -> None:
        """Show whether the frame is being edited."""
        self._edit.setChecked(on)
        self._edit.setText(self._texts("frame.done" if on else "frame.edit"))
