"""Where on the canvas the portrait lies."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from ..session.state import State
from ..texts.table import Texts
from . import style
from .frame_editing import FrameEditing
from .section import Section


class FrameControls(Section):
    """Signals: ``whole`` and ``selection``, what the frame shall be taken from; ``edited`` (on or
    off) and ``fitted``."""

    whole, selection = Signal(), Signal()
    edited, fitted = Signal(bool), Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, "frame")
        whole = QtWidgets.QPushButton(texts("frame.canvas"))
        whole.setToolTip(texts("frame.canvas.tip"))
        whole.setAccessibleName(texts("frame.canvas.name"))
        selection = QtWidgets.QPushButton(texts("frame.selection"))
        selection.setToolTip(texts("frame.selection.tip"))
        selection.setAccessibleName(texts("frame.selection.name"))
        whole.clicked.connect(lambda: self.whole.emit())
        selection.clicked.connect(lambda: self.selection.emit())
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(style.GAP)
        for button in (whole, selection):
            button.setMinimumWidth(style.LEAST_BUTTON)
            row.addWidget(button, 1)
        self.body.addLayout(row)
        self._where = QtWidgets.QLabel()
        self._where.setFont(style.small_font(self))
        self._where.setWordWrap(True)
        self.add(self._where)
        self.editing = FrameEditing(texts)
        self.editing.edited.connect(self.edited)
        self.editing.fitted.connect(self.fitted)
        self.add(self.editing)
        self.say("")

    def show_state(self, state: State) -> None:
        """Show the frame of a state's sketch."""
        if state.source is not None:
            frame = state.source.frame
            turned = f", {frame.angle:.0f}°" if frame.angle else ""
            where = self._texts("frame.where", side=frame.side, x=frame.x, y=frame.y)
            self.say(f"{where}{turned}")

    def say(self, text: str) -> None:
        """Show a line under the buttons."""
        self._where.setText(text)
        self._where.setVisible(bool(text))
