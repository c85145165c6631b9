"""The reference portraits, whose colours the suggestions take."""

from __future__ import annotations

from ..qt import QtGui, Signal
from ..state import Reference, State
from .section import Section
from .tile import Tile
from .tile_grid import TileGrid

SIDE = 46


class References(Section):
    """Emits ``chosen`` with the id of a reference."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Colours")
        self._references: tuple[Reference, ...] = ()
        self._grid = TileGrid(lambda width: max(1, width // SIDE), largest=SIDE + 10)
        self.add(self._grid)
        self.setVisible(False)

    def show_state(self, state: State) -> None:
        """Show a state's references and which one is chosen."""
        if state.references != self._references:
            self._references = state.references
            self._grid.set_tiles([self._tile(reference) for reference in state.references])
            self.setVisible(bool(state.references))
        wanted = state.settings.reference
        known = {reference.id for reference in self._references}
        pairs = zip(self._references, self._grid.tiles, strict=False)
        for place, (reference, tile) in enumerate(pairs):
            first = place == 0 and wanted not in known
            tile.set_selected(reference.id == wanted or first)

    def _tile(self, reference: Reference) -> Tile:
        tile = Tile()
        pixmap = QtGui.QPixmap()
        pixmap.loadFromData(reference.thumbnail)
        tile.set_picture(pixmap if not pixmap.isNull() else None)
        tile.setEnabled(True)
        tile.setToolTip(f"Colours of “{reference.label}”")
        tile.setAccessibleName(f"Colours of {reference.label}")
        tile.clicked.connect(lambda: self.chosen.emit(reference.id))
        return tile
