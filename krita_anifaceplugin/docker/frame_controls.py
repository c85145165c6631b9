"""Where on the canvas the portrait lies."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from ..state import State
from . import style
from .section import Section


class FrameControls(Section):
    """Signals: ``whole`` and ``selection``, what the frame shall be taken from."""

    whole = Signal()
    selection = Signal()

    def __init__(self) -> None:
        super().__init__("Frame")
        whole = QtWidgets.QPushButton("Canvas")
        whole.setToolTip("Put the portrait into the largest square of the canvas")
        selection = QtWidgets.QPushButton("Selection")
        selection.setToolTip("Put the portrait into the square around the selection")
        whole.clicked.connect(lambda: self.whole.emit())
        selection.clicked.connect(lambda: self.selection.emit())
        for button, name in ((whole, "whole canvas"), (selection, "selection")):
            button.setAccessibleName(f"Guidance frame from the {name}")
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(whole, 1)
        row.addWidget(selection, 1)
        self.body.addLayout(row)
        self._where = QtWidgets.QLabel()
        self._where.setFont(style.small_font(self))
        self.add(self._where)
        self.say("")

    def show_state(self, state: State) -> None:
        """Show the frame of a state's sketch."""
        if state.source is not None:
            frame = state.source.frame
            turned = f", {frame.angle:.0f}°" if frame.angle else ""
            self.say(f"{frame.side} × {frame.side} px at {frame.x}, {frame.y}{turned}")

    def say(self, text: str) -> None:
        """Show a line under the buttons."""
        self._where.setText(text)
        self._where.setVisible(bool(text))
