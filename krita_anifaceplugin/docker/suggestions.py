"""The suggestions: four pictures, one chosen, and the button that accepts it."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets, Signal
from ..state import COUNT, State, Suggestion
from . import style
from .buttons import PrimaryButton
from .tile import Tile
from .tile_grid import TileGrid


class Suggestions(QtWidgets.QWidget):
    """Signals:
    selected: index of the suggestion that was pressed.
    accepted: index of the one to insert, -1 for the chosen one.
    """

    selected = Signal(int)
    accepted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Suggestion, ...] = ()
        self._grid = TileGrid(lambda width: 4 if width >= 440 else 2, largest=220)
        self._grid.set_tiles([self._tile(i) for i in range(COUNT)])
        self._hint = QtWidgets.QLabel()
        self._hint.setWordWrap(True)
        self._hint.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._hint.setFont(style.small_font(self))
        self._accept = PrimaryButton("Accept as layer")
        self._accept.setToolTip("Insert the chosen portrait as a new layer above the sketch")
        self._accept.setAccessibleName("Accept the chosen suggestion as a layer")
        self._accept.clicked.connect(lambda: self.accepted.emit(-1))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self._grid)
        column.addWidget(self._hint)
        column.addWidget(self._accept)
        self.show_state(State())

    def show_state(self, state: State) -> None:
        """Show a state's suggestions, hint and choice."""
        for index, tile in enumerate(self._grid.tiles):
            new = state.suggestions[index] if index < len(state.suggestions) else None
            old = self._shown[index] if index < len(self._shown) else None
            if new is not old:
                tile.set_picture(None if new is None else _pixmap(new))
                tile.setAccessibleName(_spoken(index, new))
                tile.set_caption("" if new is None else _caption(new))
            tile.set_selected(new is not None and index == state.selected)
        self._shown = state.suggestions
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._accept.setEnabled(state.chosen is not None and not state.accepting)
        self._accept.setText("Inserting…" if state.accepting else "Accept as layer")

    def _tile(self, index: int) -> Tile:
        tile = Tile(enlarges=True)
        tile.clicked.connect(lambda: self.selected.emit(index))
        tile.accepted.connect(lambda: self.accepted.emit(index))
        tile.setEnabled(False)
        return tile


def _pixmap(suggestion: Suggestion) -> QtGui.QPixmap:
    side = suggestion.side
    image = QtGui.QImage(suggestion.pixels, side, side, QtGui.QImage.Format.Format_ARGB32)
    return QtGui.QPixmap.fromImage(image)


def _caption(suggestion: Suggestion) -> str:
    return f"Fits {suggestion.coverage:.0%} of your lines."


def _spoken(index: int, suggestion: Suggestion | None) -> str:
    if suggestion is None:
        return f"Suggestion {index + 1}: none yet"
    return f"Suggestion {index + 1} of {COUNT}, fits {suggestion.coverage:.0%} of the sketch"
