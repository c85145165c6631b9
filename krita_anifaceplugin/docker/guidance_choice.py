"""Which guidance is shown, in which colours, and the button that keeps it."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from ..showing.parts import choices
from ..state import State
from ..texts.table import Texts
from . import style
from .choice_box import ChoiceBox

PALETTES = (("bright", "palette.bright"), ("safe", "palette.safe"))


class GuidanceChoice(QtWidgets.QWidget):
    """Signals:
    changed: name and value of a setting.
    kept: the artist wants the guidance as an ordinary layer.
    """

    changed = Signal(str, object)
    kept = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._names: tuple[str, ...] = ()
        self._parts = ChoiceBox(texts("parts.name"), texts("parts.tip"))
        self._parts.set_choices(choices((), texts))
        self._parts.chosen.connect(lambda value: self.changed.emit("parts", value))
        self._palette = ChoiceBox(texts("palette.name"), texts("palette.tip"))
        self._palette.set_choices([(value, texts(key)) for value, key in PALETTES])
        self._palette.chosen.connect(lambda value: self.changed.emit("palette", value))
        self._undrawn = QtWidgets.QCheckBox(texts("undrawn.text"))
        self._undrawn.setToolTip(texts("undrawn.tip"))
        self._undrawn.setAccessibleName(texts("undrawn.name"))
        self._undrawn.clicked.connect(lambda on: self.changed.emit("only_undrawn", on))
        self._keep = QtWidgets.QPushButton(texts("keep.text"))
        self._keep.setToolTip(texts("keep.tip"))
        self._keep.setAccessibleName(texts("keep.name"))
        self._keep.setMinimumWidth(style.LEAST_BUTTON)
        self._keep.clicked.connect(lambda: self.kept.emit())
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        for widget in (self._parts, self._palette, self._undrawn, self._keep):
            column.addWidget(widget)

    def show_state(self, state: State) -> None:
        """Show a state's settings and what there is to choose from."""
        names = tuple(part.name for part in state.parts)
        if names != self._names:
            self._names = names
            self._parts.set_choices(choices(names, self._texts))
        settings = state.settings
        self._parts.set_value(settings.parts)
        self._palette.set_value(settings.palette)
        self._undrawn.setChecked(settings.only_undrawn)
        shown = settings.guidance != "off"
        for widget in (self._parts, self._undrawn):
            widget.setEnabled(shown)
        self._palette.setEnabled(settings.guidance == "detailed")
        self._keep.setEnabled(shown and state.guidance is not None)
