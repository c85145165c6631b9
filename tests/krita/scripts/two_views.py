"""Two views of one document (Window > New View): the right sketch, and guidance over the view in
front; either view closed, also while its frame is edited or an answer is on its way.

Runs with the fake worker of tests/plugin, whose guidance is a circle.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from PyQt5.QtCore import QPoint, QPointF
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QMdiArea, QMdiSubWindow, QWidget
from stroke import Canvas

SIDE = 400
SHEETS = ("AniFaceCanvasOverlay", "AniFaceFrameEditor")


def sub_windows(t: Any) -> list[QMdiSubWindow]:
    """The views' windows, oldest first."""
    return list(t.main_window().findChild(QMdiArea).subWindowList())


async def bring_forward(t: Any, window: QMdiSubWindow) -> None:
    """As a click on its title does."""
    t.main_window().findChild(QMdiArea).setActiveSubWindow(window)
    await t.wait(0.5)


def overlays(t: Any) -> list[QWidget]:
    """Our sheets that are shown over any canvas."""
    found = t.main_window().findChildren(QWidget)
    return [w for w in found if w.objectName() in SHEETS and w.isVisible()]


def lies_over(window: QMdiSubWindow, sheets: list[QWidget]) -> bool:
    """Whether there is one sheet, and in this view."""
    return len(sheets) == 1 and window.isAncestorOf(sheets[0])


def circle_is_seen(t: Any, ani: AniFace) -> bool:
    """Whether the screen shows the circle's colour where the view in front must have it."""
    from krita_anifaceplugin.frame.placing import unit_to_widget
    from krita_anifaceplugin.krita_api.view import CanvasView

    view = CanvasView.active(t.main_window())
    if view is None or ani.state.guidance is None:
        return False
    points = ani.state.guidance.curves[0].points
    to_widget = unit_to_widget(ani.state.source.frame, view.geometry())
    hits = tried = 0
    for i in range(0, len(points), 8):
        at = to_widget.map(QPointF(points[i], points[i + 1]))
        local = QPoint(round(at.x()), round(at.y()))
        if not view.widget.rect().contains(local):
            continue
        where = view.widget.mapToGlobal(local)
        shot = QGuiApplication.primaryScreen().grabWindow(0, where.x() - 1, where.y() - 1, 3, 3)
        image, tried = shot.toImage(), tried + 1
        colors = [image.pixelColor(x, y) for x in range(3) for y in range(3)]
        hits += any(c.red() - c.blue() > 40 for c in colors)
    return tried >= 3 and hits >= tried - 1


async def circle(t: Any, ani: AniFace, what: str) -> None:
    """Wait until the circle lies where it must."""
    await t.wait_until(lambda: circle_is_seen(t, ani), 10, step=0.1, what=what)
    t.check(True, what)


async def with_second_view(t: Any, doc: Any, zoom: float) -> Canvas:
    """The document's second view beside the first, turned and at another zoom."""
    t.krita.activeWindow().addView(doc)
    await t.wait(0.5)
    t.krita.action("windows_tile").trigger()
    await t.wait(0.5)
    await bring_forward(t, sub_windows(t)[-1])  # tiling brings the oldest to the front
    canvas = await Canvas.of(t, zoom=zoom)
    canvas.view.setBrushSize(6.0)
    return canvas


async def both_views(t: Any, ani: AniFace) -> None:
    """Strokes in either view are followed, and shown over the one in front."""
    doc = await t.new_document(SIDE, SIDE)
    layer = await t.add_paint_layer(doc, "Sketch")
    first = await Canvas.of(t, zoom=1.0)
    first.view.setBrushSize(6.0)
    await first.stroke([(120.0, 100.0), (250.0, 120.0)])
    await ani.answered(None)
    await ani.settled()
    await circle(t, ani, "guidance over the only view")
    source = ani.state.source
    second = await with_second_view(t, doc, 0.6)
    one, two = sub_windows(t)
    t.check(second.widget is not first.widget, "a view of its own")
    await t.wait_until(lambda: lies_over(two, overlays(t)), what="the new view has the guidance")
    await circle(t, ani, "at the new view's zoom")
    t.check(ani.state.source == source, "the sketch is the same one")
    before = ani.state.guidance
    await second.stroke([(100.0, 250.0), (300.0, 260.0)])
    await ani.answered(before)
    t.check(bytes(layer.pixelData(200, 250, 4, 12)) != bytes(192), "a stroke in the second view")
    t.check(ani.state.source == source, "is one of the same sketch")
    await ani.settled()
    await circle(t, ani, "guidance for it")
    t.screenshot("second_in_front")
    await bring_forward(t, one)
    t.check(lies_over(one, overlays(t)), "the first view in front: guidance moves over it")
    await circle(t, ani, "at that view's zoom")
    first = await Canvas.of(t, zoom=0.9)
    before = ani.state.guidance
    await first.stroke([(100.0, 200.0), (250.0, 230.0)])
    await ani.answered(before)
    await ani.settled()
    await circle(t, ani, "and is drawn there after a stroke")
    t.screenshot("first_in_front")
    two.close()
    await t.wait(0.6)
    t.check(len(sub_windows(t)) == 1 and lies_over(one, overlays(t)), "the one behind is closed")
    t.check(ani.state.source == source, "the sketch goes on")
    await with_second_view(t, doc, 0.7)
    one, two = sub_windows(t)
    await t.wait_until(lambda: lies_over(two, overlays(t)), what="another second view")
    two.close()  # the one in front, with our sheet in it
    await t.wait_until(lambda: lies_over(one, overlays(t)), what="the one in front is closed")
    t.check(ani.state.source == source, "the sketch goes on")
    await circle(t, ani, "guidance is over the view that is left")
    await closed_while_editing(t, ani, doc)
    await closed_while_asking(t, ani, doc)


async def closed_while_editing(t: Any, ani: AniFace, doc: Any) -> None:
    """The frame is edited in a view that is closed; or another view comes to the front."""
    frame = ani.controller.frame
    editing: list[bool] = []
    frame.editing.connect(editing.append)
    await with_second_view(t, doc, 0.7)
    one, two = sub_windows(t)
    frame.edit(True)
    await t.wait(0.3)
    t.check(any(w.objectName() == SHEETS[1] for w in overlays(t)), "the frame is edited")
    two.close()
    await t.wait(0.6)
    t.check(editing[-1:] == [False], "closing the view ends it")
    frame.edit(True)
    await t.wait(0.3)
    t.check(editing[-1:] == [True], "it can be edited in the view that is left")
    await with_second_view(t, doc, 0.7)
    t.check(editing[-1:] == [False], "another view in front ends it")
    one, two = sub_windows(t)
    sheets = overlays(t)
    t.check(lies_over(two, sheets), f"and the guidance lies there: {len(sheets)}")
    await bring_forward(t, one)
    two.close()
    await t.wait(0.5)
    frame.editing.disconnect(editing.append)


async def closed_while_asking(t: Any, ani: AniFace, doc: Any) -> None:
    """The view painted in is closed the moment the pen is up; then the document itself."""
    second = await with_second_view(t, doc, 0.7)
    one, two = sub_windows(t)
    before = ani.state.guidance
    await second.stroke([(80.0, 320.0), (320.0, 330.0)])
    two.close()
    await t.wait_until(lambda: ani.state.guidance is not before, 15, what="the answer arrives")
    await ani.settled()
    await t.wait_until(lambda: lies_over(one, overlays(t)), what="it is shown over the other view")
    await circle(t, ani, "where it must be")
    ani.controller.change_settings(as_layer=True)
    await t.wait_until(lambda: doc.nodeByName("AniFace guidance") is not None, what="the layer")
    second = await with_second_view(t, doc, 0.7)
    t.check(not overlays(t), "as a layer, both views show it and no sheet is needed")
    two = sub_windows(t)[1]
    two.close()
    await t.wait(0.8)  # the layer stays away for a while: what closes might be saved
    t.check(lies_over(one, overlays(t)), "closing one shows it over the canvas for now")
    await circle(t, ani, "where it was")
    ani.controller.change_settings(as_layer=False)
    await t.wait(0.8)
    second = await with_second_view(t, doc, 0.7)
    await second.stroke([(80.0, 60.0), (320.0, 70.0)])
    doc.setModified(False)
    doc.close()
    await t.wait_until(lambda: ani.state.source is None, what="the document is gone with both")
    await t.wait(0.5)
    t.check(ani.state.hint.key == "hint.no_document", "and the docker says what to do")
    t.check(not overlays(t), "nothing of ours is left")


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=240)
    await both_views(t, ani)
