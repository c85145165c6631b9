"""How guidance is shown: off, rough or detailed; how strong; on the canvas or as a layer."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal
from ..showing.palette import color_of
from ..state import Part, State
from . import style
from .legend import Legend
from .section import Section
from .segments import Segments


class GuidanceControls(Section):
    """Emits ``changed`` with the name and value of a setting."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("Guidance")
        self._mode = Segments(
            "Guidance",
            (
                ("off", "Off", "No guidance over the sketch"),
                ("rough", "Rough", "A soft blend of what the lines could become"),
                ("detailed", "Detailed", "Contours, one colour for each part of the portrait"),
            ),
        )
        self._mode.chosen.connect(lambda value: self.changed.emit("guidance", value))
        self._place = Segments(
            "Show guidance",
            (
                ("canvas", "On canvas", "Over the canvas; the document stays untouched"),
                (
                    "layer",
                    "As layer",
                    "In a locked layer on top, taken out before the file is saved. "
                    "Turning it on or off is a step in the undo history.",
                ),
            ),
        )
        self._place.chosen.connect(lambda value: self.changed.emit("as_layer", value == "layer"))
        self._opacity = QtWidgets.QSlider(QtCore.Qt.Orientation.Horizontal)
        self._opacity.setRange(10, 100)
        self._opacity.setPageStep(10)
        self._opacity.setToolTip("Opacity of the guidance")
        self._opacity.setAccessibleName("Opacity of the guidance")
        self._opacity.valueChanged.connect(lambda v: self.changed.emit("opacity", v / 100))
        self._percent = QtWidgets.QLabel()
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(
            QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter
        )
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(QtWidgets.QLabel("Opacity"))
        row.addWidget(self._opacity, 1)
        row.addWidget(self._percent)
        self._legend = Legend()
        self.add(self._mode)
        self.body.addLayout(row)
        self.add(self._place)
        self.add(self._legend)

    def show_state(self, state: State) -> None:
        """Show a state's settings and parts."""
        settings = state.settings
        self._mode.set_value(settings.guidance)
        self._place.set_value("layer" if settings.as_layer else "canvas")
        percent = round(100 * settings.opacity)
        self._percent.setText(f"{percent} %")
        if not self._opacity.isSliderDown():
            blocked = self._opacity.blockSignals(True)
            self._opacity.setValue(percent)
            self._opacity.blockSignals(blocked)
        shown = settings.guidance != "off"
        self._opacity.setEnabled(shown)
        self._place.setEnabled(shown)
        parts = tuple(
            Part(part.name, color_of(part.name, part.color, settings.palette))
            for part in state.parts
        )
        self._legend.set_parts(parts if settings.guidance == "detailed" else ())
