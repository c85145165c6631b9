"""The chosen suggestion over the canvas, and how it is accepted."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal
from ..state import State
from . import style
from .choice_box import ChoiceBox

PLACES = ((False, "Over the sketch"), (True, "Under the sketch"))


class TraceControls(QtWidgets.QWidget):
    """Emits ``changed`` with the name and value of a setting."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._trace = QtWidgets.QCheckBox("Lay over canvas")
        self._trace.setToolTip("Show the chosen suggestion faintly over the canvas, to trace it")
        self._trace.setAccessibleName("Lay the chosen suggestion over the canvas")
        self._trace.clicked.connect(lambda on: self.changed.emit("trace", on))
        self._strength = QtWidgets.QSlider(QtCore.Qt.Orientation.Horizontal)
        self._strength.setRange(5, 100)
        self._strength.setPageStep(10)
        self._strength.setToolTip("How strong the suggestion shows over the canvas")
        self._strength.setAccessibleName("Opacity of the suggestion over the canvas")
        self._strength.valueChanged.connect(lambda v: self.changed.emit("trace_opacity", v / 100))
        self._place = ChoiceBox("Place of an accepted portrait", "Where an accepted portrait goes")
        self._place.set_choices(PLACES)
        self._place.chosen.connect(lambda under: self.changed.emit("accept_under", under))
        self._hide = QtWidgets.QCheckBox("Hide sketch")
        self._hide.setToolTip("Accepting hides the sketch in the same step; undo shows it again")
        self._hide.setAccessibleName("Hide the sketch when accepting")
        self._hide.clicked.connect(lambda on: self.changed.emit("accept_hides_sketch", on))
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.GAP)
        grid.addWidget(self._place, 0, 0)
        grid.addWidget(self._hide, 0, 1)
        grid.addWidget(self._trace, 1, 0)
        grid.addWidget(self._strength, 1, 1)

    def show_state(self, state: State) -> None:
        """Show a state's settings."""
        settings = state.settings
        self._trace.setChecked(settings.trace)
        self._place.set_value(settings.accept_under)
        self._hide.setChecked(settings.accept_hides_sketch)
        self._strength.setEnabled(settings.trace)
        if not self._strength.isSliderDown():
            blocked = self._strength.blockSignals(True)
            self._strength.setValue(round(100 * settings.trace_opacity))
            self._strength.blockSignals(blocked)
