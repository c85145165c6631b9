"""Turned and mirrored views, a killed worker, undo and redo, a document closed meanwhile.

Runs with the fake worker of tests/plugin, whose guidance is a circle.
"""

from __future__ import annotations

import os
import signal
from typing import Any

from docker_hand import AniFace
from PyQt5.QtCore import QByteArray, QPoint, QPointF
from PyQt5.QtGui import QGuiApplication
from stroke import Canvas

SIDE = 400
STROKE = [(150.0, 120.0), (250.0, 160.0)]
#: Where coloured blocks are put to see where Krita shows them.
SPOTS = ((200, 100), (100, 200), (300, 260))


def screen_color(canvas: Canvas, at: QPointF) -> tuple[int, int, int]:
    """What the screen shows at a point of the canvas widget."""
    where = canvas.widget.mapToGlobal(QPoint(round(at.x()), round(at.y())))
    shot = QGuiApplication.primaryScreen().grabWindow(0, where.x(), where.y(), 1, 1)
    color = shot.toImage().pixelColor(0, 0)
    return color.red(), color.green(), color.blue()


async def views(t: Any, ani: AniFace) -> None:
    """The overlay's idea of where a pixel lies is Krita's, however the view is turned."""
    from krita_anifaceplugin.krita_api.view import CanvasView

    doc = await t.new_document(SIDE, SIDE)
    paper = doc.activeNode()
    for x, y in SPOTS:
        paper.setPixelData(QByteArray(bytes((0, 0, 255, 255)) * 100), x - 5, y - 5, 10, 10)
    doc.refreshProjection()
    canvas = await Canvas.of(t, zoom=1.0)
    view = canvas.view.canvas()
    for zoom, turn, mirror in ((1.0, 0, False), (1.5, 30, False), (0.7, -75, True), (1.0, 0, True)):
        view.setMirror(False)
        view.setZoomLevel(zoom)
        view.setRotation(turn)
        view.setMirror(mirror)
        await t.wait(0.5)
        seen = CanvasView.active(t.main_window())
        t.check(seen is not None, "the canvas is found")
        to_widget = seen.geometry().image_to_widget()
        where = [to_widget.map(QPointF(x, y)) for x, y in SPOTS]
        red = [screen_color(canvas, p)[0] > 200 > 90 > screen_color(canvas, p)[1] for p in where]
        t.check(all(red), f"pixels are where the overlay takes them: {zoom}, {turn}, {mirror}")
    t.screenshot("turned")
    doc.setModified(False)
    doc.close()


async def killed_worker(t: Any, ani: AniFace) -> None:
    """A worker that is killed comes back, and no stroke is lost on the way."""
    doc = await t.new_document(SIDE, SIDE)
    await t.add_paint_layer(doc, "Sketch")
    canvas = await Canvas.of(t, zoom=1.0)
    await canvas.stroke(STROKE)
    await ani.answered(None)
    before = ani.state.guidance
    worker = ani.controller.worker
    os.kill(worker.pid, signal.SIGKILL)
    await t.wait_until(lambda: worker.hello is None, what="the loss is noticed")
    t.check("stopped" in worker.status.text, "the docker says that the worker stopped")
    t.screenshot("restarting")
    await canvas.stroke([(100.0, 300.0), (300.0, 300.0)])
    seconds = await t.wait_until(
        lambda: ani.state.guidance is not before, 10, what="guidance is back after a kill"
    )
    t.value("guidance after a killed worker, s", round(seconds, 2))
    t.check(worker.starts >= 2, "the worker was started again")
    doc.setModified(False)
    doc.close()
    await t.wait_until(lambda: ani.state.guidance is None, what="closing leaves no guidance")
    t.check(
        ani.state.hint.key == "hint.no_document", "without a document the docker says what to do"
    )


async def undo_and_redo(t: Any, ani: AniFace) -> None:
    """With guidance as a layer, undo may take that layer away; redo must survive it."""
    doc = await t.new_document(SIDE, SIDE)
    layer = await t.add_paint_layer(doc, "Sketch")
    canvas = await Canvas.of(t, zoom=1.0)
    await canvas.stroke(STROKE)
    await ani.answered(None)
    ani.controller.change_settings(as_layer=True)
    await t.wait_until(lambda: doc.nodeByName("AniFace guidance") is not None, what="the layer")
    await ani.settled()
    one = bytes(layer.pixelData(0, 0, SIDE, SIDE))
    await canvas.stroke([(100.0, 300.0), (300.0, 300.0)])
    await t.wait(0.3)
    await ani.settled()
    two = bytes(layer.pixelData(0, 0, SIDE, SIDE))
    for step in range(3):  # the second stroke, the guidance layer, the first stroke
        await canvas.key("ctrl+z")
        await t.wait(0.5)
        await ani.settled()
        if step == 0:
            t.check(bytes(layer.pixelData(0, 0, SIDE, SIDE)) == one, "the first undo is a stroke")
    t.check(not any(bytes(layer.pixelData(0, 0, SIDE, SIDE))), "three undos: nothing is drawn")
    t.check(doc.nodeByName("AniFace guidance") is None, "and no guidance layer is put back")
    for _ in range(3):
        await canvas.key("ctrl+shift+z")
        await t.wait(0.5)
        await ani.settled()
    t.check(bytes(layer.pixelData(0, 0, SIDE, SIDE)) == two, "three redos bring both strokes back")
    t.check(ani.state.guidance is not None, "and guidance with them")
    ani.controller.change_settings(as_layer=False)
    await t.wait_until(lambda: doc.nodeByName("AniFace guidance") is None, what="layer mode off")
    await t.wait(0.5)
    doc.setModified(False)
    doc.close()


async def two_documents(t: Any, ani: AniFace) -> None:
    """Guidance belongs to the document in front."""
    first = await t.new_document(SIDE, SIDE)
    await t.add_paint_layer(first, "Sketch")
    await (await Canvas.of(t, zoom=1.0)).stroke(STROKE)
    await ani.answered(None)
    one = ani.state.source.document
    second = await t.new_document(SIDE, SIDE)
    await t.wait(0.3)
    t.check(ani.state.guidance is None, "an empty second document has no guidance")
    await t.add_paint_layer(second, "Sketch")
    await (await Canvas.of(t, zoom=1.0)).stroke([(100.0, 300.0), (300.0, 300.0)])
    await ani.answered(None)
    t.check(ani.state.source.document != one, "the second document has guidance of its own")
    second.setModified(False)
    second.close()
    await t.wait_until(
        lambda: ani.state.guidance is not None and ani.state.source.document == one,
        what="the first document's guidance is back",
    )
    t.check(True, "the first document's guidance is back when the second is closed")
    first.setModified(False)
    first.close()


async def not_a_sketch(t: Any, ani: AniFace) -> None:
    """A layer that is no sketch gets a hint; a frame from the selection moves the guidance."""
    doc = await t.new_document(SIDE, SIDE)
    group = doc.createNode("Group", "grouplayer")
    doc.rootNode().addChildNode(group, None)
    await t.wait(0.3)
    doc.setActiveNode(group)
    await t.wait_until(lambda: ani.state.hint.key == "hint.kind", what="a group gets a hint")
    await ani.press(ani.named("Guidance frame from the selection"))
    t.screenshot("hint")
    t.check(True, "a group layer gets a hint")
    doc.setModified(False)
    doc.close()


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=230)
    await views(t, ani)
    await killed_worker(t, ani)
    await undo_and_redo(t, ani)
    await two_documents(t, ani)
    await not_a_sketch(t, ani)
