"""Which guidance is shown, in which colours, and the button that keeps it."""

from __future__ import annotations

from ..guidance.parts import choices
from ..qt import QtWidgets, Signal
from ..session.state import State
from ..settings import PALETTES
from ..texts.table import Texts
from . import style
from .choice_box import ChoiceBox


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
        self._parts = ChoiceBox(texts("parts.name"))
        self._offer(())
        self._parts.chosen.connect(lambda value: self.changed.emit("parts", value))
        self._palette = ChoiceBox(texts("palette.name"))
        self._palette.set_choices([(name, texts(f"palette.{name}")) for name in PALETTES])
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
            self._offer(names)
        settings = state.settings
        self._parts.set_value(settings.parts)
        self._palette.set_value(settings.palette)
        self._undrawn.setChecked(settings.only_undrawn)
        shown = settings.guidance != "off"
        for widget in (self._parts, self._undrawn):
            widget.setEnabled(shown)
        self._palette.setEnabled(settings.guidance == "detailed")
        self._keep.setEnabled(shown and state.guidance is not None)

    def _offer(self, names: tuple[str, ...]) -> None:
        """Let the artist choose among these parts and their groups."""
        texts = self._texts

        def said(choice: str) -> str:
            group, _, name = choice.partition(":")
            if group and not name:
                return texts.name("part", group)
            return texts(f"parts.{name or 'all'}")

        self._parts.set_choices([(choice, said(choice)) for choice in choices(names)])
