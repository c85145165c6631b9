"""Which guidance is shown, in which colours, and the button that keeps it."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from ..showing.parts import choices
from ..state import State
from . import style
from .choice_box import ChoiceBox

PALETTES = (("bright", "Bright colours"), ("safe", "Colour-blind safe"))


class GuidanceChoice(QtWidgets.QWidget):
    """Signals:
    changed: name and value of a setting.
    kept: the artist wants the guidance as an ordinary layer.
    """

    changed = Signal(str, object)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._parts = ChoiceBox("Parts shown", "Show guidance for these parts only")
        self._parts.set_choices(choices(()))
        self._parts.chosen.connect(lambda value: self.changed.emit("parts", value))
        self._palette = ChoiceBox("Colours of the guidance", "Colours that stand for the parts")
        self._palette.set_choices(PALETTES)
        self._palette.chosen.connect(lambda value: self.changed.emit("palette", value))
        self._undrawn = QtWidgets.QCheckBox("Only what is not drawn")
        self._undrawn.setToolTip("Leave out guidance where your lines already are")
        self._undrawn.setAccessibleName("Guidance only for what is not drawn")
        self._undrawn.clicked.connect(lambda on: self.changed.emit("only_undrawn", on))
        self._keep = QtWidgets.QPushButton("Keep as layer")
        self._keep.setToolTip("Make an ordinary layer of the guidance, in one undo step")
        self._keep.setAccessibleName("Keep the guidance as a layer")
        self._keep.clicked.connect(lambda: self.kept.emit())
        boxes = QtWidgets.QHBoxLayout()
        boxes.setSpacing(style.GAP)
        boxes.addWidget(self._parts, 1)
        boxes.addWidget(self._palette, 1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(boxes)
        column.addWidget(self._undrawn)
        column.addWidget(self._keep)

    def show_state(self, state: State) -> None:
        """Show a state's settings and what there is to choose from."""
        names = tuple(part.name for part in state.parts)
        if names != self._names:
            self._names = names
            self._parts.set_choices(choices(names))
        settings = state.settings
        self._parts.set_value(settings.parts)
        self._palette.set_value(settings.palette)
        self._undrawn.setChecked(settings.only_undrawn)
        shown = settings.guidance != "off"
        for widget in (self._parts, self._undrawn):
            widget.setEnabled(shown)
        self._palette.setEnabled(settings.guidance == "detailed")
        self._keep.setEnabled(shown and state.guidance is not None)
