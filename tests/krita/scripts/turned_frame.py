"""The frame edited by hand while the canvas is turned and mirrored; where Krita shows a pixel.

Whatever the view: what is held stays under the pointer, and nothing is painted. Runs with the
fake worker of tests/plugin. Argument: the class of the canvas widget that must be there, so that
the same script can say that it ran on the OpenGL canvas.
"""

from __future__ import annotations

import gc
import math
from typing import Any

from docker_hand import AniFace
from painting import blank
from PyQt5.QtCore import QPoint, QPointF
from PyQt5.QtWidgets import QWidget
from robust import SIDE, views
from stroke import class_name

VIEWS = ((1.0, 0, False), (0.9, 30, False), (0.8, -75, True), (1.1, 0, True), (0.7, 180, False))
NEAR = 2.5


class Hand:
    """The pointer over one view; positions are pixels of the canvas widget."""

    def __init__(self, t: Any, ani: AniFace) -> None:
        from krita_anifaceplugin.krita_api.view import CanvasView

        self._t, self._ani = t, ani
        self._view = CanvasView.active(t.main_window())

    @property
    def frame(self) -> Any:
        """The document's frame of now."""
        return self._ani.controller.lookout.reader.frames.of(self._ani.state_document())

    def at(self, x: float, y: float) -> QPointF:
        """Where a point of the frame, in frame units, lies."""
        from krita_anifaceplugin.frame.placing import unit_to_widget

        return unit_to_widget(self.frame, self._view.geometry()).map(QPointF(x, y))

    def knob(self) -> QPointF:
        """Where the handle that turns lies."""
        from krita_anifaceplugin.frame.painting import KNOB_STEM

        top, down = self.at(0.5, 0), self.at(0.5, 1) - self.at(0.5, 0)
        return top - down * (KNOB_STEM / math.hypot(down.x(), down.y()))

    async def drag(self, begin: QPointF, end: QPointF) -> None:
        """Press, move in steps, release."""
        argv: list[Any] = ["mousemove", *self._screen(begin), "sleep", 0.1, "mousedown", 1]
        for step in range(1, 5):
            argv += ["sleep", 0.05, "mousemove", *self._screen(begin + (end - begin) * step / 4)]
        await self._t.call("xdotool", *argv, "sleep", 0.1, "mouseup", 1)
        await self._t.wait(0.3)

    def _screen(self, at: QPointF) -> tuple[int, int]:
        where = self._view.widget.mapToGlobal(QPoint(round(at.x()), round(at.y())))
        return where.x(), where.y()


def near(a: QPointF, b: QPointF) -> bool:
    """Whether two points are the same but for rounding to pixels."""
    return math.hypot(a.x() - b.x(), a.y() - b.y()) <= NEAR


async def edited(t: Any, ani: AniFace, seen: str) -> None:
    """Moved, scaled and turned in one view."""
    from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame

    ani.controller.frame.edit(False)
    gc.collect()  # the editor is put away and not yet deleted: nothing of it may be called later
    ani.controller.lookout.reader.frames.set(ani.state_document(), GuidanceFrame(130, 130, 140))
    ani.controller.frame.edit(True)
    await t.wait(0.3)
    hand = Hand(t, ani)
    middle, away = hand.at(0.5, 0.5), QPointF(22, -14)
    await hand.drag(middle, middle + away)
    t.check(near(hand.at(0.5, 0.5), middle + away), f"moved with the pointer, {seen}")
    fixed, corner = hand.at(0, 0), hand.at(1, 1)
    out = (corner - fixed) * 0.2
    await hand.drag(corner, corner + out)
    held = near(hand.at(1, 1), corner + out) and near(hand.at(0, 0), fixed)
    t.check(held, f"a corner is under the pointer, the other one stays, {seen}")
    center, knob = hand.at(0.5, 0.5), hand.knob()
    arm, turn = knob - center, math.radians(35)
    turned = QPointF(
        arm.x() * math.cos(turn) - arm.y() * math.sin(turn),
        arm.x() * math.sin(turn) + arm.y() * math.cos(turn),
    )
    await hand.drag(knob, center + turned)
    t.check(near(hand.knob(), center + turned), f"the knob follows the pointer, {seen}")
    t.screenshot(f"frame {seen}".replace(" ", "_"))


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=230)
    doc, layer, canvas = await blank(t, SIDE, zoom=1.0, brush=6.0)
    t.check(class_name(canvas.widget) == t.args[0], f"the canvas is a {class_name(canvas.widget)}")
    await canvas.stroke([(150.0, 120.0), (250.0, 160.0)])
    await ani.answered(None)
    await ani.settled()
    sketch = bytes(layer.pixelData(0, 0, SIDE, SIDE))
    view = canvas.view.canvas()
    for zoom, turn, mirror in VIEWS:
        view.setMirror(False)
        view.setZoomLevel(zoom)
        view.setRotation(turn)
        view.setMirror(mirror)
        await t.wait(0.5)
        await edited(t, ani, f"{zoom:g} {turn}{' mirrored' if mirror else ''}")
    t.check(bytes(layer.pixelData(0, 0, SIDE, SIDE)) == sketch, "nothing was painted")
    await t.call("xdotool", "key", "Return")
    await t.wait(0.3)
    editors = [w for w in t.main_window().findChildren(QWidget) if w.isVisible()]
    left = [w for w in editors if w.objectName() == "AniFaceFrameEditor"]
    t.check(not left, "Return ends it in a turned view, too")
    doc.setModified(False)
    doc.close()
    await t.wait(0.5)
    await views(t, ani)
