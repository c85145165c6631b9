"""Guidance as a layer while the image under it is turned, scaled, cropped, copied and flattened.

Krita does to our layer what it does to the artist's: no line of before may stay behind in it, and
none may get into what is merged or copied. Runs with the fake worker, whose guidance is a circle.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from docker_hand import AniFace
from menus import choose
from painting import blank
from PyQt5.QtGui import QImage
from PyQt5.QtWidgets import QApplication

#: So large that the layer is written in many tiles.
SIDE = 2000
GUIDANCE = "AniFace guidance"


def picture(doc: Any) -> Any:
    """The paint layer that holds our lines."""
    group = doc.nodeByName(GUIDANCE)
    return next(node for node in group.childNodes() if node.type() == "paintlayer")


def wrong_tiles(ani: AniFace, doc: Any) -> int:
    """Tiles of our layer that hold something else than what is to be shown now."""
    from krita_anifaceplugin.geometry import Rect
    from krita_anifaceplugin.overlay.tiles import BLANK, TileDrawing, places_of, tile_rect

    layer = picture(doc)
    drawing = TileDrawing(ani.controller.display.scene, Rect(0, 0, doc.width(), doc.height()))
    wanted = {tile.place: tile for tile in drawing.tiles()}
    painted = layer.bounds()
    held = Rect(painted.x(), painted.y(), painted.width(), painted.height())
    wrong = 0
    for place in {*places_of(held), *wanted}:
        rect, tile = tile_rect(place), wanted.get(place)
        there = bytes(layer.pixelData(rect.x, rect.y, rect.width, rect.height))
        wrong += there != (BLANK if tile is None else tile.pixels)
    return wrong


def colored(bgra: bytes) -> int:
    """How many of these pixels are neither grey nor clear."""
    pairs = zip(bgra[0::4], bgra[2::4], bgra[3::4], strict=True)
    return sum(alpha > 8 and abs(blue - red) > 12 for blue, red, alpha in pairs)


async def image_changes(t: Any, ani: AniFace, doc: Any) -> None:
    """Everything that moves all layers at once, and its undo."""

    def act(name: str) -> None:
        t.krita.action(name).trigger()

    for what, change in (
        ("mirrored", partial(act, "mirrorImageHorizontal")),
        ("turned", partial(act, "rotateImageCW90")),
        ("larger to the left", partial(doc.resizeImage, -600, -600, 3000, 3000)),
        ("scaled", partial(doc.scaleImage, 1500, 1500, 72, 72, "Bicubic")),
        ("cropped", partial(doc.crop, 200, 200, 1250, 1250)),
        ("not cropped, by undo", partial(act, "edit_undo")),
        ("not scaled, by undo", partial(act, "edit_undo")),
    ):
        before = ani.state.guidance
        change()
        await ani.answered(before)
        await ani.settled()
        await t.wait_until(
            lambda: not wrong_tiles(ani, doc), 10, what=f"the layer is right: {what}"
        )
        t.check(True, f"image {what}: no line of before is left in the layer")


async def merged(t: Any, ani: AniFace, doc: Any, canvas: Any) -> None:
    """Copy merged and Flatten image, by the menus, take the artist's layers only."""
    await canvas.stroke([(300.0, 900.0), (900.0, 1200.0)], step=60)
    await t.wait_until(lambda: doc.nodeByName(GUIDANCE), what="the layer")
    await ani.settled()
    await t.wait(0.5)
    t.check(colored(seen(doc)), "the layer is in the picture")
    t.krita.action("select_all").trigger()
    await t.wait(0.5)
    await choose(t, "copy_merged")
    await t.wait(1.0)
    image = QApplication.clipboard().image().convertToFormat(QImage.Format.Format_ARGB32)
    copied = image.constBits().asstring(image.sizeInBytes())
    whole = image.width() == doc.width()
    t.check(whole and not colored(copied), "Copy merged: the artist's layers only")
    t.krita.action("deselect").trigger()
    await t.wait(3.5)
    await canvas.stroke([(900.0, 900.0), (1200.0, 1300.0)], step=60)
    await t.wait_until(lambda: doc.nodeByName(GUIDANCE), what="the layer is back")
    await ani.settled()
    await t.wait(0.5)
    await choose(t, "flatten_image")
    await t.wait_until(lambda: len(doc.topLevelNodes()) == 1, what="one layer is left")
    await t.wait(0.5)
    t.screenshot("flattened")
    t.check(not colored(seen(doc)), "Flatten image: the artist's layers only")


def seen(doc: Any) -> bytes:
    """The picture that all layers make."""
    return bytes(doc.pixelData(0, 0, doc.width(), doc.height()))


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=260)
    ani.controller.change_settings(as_layer=True)
    doc, _, canvas = await blank(t, SIDE, zoom=0.3, brush=20.0)
    await canvas.stroke([(150.0, 300.0), (700.0, 500.0)], step=60)
    await t.wait_until(lambda: doc.nodeByName(GUIDANCE), what="the layer")
    await ani.settled()
    await t.wait(0.5)
    t.check(wrong_tiles(ani, doc) == 0, "the layer holds what is to be shown")
    await image_changes(t, ani, doc)
    await merged(t, ani, doc, canvas)
    doc.setModified(False)
    doc.close()
    await t.wait(0.5)
