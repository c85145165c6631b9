"""What is read as the sketch: which layer, how its pixels become ink, what is left out."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal
from ..state import State
from ..texts.table import Texts
from . import style
from .choice_box import ChoiceBox
from .section import Section

INKS = (
    ("auto", "ink.auto"),
    ("alpha", "ink.alpha"),
    ("dark", "ink.dark"),
    ("light", "ink.light"),
)
#: Krita's colour labels in their order, and about their colours.
LABELS = (
    "label.none", "label.blue", "label.green", "label.yellow", "label.orange", "label.brown",
    "label.red", "label.purple", "label.grey",
)  # fmt: skip
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
        super().__init__(texts("sketch.title"))
        self._texts = texts
        self._pin = QtWidgets.QPushButton()
        self._pin.setCheckable(True)
        self._pin.setToolTip(texts("sketch.pin.tip"))
        self._pin.setAccessibleName(texts("sketch.pin.name"))
        self._pin.clicked.connect(lambda on: self.pin_wanted.emit(on))
        self._ink = ChoiceBox(texts("ink.name"), texts("ink.tip"))
        self._ink.set_choices([(value, texts(key)) for value, key in INKS])
        self._ink.chosen.connect(lambda value: self.changed.emit("ink", value))
        self._label = ChoiceBox(texts("label.name"), texts("label.tip"))
        self._label.set_choices([(n, texts(key)) for n, key in enumerate(LABELS)], SWATCHES)
        self._label.chosen.connect(lambda value: self.changed.emit("ignore_label", value))
        self._color = QtWidgets.QPushButton()
        self._color.setToolTip(texts("color.tip"))
        self._color.setAccessibleName(texts("color.name"))
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
        self._ink.set_value(settings.ink)
        self._label.set_value(settings.ignore_label)
        self._ignored = settings.ignore_color
        key = "color.ignoring" if self._ignored else "color.ignore"
        self._color.setText(self._texts(key, color=self._ignored))

    def show_pinned(self, name: str) -> None:
        """Show which layer is pinned, "" for none."""
        self._pin.setChecked(bool(name))
        short = self._pin.fontMetrics().elidedText(name, QtCore.Qt.TextElideMode.ElideMiddle, 120)
        key = "sketch.pinned" if name else "sketch.pin"
        self._pin.setText(self._texts(key, name=short))

    def _color_pressed(self) -> None:
        if self._ignored:
            self.changed.emit("ignore_color", "")
        else:
            self.color_wanted.emit()
