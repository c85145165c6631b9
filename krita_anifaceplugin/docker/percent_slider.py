"""A slider for a share of the whole."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal


class PercentSlider(QtWidgets.QSlider):
    """Emits ``moved`` with a share, 0 to 1, when the artist moves it."""

    moved = Signal(float)

    def __init__(self, least: int, tip: str) -> None:
        """``least`` is in percent; ``tip`` is the name for screen readers, too."""
        super().__init__(QtCore.Qt.Orientation.Horizontal)
        self.setRange(least, 100)
        self.setPageStep(10)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.valueChanged.connect(lambda percent: self.moved.emit(percent / 100))

    def show_share(self, share: float) -> None:
        """Show a share, unless the artist is moving it."""
        if not self.isSliderDown():
            blocked = self.blockSignals(True)
            self.setValue(round(100 * share))
            self.blockSignals(blocked)
