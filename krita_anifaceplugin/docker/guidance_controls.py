"""Guidance: off, rough or detailed; how strong; on the canvas or as a layer; which of it."""

from __future__ import annotations

from ..guidance.palette import color_of
from ..protocol import GUIDANCE_MODES
from ..qt import QtCore, QtWidgets, Signal
from ..session.state import Part, State
from ..texts.table import Texts
from . import style
from .guidance_choice import GuidanceChoice
from .legend import Legend
from .percent_slider import PercentSlider
from .section import Section
from .segments import Segments


class GuidanceControls(Section):
    """Signals:
    changed: name and value of a setting.
    kept: the artist wants the guidance as an ordinary layer.
    """

    changed = Signal(str, object)
    kept = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, "guidance")
        self._mode = Segments(
            texts("guidance.title"),
            [
                (mode, texts(f"guidance.{mode}"), texts(f"guidance.{mode}.tip"))
                for mode in GUIDANCE_MODES
            ],
        )
        self._mode.chosen.connect(lambda value: self.changed.emit("guidance", value))
        self._place = Segments(
            texts("place.name"),
            [
                (place, texts(f"place.{place}"), texts(f"place.{place}.tip"))
                for place in ("canvas", "layer")
            ],
        )
        self._place.chosen.connect(lambda value: self.changed.emit("as_layer", value == "layer"))
        self._opacity = PercentSlider(10, texts("opacity.tip"))
        self._opacity.setMinimumWidth(style.LEAST_BUTTON)
        self._opacity.moved.connect(lambda share: self.changed.emit("opacity", share))
        self._percent = QtWidgets.QLabel()
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(
            QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter
        )
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(QtWidgets.QLabel(texts("opacity.text")))
        row.addWidget(self._opacity, 1)
        row.addWidget(self._percent)
        self._legend = Legend(texts)
        self.add(self._mode)
        self.body.addLayout(row)
        self.add(self._place)
        self.choice = GuidanceChoice(texts)
        self.choice.changed.connect(self.changed)
        self.choice.kept.connect(self.kept)
        self.add(self._legend)
        self.add(self.choice)

    def show_state(self, state: State) -> None:
        """Show a state's settings and parts."""
        settings = state.settings
        self._mode.set_value(settings.guidance)
        self._place.set_value("layer" if settings.as_layer else "canvas")
        self._percent.setText(f"{round(100 * settings.opacity)} %")
        self._opacity.show_share(settings.opacity)
        shown = settings.guidance != "off"
        self._opacity.setEnabled(shown)
        self._place.setEnabled(shown)
        parts = tuple(
            Part(part.name, color_of(part.name, part.color, settings.palette))
            for part in state.parts
        )
        self._legend.set_parts(parts if settings.guidance == "detailed" else ())
        self.choice.show_state(state)
