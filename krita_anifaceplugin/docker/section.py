"""A titled part of the docker that can be folded."""

from __future__ import annotations

from ..qt import QtWidgets, Signal
from ..texts.table import Texts
from . import style
from .heading import Heading


class Section(QtWidgets.QWidget):
    """A heading with its widgets below it, and perhaps a button at the heading's end.

    Emits ``folded`` with whether the artist folded it.
    """

    folded = Signal(bool)

    def __init__(self, texts: Texts, name: str, corner: QtWidgets.QWidget | None = None) -> None:
        """``name`` is the section's in the settings; its title is the text ``name.title``."""
        super().__init__()
        self.name, self._texts, self._corner = name, texts, corner
        self._heading = Heading(texts(f"{name}.title"), texts("section.fold"))
        self._heading.clicked.connect(self.folded)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._heading, 1)
        if corner is not None:
            row.addWidget(corner)
        self._inside = QtWidgets.QWidget()
        self.body = QtWidgets.QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(style.GAP)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._inside)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget)

    def set_folded(self, folded: bool) -> None:
        """Show the heading alone, or everything."""
        self._heading.setChecked(folded)
        self._inside.setVisible(not folded)
        if self._corner is not None:
            self._corner.setVisible(not folded)
