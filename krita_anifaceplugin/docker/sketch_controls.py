"""What is read as the sketch: which layer, how its pixels become ink, what is left out."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal
from ..session.state import State
from ..settings import INK_KINDS
from ..texts.table import Texts
from . import style
from .choice_box import ChoiceBox
from .section import Section

#: Krita's colour labels in their order, and about their colours.
SWATCHES = (
    "", "#5bafff", "#abe32c", "#fff32c", "#ffb34d", "#9b7541", "#ff3c3c", "#c055ff", "#9c9c9c",
)  # fmt: skip


class SketchControls(Section):
    """Signals:
    changed: name and value of a setting.
    pin_wanted: follow the active layer for good, or no longer.
    color_wanted: ignore the colour that is painted with now.
    """

    changed = Signal(str, object)
    pin_wanted = Signal(bool)
    color_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, "sketch")
        self._pin = QtWidgets.QPushButton()
        self._pin.setCheckable(True)
        self._pin.setToolTip(texts("sketch.pin.tip"))
        self._pin.setAccessibleName(texts("sketch.pin.name"))
        self._pin.clicked.connect(lambda on: self.pin_wanted.emit(on))
        self._ink = ChoiceBox(texts("sketch.ink.name"))
        self._ink.set_choices([(kind, texts(f"sketch.ink.{kind}")) for kind in INK_KINDS])
        self._ink.chosen.connect(lambda value: self.changed.emit("ink", value))
        self._label = ChoiceBox(texts("sketch.label.name"))
        labels = [(place, texts(f"sketch.label.{place}")) for place in range(len(SWATCHES))]
        self._label.set_choices(labels, SWATCHES)
        self._label.chosen.connect(lambda value: self.changed.emit("ignore_label", value))
        self._color = QtWidgets.QPushButton()
        self._color.setToolTip(texts("sketch.color.tip"))
        self._color.setAccessibleName(texts("sketch.color.name"))
        self._color.clicked.connect(self._color_pressed)
        self._ignored = ""
        for button in (self._pin, self._color):
            button.setMinimumWidth(style.LEAST_BUTTON)
        self.add(self._pin)
        for widget in (self._ink, self._label, self._color):
            self.add(widget)
        self.body.setSpacing(style.GAP)
        self.show_pinned("")

    def show_state(self, state: State) -> None:
        """Show a state's settings."""
        settings = state.settings
        self._pin.setEnabled(state.at_work)
        self._ink.set_value(settings.ink)
        self._label.set_value(settings.ignore_label)
        self._ignored = settings.ignore_color
        key = "sketch.ignoring" if self._ignored else "sketch.color"
        self._color.setText(self._texts(key, color=self._ignored))

    def show_pinned(self, name: str) -> None:
        """Show which layer is pinned, "" for none."""
        self._pin.setChecked(bool(name))
        short = self._pin.fontMetrics().elidedText(name, QtCore.Qt.TextElideMode.ElideMiddle, 120)
        self._pin.setText(self._texts("sketch.pinned" if name else "sketch.pin", name=short))

    def _color_pressed(self) -> None:
        if self._ignored:
            self.changed.emit("ignore_color", "")
        else:
            self.color_wanted.emit()
