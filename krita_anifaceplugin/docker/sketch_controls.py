"""What is read as the sketch: which layer, how its pixels become ink, what is left out."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal
from ..state import State
from . import style
from .choice_box import ChoiceBox
from .section import Section

INKS = (
    ("auto", "Ink: found by itself"),
    ("alpha", "Ink: opacity"),
    ("dark", "Ink: dark lines"),
    ("light", "Ink: light lines"),
)
#: Krita's colour labels in their order, and about their colours.
LABELS = (
    (0, "Read all layers"),
    (1, "Ignore blue label"),
    (2, "Ignore green label"),
    (3, "Ignore yellow label"),
    (4, "Ignore orange label"),
    (5, "Ignore brown label"),
    (6, "Ignore red label"),
    (7, "Ignore purple label"),
    (8, "Ignore grey label"),
)
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

    def __init__(self) -> None:
        super().__init__("Sketch")
        self._pin = QtWidgets.QPushButton()
        self._pin.setCheckable(True)
        self._pin.setToolTip(
            "Follow the active layer, or group of layers, whichever layer becomes active later"
        )
        self._pin.setAccessibleName("Pin the sketch layer")
        self._pin.clicked.connect(lambda on: self.pin_wanted.emit(on))
        self._ink = ChoiceBox("How ink is read", "What counts as ink on the sketch layer")
        self._ink.set_choices(INKS)
        self._ink.chosen.connect(lambda value: self.changed.emit("ink", value))
        self._label = ChoiceBox(
            "Colour label to ignore", "Layers with this colour label are construction lines"
        )
        self._label.set_choices(LABELS, SWATCHES)
        self._label.chosen.connect(lambda value: self.changed.emit("ignore_label", value))
        self._color = QtWidgets.QPushButton()
        self._color.setToolTip(
            "Lines in the colour that you paint with now are construction lines. "
            "Press again to read them."
        )
        self._color.setAccessibleName("Ignore lines in the current colour")
        self._color.clicked.connect(self._color_pressed)
        self._ignored = ""
        self.add(self._pin)
        for widget in (self._ink, self._label, self._color):
            self.add(widget)
        self.body.setSpacing(style.GAP)
        self.show_pinned("")

    def show_state(self, state: State) -> None:
        """Show a state's settings."""
        settings = state.settings
        self._ink.set_value(settings.ink)
        self._label.set_value(settings.ignore_label)
        self._ignored = settings.ignore_color
        text = f"Ignoring {self._ignored}" if self._ignored else "Ignore current colour"
        self._color.setText(text)

    def show_pinned(self, name: str) -> None:
        """Show which layer is pinned, "" for none."""
        self._pin.setChecked(bool(name))
        short = self._pin.fontMetrics().elidedText(name, QtCore.Qt.TextElideMode.ElideMiddle, 120)
        self._pin.setText(f"Pinned: {short}" if name else "Pin layer")

    def _color_pressed(self) -> None:
        if self._ignored:
            self.changed.emit("ignore_color", "")
        else:
            self.color_wanted.emit()
