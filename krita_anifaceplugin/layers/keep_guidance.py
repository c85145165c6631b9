"""*Keep guidance*: what is shown becomes an ordinary layer of the artist's, in one undo step."""

from __future__ import annotations

from dataclasses import replace

from ..geometry import Rect
from ..krita_api import application
from ..overlay.scene import Scene
from ..overlay.tiles import TileDrawing, tile_rect
from ..session.state import Source
from .beside_sketch import add_beside
from .layer_names import KEPT_NAME


def keep(scene: Scene, source: Source, mode: str) -> None:
    """Add the curves of a scene as a layer over the sketch, if its document is still open.

    Krita must be idle.
    """
    document = application.find_document(source.document)
    if document is None or scene.curves is None:
        return
    drawing = TileDrawing(replace(scene, trace=None), Rect(0, 0, *document.size))
    layer = document.blank_layer(f"{KEPT_NAME} ({mode})")
    for tile in drawing.tiles():
        layer.write(tile_rect(tile.place), tile.pixels)
    add_beside(document, layer, document.find(source.layer))
