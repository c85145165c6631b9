"""What is known of the guidance layer in one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..geometry import Rect
from ..krita_api.overlay_group import OverlayGroup
from .tiles import BLANK, UNKNOWN, Place, Tile, places_of, tile_rect

_NOWHERE = Rect(0, 0, 0, 0)


@dataclass
class LayerSheet:
    """The check sums of the ``tiles`` that a layer holds.

    ``layer`` is the group's id. ``new``: it is in no document yet; ``lost``: an undo took it.
    ``key`` is the picture's when it was written last; Krita changes both where the image is
    turned, scaled or cropped, and where that is undone. ``stale`` holds what was written and is
    not shown yet.
    """

    layer: str
    new: bool = False
    lost: bool = False
    tiles: dict[Place, int] = field(default_factory=dict)
    key: int = 0
    stale: Rect = _NOWHERE

    def write(self, group: OverlayGroup, tile: Tile) -> None:
        """Write a tile, unless the layer holds it already."""
        if UNKNOWN == tile.check or tile.check != self.tiles.get(tile.place):
            self._write(group, tile.place, tile.pixels)
            self.tiles[tile.place] = tile.check

    def blank(self, group: OverlayGroup, places: set[Place]) -> None:
        """Empty some tiles."""
        for place in places:
            self._write(group, place, BLANK)
            del self.tiles[place]

    def _write(self, group: OverlayGroup, place: Place, pixels: bytes) -> None:
        rect = tile_rect(place)
        group.picture.write(rect, pixels)
        self.stale = self.stale.united(rect)

    def show_anew(self, group: OverlayGroup) -> None:
        """Have Krita show all that was written since it was last told."""
        if not self.stale.empty:
            group.show_anew(self.stale)
            self.stale = _NOWHERE

    def look(self, group: OverlayGroup) -> None:
        """Where somebody else changed the layer, nobody knows any more what it holds."""
        if not self.new and self.key != group.picture.change_key():
            self.tiles = dict.fromkeys(places_of(group.picture.bounds), UNKNOWN)

    def changed(self, group: OverlayGroup) -> None:
        """The layer was changed, and not by somebody else."""
        self.key = group.picture.change_key()
