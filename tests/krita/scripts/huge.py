"""A document of 10,000 x 10,000 pixels through sketch, guidance, accept and undo.

Prints how long things took. Argument, if any: the class of the canvas widget that must be there.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from docker_hand import AniFace
from gaps import GapMeter
from painting import blank
from stroke import class_name

from krita_anifaceplugin.krita_api.layer import Layer
from krita_anifaceplugin.qt import QtWidgets
from krita_anifaceplugin.sketch.ink_reading import read_ink

SIDE = 10_000


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def timed_reads(reader: Any) -> list[int]:
    """Milliseconds of each reading of the sketch from now on."""
    times: list[int] = []
    read = reader.read

    def timed(glance: Any) -> Any:
        begin = time.perf_counter()
        found = read(glance)
        times.append(round(1000 * (time.perf_counter() - begin)))
        return found

    reader.read = timed
    return times


def state_of_undo(t: Any, canvas: Any) -> dict[str, Any]:
    """What decides whether Krita takes a ctrl+z: it is ignored while jobs are under way, and goes
    to the window that has the focus."""
    doc, action = canvas.view.document(), t.krita.action("edit_undo")
    idle = bool(doc.tryBarrierLock())
    if idle:
        doc.unlock()
    app = QtWidgets.QApplication.instance()
    return {
        "idle": idle,
        "undo": f"{action.text()}, {'enabled' if action.isEnabled() else 'disabled'}",
        "focus": str(app.focusWidget() and class_name(app.focusWidget())),
        "window": str(app.activeWindow() and class_name(app.activeWindow())),
        "popup": str(app.activePopupWidget() and class_name(app.activePopupWidget())),
        "layers": [node.name() for node in canvas.view.document().topLevelNodes()],
    }


async def undo_once(t: Any, canvas: Any, undone: Callable[[], bool]) -> None:
    """One undo, pressed again where Krita did not take it, as was seen on a busy machine just after
    so large a layer had come: a hand would. Two would take the sketch's last stroke away, too, and
    be noticed by that."""
    for press in range(1, 5):
        await canvas.wait_idle(60, calm=0.5)
        t.main_window().activateWindow()
        canvas.widget.setFocus()
        await t.wait(0.1)
        before = state_of_undo(t, canvas)
        await canvas.key("ctrl+z")
        pressed = time.monotonic()
        while time.monotonic() - pressed < 15:
            if undone():
                return
            await t.wait(0.05)
        t.value(f"undo {press} not taken: before, after", [before, state_of_undo(t, canvas)])
    t.check(False, "one undo")


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=260)
    doc, layer, canvas = await blank(t, SIDE, zoom=0.06, brush=60.0)
    kind = class_name(canvas.widget)
    t.check(not t.args or kind == t.args[0], f"the canvas is a {kind}")
    wall, gaps, waits = time.time() - time.monotonic(), GapMeter(), []
    reader, partly = ani.controller.lookout.reader, False
    reads = timed_reads(reader)
    for k in range(3):
        before = ani.state.guidance
        start = (1500.0, 2000.0 + 2500 * k)
        up = await canvas.stroke([start, (8500.0, start[1] + 1000)], step=400) - wall
        waits.append(round(1000 * (await ani.answered(before, 30) - up)))
        partly = partly or reader.unsure  # not for long where nothing more is drawn
        await canvas.wait_idle(30)  # on a slow machine Krita still paints the stroke's end
        await ani.settled()
    t.value("10,000 x 10,000: pen-up to guidance on the canvas, ms", waits)
    t.value("reading the sketch after each stroke, ms (the first reads all of it)", reads[-3:])
    frame = ani.state.source.frame
    t.check(partly, "after a stroke only what the pen went over was read")
    t.check(ani.state.ink == read_ink(Layer(layer), frame), "and it is what is there")
    t.value(
        "all of it read at once, ms", round(1000 * seconds(lambda: read_ink(Layer(layer), frame)))
    )
    await t.wait_until(lambda: not reader.unsure, 30, what="the rest is made sure of")
    painted = ani.state.ink
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: ani.state.ink != painted, 20, what="the undone stroke is gone")
    t.check(ani.state.ink == read_ink(Layer(layer), frame), "what an undo left is what is there")
    await canvas.key("ctrl+shift+z")
    await t.wait_until(lambda: ani.state.ink == painted, 20, what="the stroke is back")
    await ani.settled()
    begin = time.perf_counter()
    for _ in range(100):
        ani.controller.lookout.reader.look()
    t.value("one look at rest, ms", round(10 * (time.perf_counter() - begin), 3))
    before = len(doc.topLevelNodes())
    bounds = layer.bounds()
    gaps.start()
    begin = time.monotonic()
    ani.controller.accept(0)
    await t.wait_until(lambda: len(doc.topLevelNodes()) > before, 60, what="the portrait")
    t.value("accept, s", round(time.monotonic() - begin, 1))
    t.value("window pause while accepting", gaps.stop())
    await canvas.wait_idle(60)
    portrait = doc.topLevelNodes()[-1].bounds()
    t.check(portrait.width() > 7000, f"the portrait fills its frame: {portrait.getRect()}")
    await undo_once(t, canvas, lambda: len(doc.topLevelNodes()) == before)
    t.check(layer.bounds() == bounds, "the sketch is as it was")
    await canvas.wait_idle(60)
