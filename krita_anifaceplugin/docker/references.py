"""The reference portraits, whose colours the suggestions take."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..images import png_image, quartered
from ..qt import QtCore, QtGui, Signal
from ..session.reference_choice import varies
from ..session.state import Reference, State
from ..texts.table import Texts
from . import style
from .icon_button import IconButton
from .icons import Icon
from .menu import Menu
from .section import Section
from .tile import Tile
from .tile_grid import TileGrid
from .tooltip import plain

#: Tiles are at least this wide, and at most LARGEST.
SIDE, LARGEST = 38, 52
#: A pack may hold any picture; one larger than this, in pixels, is no thumbnail.
LARGEST_THUMBNAIL = 1024


class References(Section):
    """Colours that vary, favourites, then the artist's own pictures, then the pack's.

    Signals:
        chosen, favoured, removed: id of a reference; "" is chosen for colours that vary.
        wanted: "file", "layer" or "selection": where to take a picture from.
    """

    chosen, favoured, removed = Signal(str), Signal(str), Signal(str)
    wanted = Signal(str)

    def __init__(self, texts: Texts) -> None:
        self._add = IconButton(Icon.ADD, texts("references.add"))
        super().__init__(texts, "references", self._add)
        self._references: tuple[Reference, ...] = ()
        self._ids: list[str] = []
        self._favourites: tuple[str, ...] = ()
        self._can_read = False
        self._grid = TileGrid(_columns, LARGEST)
        self.add(self._grid)
        self._add.clicked.connect(self._open_add_menu)
        self.setVisible(False)

    def show_state(self, state: State) -> None:
        """Show a state's references and which one is chosen."""
        favourites = state.settings.favourites
        ordered = tuple(sorted(state.references, key=lambda r: r.id not in favourites))
        if ordered != self._references or favourites != self._favourites:
            self._references, self._favourites = ordered, favourites
            tiles = [(reference.id, self._tile(reference)) for reference in ordered]
            if varies(state):
                tiles.insert(0, ("", self._varied_tile(state.references)))
            self._ids = [name for name, _ in tiles]
            self._grid.set_tiles([tile for _, tile in tiles])
            self.setVisible(bool(ordered))
        wanted = state.settings.reference
        packs = (r.id for r in state.references if not r.colors)
        default = "" if varies(state) else next(packs, "")
        for name, tile in zip(self._ids, self._grid.tiles, strict=True):
            tile.set_selected(name == (wanted if wanted in self._ids else default))
        self._can_read = bool(state.picture_side) and not state.reading
        tip = "references.add" if state.picture_side else "notice.no_pictures"
        self._add.setToolTip(self._texts(tip))
        self._add.setEnabled(self._can_read)

    def _varied_tile(self, references: Sequence[Reference]) -> Tile:
        images = [_thumbnail(r) for r in references if not r.colors]
        tile = self._choosing("", quartered([i for i in images if i is not None]))
        tile.setToolTip(self._texts("references.varied_tip"))
        tile.setAccessibleName(self._texts("references.varied"))
        return tile

    def _tile(self, reference: Reference) -> Tile:
        favourite = reference.id in self._favourites
        label = self._label(reference)
        tile = self._choosing(reference.id, _thumbnail(reference))
        tile.set_favourite(favourite)
        tile.setToolTip(plain(self._texts("references.tip", label=label)))
        key = "references.favourite_name" if favourite else "references.name"
        tile.setAccessibleName(self._texts(key, label=label))
        tile.menu_wanted.connect(lambda at: self._open_menu(reference, at))
        return tile

    def _choosing(self, name: str, image: QtGui.QImage | None) -> Tile:
        """A tile that chooses a reference by its id."""
        tile = Tile()
        tile.set_picture(None if image is None else QtGui.QPixmap.fromImage(image))
        tile.setEnabled(True)
        tile.clicked.connect(lambda: self.chosen.emit(name))
        tile.accepted.connect(lambda: self.chosen.emit(name))
        return tile

    def _label(self, reference: Reference) -> str:
        if not reference.colors:
            return self._texts.name("reference", reference.id, reference.label)
        own = [r for r in self._references if r.colors]
        return self._texts("references.own", number=own.index(reference) + 1)

    def _open_menu(self, reference: Reference, at: QtCore.QPoint) -> None:
        favourite = reference.id in self._favourites
        menu = Menu(self)
        favour = self._texts("references.unfavour" if favourite else "references.favour")
        menu.add(favour, lambda: self.favoured.emit(reference.id))
        if reference.colors:
            remove = self._texts("references.remove")
            menu.add(remove, lambda: self.removed.emit(reference.id))
        menu.popup(at)

    def _open_add_menu(self) -> None:
        menu = Menu(self)
        for place in ("file", "layer", "selection"):
            menu.add(self._texts(f"references.from_{place}"), partial(self.wanted.emit, place))
        menu.popup(self._add.mapToGlobal(QtCore.QPoint(0, self._add.height())))


def _thumbnail(reference: Reference) -> QtGui.QImage | None:
    return png_image(reference.thumbnail, LARGEST_THUMBNAIL)


def _columns(width: int) -> int:
    return max(1, (width + style.GAP) // (SIDE + style.GAP))
