"""Square tiles in rows that reflow with the width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..qt import QtGui
from . import style
from .empty_place import EmptyPlace
from .flowing import Flowing
from .tile import Tile


class TileGrid(Flowing):
    """Lays out square tiles; its height follows from its width.

    ``columns`` maps the width in pixels to the number of tiles a row; ``largest`` bounds a tile.
    """

    def __init__(self, columns: Callable[[int], int], largest: int) -> None:
        super().__init__()
        self._columns, self._largest = columns, largest
        self._tiles: list[Tile] = []
        self._empty = EmptyPlace(self)

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
        self.updateGeometry()
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
        columns, side = self._shape(self.width())
        gap = style.GAP
        for place, tile in enumerate(self._tiles):
            row, column = divmod(place, columns)
            tile.setGeometry(column * (side + gap), row * (side + gap), side, side)
        across = min(len(self._tiles), columns) * (side + gap) - gap
        self._empty.setGeometry(0, 0, across, self.height_at(self.width()))

    def height_at(self, width: int) -> int:
        columns, side = self._shape(width)
        rows = -(-len(self._tiles) // columns)
        return max(0, rows * (side + style.GAP) - style.GAP)

    def _shape(self, width: int) -> tuple[int, int]:
        """How many tiles a row has at a width, and the side of each."""
        columns = max(1, self._columns(width))
        side = (width - (columns - 1) * style.GAP) // columns
        return columns, max(1, min(self._largest, side))
