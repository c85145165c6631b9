"""A recorded sketch is painted with the real pointer; guidance, layers and file are checked.

Arguments: the recording, how many of its strokes, the file to save.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from docker_hand import AniFace
from gaps import GapMeter
from kra import layer_names
from painting import blank
from PyQt5.QtCore import QPoint
from PyQt5.QtGui import QGuiApplication
from recording import PAUSE, Stroke, load
from sheet import no_smoothing
from stroke import Canvas

SIDE = 1000
BRUSH = 5.0
ARTISTS = ["Sketch", "Background"]
ZOOM = 0.8


def names(doc: Any) -> list[str]:
    """The document's layers, bottom to top."""
    return [node.name() for node in doc.rootNode().childNodes()]


def pixels(node: Any) -> bytes:
    """All of a layer."""
    return bytes(node.pixelData(0, 0, SIDE, SIDE))


async def prepared(t: Any) -> tuple[Any, Any, Canvas]:
    """A new document with an empty sketch layer, and its canvas."""
    doc, layer, canvas = await blank(t, SIDE, ZOOM, BRUSH)
    no_smoothing(t)
    return doc, layer, canvas


async def without_aniface(t: Any, strokes: list[Stroke], gaps: GapMeter) -> bytes:
    """The sketch painted while AniFace is off: what it must look like."""
    doc, layer, canvas = await prepared(t)
    gaps.start()
    await t.wait(3)
    t.value("window pause, Krita idle", gaps.stop())
    gaps.start()
    for points in strokes:
        await canvas.stroke(points, step=60, pause=PAUSE)
        await canvas.wait_idle()
    t.value("window pause, painting without AniFace", gaps.stop())
    alone = pixels(layer)
    doc.setModified(False)
    doc.close()
    return alone


async def with_aniface(
    t: Any, ani: AniFace, canvas: Canvas, strokes: list[Stroke], gaps: GapMeter
) -> None:
    """Paint; guidance must follow every stroke."""
    wall = time.time() - time.monotonic()
    waits = []
    gaps.start()
    for points in strokes:
        before = ani.state.guidance
        up = await canvas.stroke(points, step=60, pause=PAUSE) - wall
        waits.append(await ani.answered(before) - up)
        await ani.settled()
    t.value("window pause, painting with AniFace", gaps.stop())
    gaps.start()
    await t.wait(3)
    t.value("window pause, AniFace on, nothing drawn", gaps.stop())
    ms = sorted(round(1000 * w) for w in waits)
    t.check(len(ms) == len(strokes), f"guidance followed each of {len(strokes)} strokes")
    t.value("pen-up to guidance, ms", {"median": statistics.median(ms), "worst": ms[-1]})
    t.value("pen-up to guidance, each", [round(1000 * w) for w in waits])


def canvas_picture(canvas: Canvas) -> bytes:
    """What the screen shows of the canvas widget."""
    at, size = canvas.widget.mapToGlobal(QPoint(0, 0)), canvas.widget.size()
    shot = QGuiApplication.primaryScreen().grabWindow(
        0, at.x(), at.y(), size.width(), size.height()
    )
    image = shot.toImage()
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return bytes(bits)


async def toggles(t: Any, ani: AniFace, canvas: Canvas) -> None:
    """Off takes the guidance off the screen, detailed shows it with its legend."""
    shown = canvas_picture(canvas)
    await ani.press(ani.named("Guidance: Off"))
    await t.wait_until(lambda: ani.state.guidance is None, what="guidance is off")
    await t.wait(0.3)
    bare = canvas_picture(canvas)
    t.check(bare != shown, "turning guidance off changes the canvas")
    await ani.press(ani.named("Guidance: Detailed"))
    await t.wait_until(lambda: ani.state.guidance is not None, what="guidance is back")
    await ani.settled()
    t.check(ani.state.guidance.mode == "detailed", "detailed guidance was asked for and came")
    t.check(canvas_picture(canvas) != bare, "detailed guidance is on the canvas")


async def accept_and_undo(t: Any, ani: AniFace, canvas: Canvas, doc: Any) -> None:
    """Accept makes one layer; one undo takes it back."""
    before, active = names(doc), doc.activeNode().uniqueId()
    await ani.press(ani.named("Accept the chosen suggestion as a layer"))
    await t.wait_until(lambda: len(names(doc)) > len(before), 20, what="the portrait is a layer")
    await t.wait(0.6)
    t.check(len(names(doc)) == len(before) + 1, "accepting added one layer")
    portrait = doc.topLevelNodes()[before.index("Sketch") + 1]
    t.check(portrait.name().startswith("AniFace portrait 1 (seed"), "over the sketch")
    t.check(any(pixels(portrait)[3::4]), "the layer holds the portrait")
    t.check(doc.activeNode().uniqueId() == active, "the sketch is still the active layer")
    t.screenshot("accepted")
    await ani.t.call("xdotool", "mousemove", *canvas.to_screen(20, 20))
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: names(doc) == before, what="one undo takes the portrait back")
    t.check(True, "one undo took the portrait back")


async def as_layer(t: Any, ani: AniFace, canvas: Canvas, doc: Any, file: Path) -> None:
    """The guidance layer: on top, locked, the artist's layer stays active, and not in the file."""
    active = doc.activeNode().uniqueId()
    await ani.press(ani.named("Show guidance: As layer"))
    await t.wait_until(lambda: "AniFace guidance" in names(doc), what="the guidance layer is there")
    await t.wait(0.5)
    layer = doc.nodeByName("AniFace guidance")
    t.check(names(doc)[-1] == "AniFace guidance", "the guidance layer is on top")
    t.check(layer.locked(), "it is locked")
    t.check(any(pixels(layer.childNodes()[0])), "it holds guidance")
    t.check(doc.activeNode().uniqueId() == active, "the sketch is still the active layer")
    t.screenshot("guidance_layer")
    await ani.t.call("xdotool", "mousemove", *canvas.to_screen(20, 20))
    await canvas.key("ctrl+s")
    await t.wait_until(file.exists, 20, what="Ctrl+S saved the file")
    await t.wait(1.5)
    t.check(layer_names(file) == ARTISTS, "the file holds the artist's layers")
    t.check(doc.activeNode().uniqueId() == active, "the sketch is still the active layer")


async def other_saves(t: Any, ani: AniFace, canvas: Canvas, doc: Any, file: Path) -> None:
    """Opening the File menu takes the layer out; a script's save is mended."""
    await t.wait(3.2)  # the layer stays away for a while after a save
    await canvas.stroke([(60, 930), (120, 950)], step=60, pause=PAUSE)
    await t.wait_until(lambda: "AniFace guidance" in names(doc), what="it is back after the save")
    await ani.settled()
    bar = t.main_window().menuBar()
    first = bar.actionGeometry(bar.actions()[0]).center()
    at = bar.mapToGlobal(first)
    await t.call("xdotool", "mousemove", at.x(), at.y(), "sleep", 0.05, "click", 1)
    await t.wait_until(
        lambda: "AniFace guidance" not in names(doc), what="opening the File menu takes it out"
    )
    t.check(True, "opening the File menu takes the guidance layer out")
    await t.call("xdotool", "key", "Escape", "key", "Escape")
    await t.wait(3.2)
    await canvas.stroke([(60, 960), (120, 980)], step=60, pause=PAUSE)
    await t.wait_until(lambda: "AniFace guidance" in names(doc), what="it is back once more")
    await ani.settled()
    doc.save()
    await t.wait_until(lambda: layer_names(file) == ARTISTS, 15, what="a script's save is mended")
    t.check(True, "after a save by script the file holds the artist's layers")


async def run(t: Any) -> None:
    recording, most, file = Path(t.args[0]), int(t.args[1]), Path(t.args[2])
    strokes = load(recording, SIDE, SIDE, most)
    gaps, ani = GapMeter(), AniFace(t)
    await ani.open()
    await ani.press(ani.named("AniFace on or off"))
    t.check(not ani.state.settings.on, "the switch turns AniFace off")
    alone = await without_aniface(t, strokes, gaps)

    doc, layer, canvas = await prepared(t)
    doc.setFileName(str(file))
    await ani.press(ani.named("AniFace on or off"))
    await t.wait(1.0)
    t.check(ani.state.hint.key == "hint.empty", "an empty sketch gives a hint")
    t.check(not ani.state.suggestions, "an empty sketch gives no suggestion")
    t.screenshot("empty")
    await with_aniface(t, ani, canvas, strokes, gaps)
    sketch = pixels(layer)
    t.check(sketch == alone, "the sketch is, to the byte, the one painted without AniFace")
    t.check(len(ani.state.suggestions) == 4, "four suggestions are shown")
    t.check(names(doc) == ["Background", "Sketch"], "no layer was added while painting")
    t.screenshot("rough")

    await toggles(t, ani, canvas)
    t.screenshot("detailed")
    await accept_and_undo(t, ani, canvas, doc)
    await as_layer(t, ani, canvas, doc, file)
    t.check(pixels(layer) == sketch, "after all that the sketch's bytes are the same")
    await other_saves(t, ani, canvas, doc, file)
    t.value("worker starts", ani.controller.worker.starts)
    t.value("diagnostics", ani.controller.diagnostics())
