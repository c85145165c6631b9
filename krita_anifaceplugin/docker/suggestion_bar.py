"""The row under the suggestions: back and forward, more like this, others, pin."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets, Signal
from ..session.state import State
from ..texts.table import Texts
from .icon_button import SIDE, IconButton
from .icons import Icon
from .quiet_label import QuietLabel

#: Room for it is kept, so that the buttons beside it stay where they are.
LONGEST_PLACE = "24/24"


class SuggestionBar(QtWidgets.QWidget):
    """Signals: ``back``, ``forward``, ``more``, ``others``, ``pinned``: the button pressed."""

    back, forward = Signal(), Signal()
    more, others, pinned = Signal(), Signal(), Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._back = IconButton(Icon.BACK, texts("history.back"))
        self._forward = IconButton(Icon.FORWARD, texts("history.forward"))
        self._more = IconButton(Icon.MORE, texts("more.tip"), texts("more.text"))
        self._others = IconButton(Icon.OTHERS, texts("others.tip"), texts("others.text"))
        self._pin = IconButton(Icon.PIN, texts("pin.tip"), texts("pin.text"))
        self._place = QuietLabel()
        self._place.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._place.setFixedWidth(self._place.fontMetrics().horizontalAdvance(LONGEST_PLACE))
        signals = (
            (self._back, self.back),
            (self._forward, self.forward),
            (self._more, self.more),
            (self._others, self.others),
            (self._pin, self.pinned),
        )
        for button, signal in signals:
            button.clicked.connect(lambda _=False, s=signal: s.emit())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._back)
        row.addWidget(self._place)
        row.addWidget(self._forward)
        row.addStretch(1)
        for button in (self._more, self._others, self._pin):
            button.set_wordy(False)
            row.addWidget(button)

    def show_state(self, state: State) -> None:
        """Show what can be done in a state."""
        place, chosen = state.place, state.chosen
        self._back.setEnabled(place.position > 1)
        self._forward.setEnabled(place.position < place.count)
        several = place.count > 1
        self._place.setText(f"{place.position}/{place.count}" if several else "")
        spoken = self._texts("history.place", position=place.position, count=place.count)
        self._place.setAccessibleName(spoken if several else "")
        self._more.setEnabled(bool(chosen and chosen.styles and state.source))
        self._others.setEnabled(bool(state.source and (state.suggestions or place.count)))
        self._pin.setEnabled(chosen is not None)
        pinned = chosen is not None and chosen in state.pinned
        self._pin.set_filled(pinned)
        self._pin.setText(self._texts("unpin.text" if pinned else "pin.text"))
        self._pin.setAccessibleName(self._pin.text())

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:
        """Words where all of them fit."""
        wordy = (self._more, self._others, self._pin)
        needed = 2 * SIDE + self._place.width() + 24 + sum(button.wide() for button in wordy)
        for button in wordy:
            button.set_wordy(self.width() >= needed)

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(5 * SIDE + self._place.width() + 10, SIDE)
