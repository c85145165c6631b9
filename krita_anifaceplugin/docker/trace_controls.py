"""The chosen suggestion over the canvas, and how it is accepted."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal
from ..state import State
from ..texts.table import Texts
from . import style
from .choice_box import ChoiceBox

PLACES = ((False, "accept.over"), (True, "accept.under"))


class TraceControls(QtWidgets.QWidget):
    """Emits ``changed`` with the name and value of a setting."""

    changed = Signal(str, object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._trace = QtWidgets.QCheckBox(texts("trace.text"))
        self._trace.setToolTip(texts("trace.tip"))
        self._trace.setAccessibleName(texts("trace.name"))
        self._trace.clicked.connect(lambda on: self.changed.emit("trace", on))
        self._strength = QtWidgets.QSlider(QtCore.Qt.Orientation.Horizontal)
        self._strength.setRange(5, 100)
        self._strength.setPageStep(10)
        self._strength.setToolTip(texts("trace.strength"))
        self._strength.setAccessibleName(texts("trace.strength"))
        self._strength.valueChanged.connect(lambda v: self.changed.emit("trace_opacity", v / 100))
        self._place = ChoiceBox(texts("accept.place"), texts("accept.place"))
        self._place.set_choices([(value, texts(key)) for value, key in PLACES])
        self._place.chosen.connect(lambda under: self.changed.emit("accept_under", under))
        self._hide = QtWidgets.QCheckBox(texts("accept.hide"))
        self._hide.setToolTip(texts("accept.hide.tip"))
        self._hide.setAccessibleName(texts("accept.hide"))
        self._hide.clicked.connect(lambda on: self.changed.emit("accept_hides_sketch", on))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        for widget in (self._place, self._hide, self._trace, self._strength):
            column.addWidget(widget)

    def show_state(self, state: State) -> None:
        """Show a state's settings."""
        settings = state.settings
        self._trace.setChecked(settings.trace)
        self._place.set_value(settings.accept_under)
        self._hide.setChecked(settings.accept_hides_sketch)
        self._strength.setVisible(settings.trace)
        if not self._strength.isSliderDown():
            blocked = self._strength.blockSignals(True)
            self._strength.setValue(round(100 * settings.trace_opacity))
            self._strength.blockSignals(blocked)
