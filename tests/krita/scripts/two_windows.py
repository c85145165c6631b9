"""Two of Krita's windows, and documents switched faster than answers come: always the right sketch
and its guidance, or none; a window closed in the middle of a request.

Runs with the fake worker of tests/plugin, made slow; its guidance tells which ink it was made for.
"""

from __future__ import annotations

import math
import random
import zlib
from typing import Any

from docker_hand import AniFace
from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QMdiArea, QWidget
from stroke import Canvas
from workers import running_workers

from krita_anifaceplugin.krita_api.layer import Layer
from krita_anifaceplugin.sketch.ink_reading import read_ink

SIDE = 400
#: Looked so often, in milliseconds, and an older document may be seen for so long.
LOOK_MS, LONGEST_S = 5, 0.15


def guided_by(guidance: Any) -> float:
    """Where the circle begins, in turns: the check sum of its ink."""
    points = guidance.curves[0].points
    xs, ys = points[0::2], points[1::2]
    middle = sum(ys[:-1]) / (len(ys) - 1)
    return math.atan2(ys[0] - middle, xs[0] - 0.5) / math.tau % 1.0


class Place:
    """A document with a sketch, in a window of its own or one among others."""

    def __init__(self, t: Any, ani: AniFace, window: Any, doc: Any, layer: Any) -> None:
        self.t, self.ani, self.window, self.doc, self.layer = t, ani, window, doc, layer
        self.id = doc.rootNode().uniqueId().toString()
        self.sub = ani.window.findChild(QMdiArea).activeSubWindow()
        self._row = 60.0

    @classmethod
    async def new(cls, t: Any, ani: AniFace, window: Any) -> Place:
        """An empty sketch in this window of Krita's."""
        await front(t, window)
        doc = await t.new_document(SIDE, SIDE)
        return cls(t, ani, window, doc, await t.add_paint_layer(doc, "Sketch"))

    async def stroke(self) -> None:
        """One more, lower than the last."""
        canvas = await Canvas.of(self.t, zoom=0.8)
        canvas.view.setBrushSize(6.0)
        self._row += 12
        await canvas.stroke([(60.0, self._row), (200.0, self._row + 40)], step=40)

    @property
    def right(self) -> bool:
        """Whether this sketch is what its window shows, answered whole."""
        state = self.ani.state
        if state.source is None or state.guidance is None or state.busy:
            return False
        ink = read_ink(Layer(self.layer), state.source.frame)
        turn = abs(guided_by(state.guidance) - zlib.crc32(ink.data) / 2**32)
        same = state.source.document == self.id and state.ink == ink and turn < 1e-3
        return same and any(self.sub.isAncestorOf(sheet) for sheet in sheets(self.ani))

    async def comes_right(self, what: str) -> None:
        """Wait until it is."""
        await self.t.wait_until(lambda: self.right, 20, step=0.05, what=what)
        self.t.check(True, what)


def sheets(ani: AniFace) -> list[QWidget]:
    """Our sheets that are seen in a window."""
    found = ani.window.findChildren(QWidget)
    return [w for w in found if w.objectName() == "AniFaceCanvasOverlay" and w.isVisible()]


async def front(t: Any, window: Any) -> None:
    """Bring one of Krita's windows to the front."""
    window.qwindow().raise_()
    window.activate()
    await t.wait_until(lambda: t.main_window() is window.qwindow(), what="the window is in front")


class Lookout:
    """Looks all the time whether another document's guidance is shown over the one in front."""

    def __init__(self, places: list[Place]) -> None:
        self._places, self._run = places, 0
        self.longest = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        ani = self._places[0].ani
        seen = [p for p in self._places if any(p.sub.isAncestorOf(s) for s in sheets(ani))]
        scene, source = ani.controller.display.scene, ani.state.source
        shown = scene is not None and not scene.empty and source is not None
        wrong = shown and any(p.id != source.document for p in seen)
        self._run = self._run + 1 if wrong else 0
        self.longest = max(self.longest, self._run)

    def stop(self) -> float:
        """Seconds that it lasted at most."""
        self._timer.stop()
        return self.longest * LOOK_MS / 1000


async def documents(t: Any, ani: AniFace, window: Any, chance: random.Random) -> None:
    """Three documents in one window, switched while the worker thinks."""
    places = [await Place.new(t, ani, window) for _ in range(3)]
    area = ani.window.findChild(QMdiArea)
    lookout = Lookout(places)
    for turn in range(24):
        place = chance.choice(places)
        area.setActiveSubWindow(place.sub)
        await t.wait(chance.choice((0.0, 0.02, 0.1, 0.3)))
        if turn % 3 == 0:
            await place.stroke()
    wrong = lookout.stop()
    t.value("another document's guidance was seen for, s", wrong)
    t.check(wrong <= LONGEST_S, "never another document's guidance")
    for number, place in enumerate(places):
        area.setActiveSubWindow(place.sub)
        await place.stroke()
        await place.comes_right(f"document {number} in front: its own sketch and guidance")
    for place in places:
        place.doc.setModified(False)
        place.doc.close()
    await t.wait(0.3)


async def windows(t: Any, places: list[Place], chance: random.Random) -> None:
    """A document in each of two windows: each question is answered, whichever is in front."""
    one, two = places
    await front(t, one.window)
    await one.stroke()
    await one.stroke()
    await front(t, two.window)  # the first is being answered, the second waits
    await two.stroke()
    await two.comes_right("the window in front has its answer")
    await front(t, one.window)
    await one.comes_right("and the one that was left in the middle of a question has its own")
    for _ in range(10):
        place = chance.choice(places)
        await front(t, place.window)
        await t.wait(chance.choice((0.0, 0.05, 0.2)))
        if chance.random() < 0.6:
            await place.stroke()
    for place in places:
        await front(t, place.window)
        await place.comes_right("switched at random: the right sketch in the end")


async def one_document(t: Any, one: Place, ani: AniFace, window: Any) -> None:
    """One document in both windows: frame and sketch are the same in both."""
    from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame

    await front(t, window)
    window.addView(one.doc)
    await t.wait(0.5)
    there = Place(t, ani, window, one.doc, one.layer)
    await there.comes_right("the other window shows the same sketch")
    await front(t, one.window)
    one.ani.controller.lookout.reader.frames.set(
        one.ani.state_document(), GuidanceFrame(20, 10, 320)
    )
    one.ani.controller.lookout.look_again()
    await one.comes_right("another frame, set in the one window")
    await front(t, window)
    source = one.ani.state.source
    await t.wait_until(lambda: ani.state.source == source, what="is the other's, too")
    await there.comes_right("and its guidance")
    there.sub.close()
    await t.wait(0.5)


async def run(t: Any) -> None:
    chance = random.Random(5)
    ani = AniFace(t)
    await ani.open(width=240)
    first = t.krita.activeWindow()
    await documents(t, ani, first, chance)
    second = t.krita.openWindow()
    second.qwindow().showMaximized()
    await t.wait(1.5)
    other = AniFace(t, second.qwindow())
    await front(t, second)
    other.show(240)
    await t.wait(0.5)
    one, two = await Place.new(t, ani, first), await Place.new(t, other, second)
    await windows(t, [one, two], chance)
    await one_document(t, one, other, second)
    await front(t, second)
    await two.stroke()
    two.doc.setModified(False)
    second.qwindow().close()  # before the worker has answered
    await t.wait(1.5)
    t.check(len(t.krita.windows()) == 1, "the second window is closed")
    await front(t, first)
    await one.stroke()
    await one.comes_right("closed in the middle of a question: the first window goes on")
    t.check(running_workers() == 1, "with the worker that it had")
