"""The chosen suggestion over the canvas, and how it is accepted."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from ..session.state import State
from ..texts.table import Texts
from . import style
from .choice_box import ChoiceBox
from .pair import Pair
from .percent_slider import PercentSlider


class TraceControls(QtWidgets.QWidget):
    """Emits ``changed`` with the name and value of a setting."""

    changed = Signal(str, object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._trace = QtWidgets.QCheckBox(texts("trace.text"))
        self._trace.setToolTip(texts("trace.tip"))
        self._trace.setAccessibleName(texts("trace.name"))
        self._trace.clicked.connect(lambda on: self.changed.emit("trace", on))
        self._strength = PercentSlider(5, texts("trace.opacity.tip"))
        self._strength.moved.connect(lambda share: self.changed.emit("trace_opacity", share))
        self._place = ChoiceBox(texts("accepting.place"), whole=True)
        self._place.set_choices(
            [(False, texts("accepting.over")), (True, texts("accepting.under"))]
        )
        self._place.chosen.connect(lambda under: self.changed.emit("accept_under", under))
        self._hide = QtWidgets.QCheckBox(texts("accepting.hide"))
        self._hide.setToolTip(texts("accepting.hide.tip"))
        self._hide.setAccessibleName(texts("accepting.hide.name"))
        self._hide.clicked.connect(lambda on: self.changed.emit("accept_hides_sketch", on))
        rows = QtWidgets.QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(style.GAP)
        rows.addWidget(Pair(self._place, self._hide))
        rows.addWidget(Pair(self._trace, self._strength))

    def show_state(self, state: State) -> None:
        """Show a state's settings."""
        settings = state.settings
        self._trace.setChecked(settings.trace)
        self._place.set_value(settings.accept_under)
        self._hide.setChecked(settings.accept_hides_sketch)
        self._strength.setVisible(settings.trace)
        self._strength.show_share(settings.trace_opacity)
