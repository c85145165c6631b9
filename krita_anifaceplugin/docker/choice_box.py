"""A drop-down list of values with names, as narrow as the docker wants it."""

from __future__ import annotations

from collections.abc import Sequence

from ..qt import QtCore, QtGui, QtWidgets, Signal
from . import style


class ChoiceBox(QtWidgets.QComboBox):
    """Emits ``chosen`` with the value that the artist chose."""

    chosen = Signal(object)

    def __init__(self, tip: str, whole: bool = False) -> None:
        """``tip`` is the name for screen readers, too; ``whole``: wide enough for every name."""
        super().__init__()
        self._values: list[object] = []
        self.setAccessibleName(tip)
        self.setToolTip(tip)
        policy = QtWidgets.QComboBox.SizeAdjustPolicy
        if whole:
            self.setSizeAdjustPolicy(policy.AdjustToContents)
        else:
            self.setSizeAdjustPolicy(policy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(3)
        self.setMinimumWidth(style.LEAST_BUTTON)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.activated.connect(lambda place: self.chosen.emit(self._values[place]))

    def set_choices(
        self, choices: Sequence[tuple[object, str]], colors: Sequence[str] = ()
    ) -> None:
        """Offer (value, name) pairs; ``colors`` are swatches beside them, "" for none."""
        self.clear()
        self._values = [value for value, _ in choices]
        for place, (_, name) in enumerate(choices):
            color = colors[place] if place < len(colors) else ""
            if color:
                self.addItem(_swatch(color), name)
            else:
                self.addItem(name)

    def set_value(self, value: object) -> None:
        """Show this value as the chosen one."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))


def _swatch(color: str) -> QtGui.QIcon:
    pixmap = QtGui.QPixmap(12, 12)
    pixmap.fill(QtGui.QColor(color))
    return QtGui.QIcon(pixmap)
