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
        self._whole = self._button("canvas")
        self._whole.clicked.connect(lambda: self.whole.emit())
        self._selection = self._button("selection")
        self._selection.clicked.connect(lambda: self.selection.emit())
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(style.GAP)
        for button in (self._whole, self._selection):
            row.addWidget(button, 1)
        self.body.addLayout(row)
        self.editing = FrameEditing(texts)
        self.editing.edited.connect(self.edited)
        self.editing.fitted.connect(self.fitted)
        self.add(self.editing)
        self._where = QtWidgets.QLabel()
        self._where.setFont(style.small_font(self))
        self._where.setWordWrap(True)
        self.add(self._where)
        self.say("")

    def show_state(self, state: State) -> None:
        """Show the frame of a state's sketch."""
        for part in (self._whole, self._selection, self.editing):
            part.setEnabled(state.at_work)
        if state.source is not None:
            frame = state.source.frame
            turned = f", {frame.angle:.0f}°" if frame.angle else ""
            where = self._texts("frame.where", side=frame.side, x=frame.x, y=frame.y)
            self.say(f"{where}{turned}")
        elif not state.at_work:
            self.say("")

    def say(self, text: str) -> None:
        """Show a line under the buttons."""
        self._where.setText(text)
        self._where.setVisible(bool(text))

    def _button(self, name: str) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(self._texts(f"frame.{name}"))
        button.setToolTip(self._texts(f"frame.{name}.tip"))
        button.setAccessibleName(self._texts(f"frame.{name}.name"))
        button.setMinimumWidth(style.LEAST_BUTTON)
        return button
