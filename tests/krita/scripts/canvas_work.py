"""The frame edited by hand, guidance traced, kept and accepted; large documents; autosave.

Runs with the fake worker of tests/plugin, and Krita set to save by itself every few seconds.
Arguments: a file in the folder to save to; then the steps to run, none for all.
"""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import Any

from docker_hand import AniFace
from gaps import GapMeter
from kra import layer_names
from krita import Krita
from painting import blank
from PyQt5.QtWidgets import QListView
from stroke import Canvas

SIDE = 600
STROKE = [(200.0, 240.0), (300.0, 200.0), (400.0, 240.0)]
GUIDANCE = "AniFace guidance"


def names(doc: Any) -> list[str]:
    """The document's layers, bottom to top."""
    return [node.name() for node in doc.topLevelNodes()]


def pixels(node: Any, side: int = SIDE) -> bytes:
    """All of a layer."""
    return bytes(node.pixelData(0, 0, side, side))


def undo_steps(t: Any) -> int:
    """Entries of the undo history."""
    for view in t.main_window().findChildren(QListView):
        model = view.model()
        if model is not None and "Undo" in model.metaObject().className():
            return int(model.rowCount())
    raise AssertionError("Krita has no undo list")


async def prepared(t: Any, ani: AniFace, side: int = SIDE) -> tuple[Any, Any, Canvas]:
    """A document with one stroke on a layer of its own, answered."""
    doc, layer, canvas = await blank(t, side, zoom=SIDE / side, brush=5.0 * side / SIDE)
    scale = side / SIDE
    await canvas.stroke([(x * scale, y * scale) for x, y in STROKE])
    await ani.answered(None)
    await ani.settled()
    return doc, layer, canvas


def close(doc: Any) -> None:
    """Close without a question."""
    doc.setModified(False)
    doc.close()


async def drag(
    t: Any, canvas: Canvas, way: list[tuple[float, float]], release: bool = True
) -> None:
    """Drag with the pointer through document pixels."""
    where = [canvas.to_screen(*p) for p in way]
    argv: list[Any] = ["mousemove", *where[0], "sleep", 0.05, "mousedown", 1]
    for at in where[1:]:
        argv += ["sleep", 0.03, "mousemove", *at]
    argv += ["sleep", 0.05, *(["mouseup", 1] if release else [])]
    await t.call("xdotool", *argv)
    await t.wait(0.15)


async def frame_by_hand(t: Any, ani: AniFace, file: Path) -> None:
    """Moved, scaled and turned with its handles; nothing is painted; the file brings it back."""
    from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame

    doc, layer, canvas = await prepared(t, ani)
    sketch = pixels(layer)

    def frame() -> Any:
        return ani.controller.lookout.reader.frames.of(ani.state_document())

    await ani.press(ani.named("Fit the guidance frame to the sketch"))
    await t.wait(0.4)
    await ani.settled()
    fitted = frame()
    inside = fitted.x < 200 and fitted.x + fitted.side > 400 and 400 < fitted.side < 560
    t.check(inside, f"fit to sketch: {fitted}")
    fitted = GuidanceFrame(180, 100, 240)
    ani.controller.lookout.reader.frames.set(ani.state_document(), fitted)
    await ani.press(ani.named("Edit the guidance frame on the canvas"))
    await drag(t, canvas, [fitted.center, (fitted.center[0] + 30, fitted.center[1] + 80)])
    moved = frame()
    shift = (moved.x - fitted.x, moved.y - fitted.y)
    t.check(abs(shift[0] - 30) <= 2 and abs(shift[1] - 80) <= 2, f"dragged inside: moved {shift}")
    corner = moved.on_canvas(1, 1)
    await drag(t, canvas, [corner, (corner[0] + 80, corner[1] + 80)], release=False)
    t.screenshot("frame_scaling")
    await t.call("xdotool", "mouseup", 1)
    await t.wait(0.1)
    scaled = frame()
    t.check(abs(scaled.side - moved.side - 80) <= 4, f"a corner scales: {scaled.side}")
    near = abs(scaled.x - moved.x) <= 2 and abs(scaled.y - moved.y) <= 2
    t.check(near, "the opposite corner stays")
    top = scaled.on_canvas(0.5, 0)
    knob = (top[0], top[1] - 26)
    turn = math.radians(30)
    cx, cy = scaled.center
    arm = cy - knob[1]
    aim = (cx + arm * math.sin(turn), cy - arm * math.cos(turn))
    await drag(t, canvas, [knob, aim])
    turned = frame()
    t.check(abs(turned.angle - 30) < 2, f"the knob turns: {turned.angle}°")
    await t.wait(0.3)
    await ani.settled()
    t.screenshot("frame_turned")
    t.check(pixels(layer) == sketch, "editing the frame painted nothing")
    t.check(ani.state.source.frame == turned, "suggestions are for the frame as it is now")
    await drag(t, canvas, [turned.center, (cx - 50, cy)])
    await canvas.key("Escape")
    await t.wait(0.3)
    t.check(frame().x == fitted.x and frame().angle == 0, "Escape takes all of it back")
    ani.controller.frame.edit(True)
    await drag(t, canvas, [knob, aim])
    await drag(t, canvas, [frame().center, (frame().center[0] + 60, frame().center[1])])
    await canvas.key("Return")
    kept = frame()
    await canvas.stroke([(100.0, 500.0), (200.0, 520.0)])
    await t.wait(0.3)
    t.check(pixels(layer) != sketch, "after Return the pen paints again")
    doc.setFileName(str(file))
    doc.save()
    await t.wait_until(file.exists, what="the file")
    await t.wait(0.8)
    close(doc)
    again = Krita.instance().openDocument(str(file))
    t.krita.activeWindow().addView(again)
    await t.wait(1.0)
    t.check(frame() == kept, f"the file brings the frame back: {frame()}")
    close(again)
    await t.wait(0.3)


def screen(canvas: Canvas, x: float, y: float) -> tuple[int, int, int]:
    """The screen's colour at a document pixel."""
    shot = canvas.widget.screen().grabWindow(0, *canvas.to_screen(x, y), 1, 1)
    color = shot.toImage().pixelColor(0, 0)
    return color.red(), color.green(), color.blue()


async def trace_and_accept(t: Any, ani: AniFace) -> None:
    """A suggestion over the canvas both ways; kept guidance; accept under, hiding the sketch."""
    doc, layer, canvas = await prepared(t, ani)
    sketch, before = pixels(layer), names(doc)
    ani.controller.change_settings(guidance="off", trace=True, trace_opacity=0.5)
    await t.wait(0.6)
    bare = screen(canvas, 300, 400)
    t.check(bare != (255, 255, 255), f"the chosen suggestion lies over the canvas: {bare}")
    t.screenshot("traced")
    t.check(names(doc) == before, "and the document is as it was")
    ani.controller.change_settings(guidance="detailed", as_layer=True)
    await t.wait_until(lambda: GUIDANCE in names(doc), what="the layer")
    await t.wait(0.5)
    await ani.settled()
    await t.wait(0.5)
    inside = [node for node in doc.topLevelNodes()[-1].childNodes() if node.type() == "paintlayer"]
    t.check(any(pixels(inside[0])), "as a layer, too")
    shown = screen(canvas, 300, 400)
    t.check(max(abs(a - b) for a, b in zip(shown, bare, strict=True)) < 6, f"as strong: {shown}")
    ani.controller.change_settings(trace=False, as_layer=False)
    await t.wait_until(lambda: names(doc) == before, what="the layer is gone")
    await t.wait(0.6)
    steps = undo_steps(t)
    await ani.press(ani.named("Keep the guidance as a layer"))
    await t.wait_until(lambda: len(names(doc)) > len(before), what="kept guidance")
    await t.wait(0.5)
    t.check(undo_steps(t) == steps + 1, "kept guidance is one undo step")
    t.check(names(doc)[-1] == "Guidance (detailed)", f"and an ordinary layer: {names(doc)[-1]}")
    t.check(doc.activeNode().name() == "Sketch", "the sketch is still the active layer")
    await t.call("xdotool", "mousemove", *canvas.to_screen(20, 20))
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: names(doc) == before, what="one undo")
    ani.controller.change_settings(accept_under=True, accept_hides_sketch=True)
    await ani.settled()
    steps = undo_steps(t)
    await ani.press(ani.named("Accept the chosen suggestion as a layer"))
    await t.wait_until(lambda: len(names(doc)) > len(before), what="the portrait")
    await t.wait(0.6)
    t.check(undo_steps(t) <= steps + 1, "accepting is one undo step")
    at = names(doc)
    t.check(at[1].startswith("AniFace portrait") and at[2] == "Sketch", f"under the sketch: {at}")
    t.check("seed" in at[1] and "strokes" in at[1], "its name holds the recipe")
    t.check(not layer.visible(), "the sketch is hidden")
    t.check(
        ani.state.guidance is None and ani.state.hint.key == "hint.hidden", "and the docker says so"
    )
    await t.call("xdotool", "mousemove", *canvas.to_screen(20, 20))
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: names(doc) == before and layer.visible(), what="one undo for both")
    await t.wait(0.3)
    await canvas.key("ctrl+shift+z")
    await t.wait_until(lambda: len(names(doc)) > len(before) and not layer.visible(), what="redo")
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: names(doc) == before and layer.visible(), what="undo again")
    t.check(pixels(layer) == sketch, "undo and redo bring portrait and sketch back together")
    ani.controller.change_settings(accept_under=False, accept_hides_sketch=False)
    close(doc)


async def which_layer(t: Any, ani: AniFace) -> None:
    """A pinned layer and a pinned group are followed; labelled construction lines are not."""
    doc, layer, canvas = await prepared(t, ani)
    ani.controller.change_settings(folded=())  # the sketch's section is, by itself
    await t.wait(0.2)
    await ani.press(ani.named("Pin the sketch layer"))
    other = await t.add_paint_layer(doc, "Colours")
    source = ani.state.source.layer
    before = ani.state.ink
    await canvas.stroke([(100.0, 450.0), (400.0, 450.0)])
    await t.wait(0.4)
    t.check(ani.state.source.layer == source, "the pinned layer is followed")
    t.check(ani.state.ink == before, "what is painted elsewhere is no sketch")
    ani.controller.layers.pin(False)
    await t.wait_until(lambda: ani.state.source.layer != source, what="the active layer again")
    group = doc.createGroupLayer("Sketches")
    doc.rootNode().addChildNode(group, None)
    await t.wait(0.3)
    for node in (layer, other):
        node.remove()
        await t.wait(0.1)
        group.addChildNode(node, None)
        await t.wait(0.2)
    doc.setActiveNode(group)
    await t.wait(0.3)
    ani.controller.layers.pin(True)
    doc.setActiveNode(layer)

    def rows() -> set[int]:
        ink = ani.state.ink
        return set() if ink is None else {i // ink.side for i, v in enumerate(ink.data) if v > 128}

    def both() -> bool:
        return any(r < 130 for r in rows()) and any(r > 215 for r in rows())

    await t.wait_until(both, what="both layers of the group are read")
    other.setColorLabel(6)
    ani.controller.change_settings(ignore_label=6)
    await t.wait_until(lambda: rows() and max(rows()) < 215, what="the labelled one is not")
    before = ani.state.ink
    await canvas.stroke([(200.0, 300.0), (400.0, 300.0)])
    await t.wait_until(lambda: ani.state.ink != before, what="a stroke in the group is seen")
    t.check(True, "a pinned group is read as one, without what carries the ignored label")
    ani.controller.change_settings(ignore_label=0)
    ani.controller.layers.pin(False)
    close(doc)


async def large_layer(t: Any, ani: AniFace) -> None:
    """As a layer in 4000 x 4000: what changes is written and shown, undo stays the artist's."""
    side = 4000
    doc, layer, canvas = await prepared(t, ani, side)
    ani.controller.change_settings(as_layer=True)
    await t.wait_until(lambda: GUIDANCE in names(doc), 20, what="the layer")
    await t.wait(1.0)
    gaps = GapMeter()
    ani.controller.change_settings(on=False)
    await t.wait(0.6)
    gaps.start()
    for k in range(4):
        await canvas.stroke([(1400.0, 400.0 + 100 * k), (2600.0, 400.0 + 100 * k)])
        await t.wait(0.5)
    t.value("4000 x 4000, AniFace off: window pause", gaps.stop())
    ani.controller.change_settings(on=True)
    await t.wait_until(lambda: GUIDANCE in names(doc), 20, what="the layer")
    await t.wait(1.0)
    steps, waits = undo_steps(t), []
    wall = time.time() - time.monotonic()
    gaps.start()
    for k in range(4):
        before = ani.state.guidance
        up = await canvas.stroke([(1400.0, 1500.0 + 300 * k), (2600.0, 1500.0 + 300 * k)]) - wall
        waits.append(round(1000 * (await ani.answered(before) - up)))
        await ani.settled()
    t.value("4000 x 4000 as a layer: window pause", gaps.stop())
    t.value("4000 x 4000 as a layer: pen-up to guidance asked to be shown, ms", waits)
    await t.wait(0.5)
    t.check(undo_steps(t) == steps + 4, "four strokes, four undo entries")
    picture = doc.topLevelNodes()[-1].childNodes()[0]
    circle = ani.state.guidance.curves[0].points
    at = [round(v * side) for v in circle[:2]]
    lies = bytes(picture.pixelData(*at, 1, 1))
    t.check(lies[3] > 100, "the layer holds the newest circle")
    now = bytes(doc.pixelData(*at, 1, 1))
    t.check(now[:3] != b"\xff\xff\xff", "and the picture shows it")
    t.screenshot("large_layer")
    ani.controller.change_settings(as_layer=False)
    await t.wait_until(lambda: GUIDANCE not in names(doc), what="the layer is gone")
    await t.wait(0.6)
    close(doc)


async def autosave(t: Any, ani: AniFace, file: Path) -> None:
    """Krita's autosave, set to some seconds, finds no layer of ours."""
    doc, layer, canvas = await prepared(t, ani)
    doc.setFileName(str(file))
    doc.save()
    await t.wait(0.6)
    ani.controller.change_settings(as_layer=True)
    await canvas.stroke([(150.0, 500.0), (450.0, 500.0)])
    await t.wait_until(lambda: GUIDANCE in names(doc), what="the layer")
    saved = file.with_name(file.name + "-autosave.kra")
    await t.wait_until(saved.exists, 25, step=0.05, what="an autosave")
    await t.wait(0.8)
    t.check(layer_names(saved) == ["Sketch", "Background"], f"autosaved: {layer_names(saved)}")
    await t.wait(2.5)
    await canvas.stroke([(150.0, 540.0), (450.0, 540.0)])
    await t.wait_until(lambda: GUIDANCE in names(doc), what="the layer is back")
    await ani.settled()
    bare, drawn = pixels(layer), b""
    for _ in range(3):  # an autosave between stroke and undo is undone first
        await canvas.stroke([(60.0, 60.0), (160.0, 60.0)])
        await canvas.wait_idle()
        drawn = pixels(layer)
        await canvas.key("ctrl+z")
        await t.wait(0.6)
        if pixels(layer) == bare:
            break
    t.check(pixels(layer) == bare != drawn, "a stroke is drawn and undone")
    saved.unlink(missing_ok=True)
    await t.wait_until(saved.exists, 25, step=0.05, what="an autosave after an undo")
    await t.wait(2.0)
    await canvas.key("ctrl+shift+z")
    await t.wait_until(lambda: pixels(layer) == drawn, what="an autosave leaves what can be redone")
    await t.wait(2.0)
    await t.wait_until(lambda: GUIDANCE in names(doc), what="the layer is back")
    await ani.settled()
    second = await t.new_document(SIDE, SIDE)
    saved.unlink()
    await t.wait_until(saved.exists, 25, step=0.05, what="an autosave of the document behind")
    await t.wait(0.8)
    t.check(layer_names(saved) == ["Sketch", "Background"], f"behind: {layer_names(saved)}")
    close(second)
    await t.wait(3.0)
    await canvas.stroke([(150.0, 580.0), (450.0, 580.0)])
    await t.wait_until(lambda: GUIDANCE in names(doc), what="the layer is back")
    await ani.settled()
    doc.setModified(False)
    await canvas.key("ctrl+w")
    await t.wait_until(lambda: not Krita.instance().documents(), what="closed by Ctrl+W")
    ani.controller.change_settings(as_layer=False)
    await t.wait(0.5)


async def run(t: Any) -> None:
    file = Path(t.args[0])
    ani = AniFace(t)
    await ani.open(width=260)
    for step in t.args[1:] or ("frame", "trace", "layers", "large", "autosave"):
        if step == "frame":
            await frame_by_hand(t, ani, file.with_name("frame.kra"))
        elif step == "trace":
            await trace_and_accept(t, ani)
        elif step == "layers":
            await which_layer(t, ani)
        elif step == "large":
            await large_layer(t, ani)
        elif step == "autosave":
            await autosave(t, ani, file.with_name("auto.kra"))
