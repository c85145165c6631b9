"""What hands do all day: pinned layers renamed and deleted, documents changed in haste, the docker
closed, tabbed and floated in the middle of things, everything by keyboard.

Runs with the fake worker of tests/plugin, whose guidance is a circle.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from painting import blank
from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QApplication, QWidget
from stroke import Canvas

SIDE = 400
STROKE = [(150.0, 120.0), (250.0, 160.0)]


async def drawn(t: Any, ani: AniFace) -> tuple[Any, Any, Canvas]:
    """A document with a stroke on a layer of its own, answered."""
    doc, layer, canvas = await blank(t, SIDE, zoom=1.0, brush=6.0)
    before = ani.state.guidance
    await canvas.stroke(STROKE)
    await ani.answered(before)
    await ani.settled()
    return doc, layer, canvas


async def pinned_layer(t: Any, ani: AniFace, doc: Any, layer: Any, canvas: Canvas) -> None:
    """The docker names what is pinned, whatever becomes of it."""
    button = ani.named("Pin the sketch layer")
    ani.controller.layers.pin(True)
    await t.wait_until(lambda: button.text() == "Pinned: Sketch", 5, what="its name")
    layer.setName("Rough")
    await canvas.stroke([(100.0, 300.0), (300.0, 300.0)])
    await t.wait_until(lambda: button.text() == "Pinned: Rough", 5, what="its new name")
    t.check(True, "a pinned layer that was renamed has its new name in the docker")
    other = await t.add_paint_layer(doc, "Other")
    layer.remove()
    await t.wait_until(lambda: button.text() == "Pin layer", 5, what="it is pinned no more")
    await t.wait_until(lambda: ani.state.hint.key == "hint.empty", 5, what="the other is followed")
    t.check(not button.isChecked(), "deleted, it is pinned no more; the active one is followed")
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: button.text() == "Pinned: Rough", 5, what="undo brings it back")
    t.check(True, "undo brings it back, pinned as it was")
    ani.controller.layers.pin(False)
    doc.setActiveNode(doc.nodeByName("Rough"))
    other.remove()
    await t.wait(0.3)


async def in_haste(t: Any, ani: AniFace, first: Any, second: Any) -> None:
    """Windows changed faster than anybody answers: in the end the right sketch, and no other."""
    views = {doc.rootNode().uniqueId(): view for doc, view in both(t, first, second)}
    window = t.krita.activeWindow()
    for _ in range(6):
        for view in views.values():
            window.showView(view)
            view.setVisible()
            await t.wait(0.02)
    await t.wait_until(lambda: ani.state.guidance and not ani.state.busy, 10, what="an answer")
    await ani.settled()
    in_front = t.krita.activeDocument().rootNode().uniqueId().toString()
    t.check(ani.state.source.document == in_front, "documents changed in haste: the one in front")


def both(t: Any, *docs: Any) -> list[tuple[Any, Any]]:
    """Each document with its view."""
    return [(d, v) for d in docs for v in t.krita.views() if v.document() == d]


async def out_of_view(t: Any, ani: AniFace) -> None:
    """Closed while the frame is edited; floated, tabbed, brought back."""
    ani.controller.frame.edit(True)
    await t.wait(0.3)
    t.check(len(editors(t)) == 1, "the frame is edited")
    await ani.close()
    t.check(not editors(t), "closing the docker ends it: its button is out of reach")
    t.check(ani.state.guidance is None, "and nothing is shown any more")
    ani.docker.show()
    await t.wait_until(lambda: ani.state.guidance, 10, what="guidance is back with the docker")
    ani.docker.setFloating(True)
    await t.wait(0.4)
    await ani.settled()
    t.check(ani.state.guidance is not None, "floated, it goes on")
    t.screenshot("floated")
    ani.docker.setFloating(False)
    layers = next(d for d in t.krita.dockers() if d.objectName() == "KisLayerBox")
    t.main_window().tabifyDockWidget(ani.docker, layers)
    layers.raise_()
    await t.wait_until(lambda: ani.state.guidance is None, 5, what="behind another it rests")
    ani.docker.raise_()
    await t.wait_until(lambda: ani.state.guidance, 10, what="in front it goes on")
    t.check(True, "tabbed behind another docker it rests, in front it goes on")
    ani.show(300)
    await t.wait(0.3)
    await ani.settled()


def editors(t: Any) -> list[QWidget]:
    """The frame editors on the canvas."""
    found = t.main_window().findChildren(QWidget, "AniFaceFrameEditor")
    return [widget for widget in found if widget.isVisible()]


async def by_keyboard(t: Any, ani: AniFace, doc: Any) -> None:
    """From the switch down: choose with space, insert with Return; no hand at the pointer."""
    switch = ani.named("AniFace on or off")
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    await t.wait(0.2)
    for _ in range(12):
        await t.call("xdotool", "key", "Tab")
        await t.wait(0.05)
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName().startswith("Suggestion 3"):
            break
    t.check("Suggestion 3" in QApplication.focusWidget().accessibleName(), "Tab reaches a tile")
    await t.call("xdotool", "key", "space")
    await t.wait(0.2)
    t.check(ani.state.selected == 2, "space chooses it")
    t.screenshot("focus")
    count = len(doc.topLevelNodes())
    await t.call("xdotool", "key", "Return")
    await t.wait_until(lambda: len(doc.topLevelNodes()) == count + 1, 10, what="Return inserts it")
    await t.wait(0.5)
    t.check(doc.activeNode().name() == "Rough", "and the sketch is still the active layer")


async def closed_in_a_request(t: Any, ani: AniFace, doc: Any) -> None:
    """The document goes while its answer and its portrait are on their way."""
    ani.controller.others()
    ani.controller.accept(0)
    doc.setModified(False)
    doc.close()
    await t.wait_until(lambda: not ani.state.busy and not ani.state.accepting, 10, what="an end")
    t.check(ani.state.notice.key in ("", "notice.closed"), f"said plainly: {ani.state.notice.key}")


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=300)
    ani.controller.change_settings(folded=())
    doc, layer, canvas = await drawn(t, ani)
    await pinned_layer(t, ani, doc, layer, canvas)
    second, _, _ = await drawn(t, ani)
    await in_haste(t, ani, doc, second)
    t.krita.activeWindow().showView(next(v for d, v in both(t, doc)))
    next(v for d, v in both(t, doc)).setVisible()
    await t.wait(0.5)
    await ani.settled()
    await out_of_view(t, ani)
    await by_keyboard(t, ani, doc)
    await closed_in_a_request(t, ani, doc)
    second.setModified(False)
    second.close()
    await t.wait(0.5)
