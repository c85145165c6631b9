"""Square tiles in rows that reflow with the width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..qt import QtGui, QtWidgets
from . import style
from .empty_place import EmptyPlace
from .tile import Tile


class TileGrid(QtWidgets.QWidget):
    """Lays out square tiles; its height follows from its width.

    ``columns`` maps the width in pixels to the number of tiles a row; ``largest`` bounds a tile.
    """

    def __init__(self, columns: Callable[[int], int], largest: int) -> None:
        super().__init__()
        self._columns, self._largest = columns, largest
        self._tiles: list[Tile] = []
        self._empty = EmptyPlace(self)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed
        )

    @property
    def tiles(self) -> Sequence[Tile]:
        return self._tiles

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles instead of those before."""
        for old in self._tiles:
            if old not in tiles:
                old.setParent(None)
                old.deleteLater()
        self._tiles = list(tiles)
        for tile in tiles:
            tile.setParent(self)
            tile.show()
        self._arrange()

    def show_empty(self, text: str) -> None:
        """Show a sentence in place of the tiles; "" shows the tiles."""
        if text != self._empty.text():
            self._empty.setText(text)
            self._empty.setVisible(bool(text))
            for tile in self._tiles:
                tile.setVisible(not text)

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:
        self._arrange()

    def _arrange(self) -> None:
        if not self._tiles or self.width() <= 0:
            self.setFixedHeight(0)
            return
        columns = max(1, self._columns(self.width()))
        gap = style.GAP
        side = min(self._largest, (self.width() - (columns - 1) * gap) // columns)
        for place, tile in enumerate(self._tiles):
            row, column = divmod(place, columns)
            tile.setGeometry(column * (side + gap), row * (side + gap), side, side)
        rows = -(-len(self._tiles) // columns)
        self.setFixedHeight(rows * side + (rows - 1) * gap)
        self._empty.setGeometry(
            0, 0, min(len(self._tiles), columns) * (side + gap) - gap, self.height()
        )
