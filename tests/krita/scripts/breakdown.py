"""Where the time from the pen's lifting to its guidance goes, step by step.

For each step: when it began after the pen was lifted, how long it took, and how much of that was
processor time of Krita's window, which others on the machine do not lengthen.
Arguments: the recording; then SIDE:KIND:STROKES each, KIND being "rough" or "detailed"; with
":layer" behind it, guidance is shown as a layer, and the last step is Krita's own drawing of it.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from docker_hand import AniFace
from layer_drawn import LayerDrawn
from sheet import Pen, Sheet, median, strokes_of

from krita_anifaceplugin.connection import conversation, worker_process
from krita_anifaceplugin.docker.panel import Panel
from krita_anifaceplugin.krita_api.document import Document
from krita_anifaceplugin.krita_api.layer import Layer
from krita_anifaceplugin.overlay.as_layer import LayerOverlay
from krita_anifaceplugin.overlay.display import GuidanceDisplay
from krita_anifaceplugin.overlay.on_canvas import CanvasOverlay
from krita_anifaceplugin.session import session
from krita_anifaceplugin.sketch.reader import SketchReader

#: What is timed, by the name it is looked up with when it is called.
STEPS: tuple[tuple[Any, str], ...] = (
    (SketchReader, "look"), (Document, "is_idle"), (SketchReader, "read"), (Layer, "read"),
    (session.Session, "_ask"), (worker_process.WorkerProcess, "send"),
    (conversation, "encode"), (conversation, "decode"), (session.Session, "_guide"),
    (session.Session, "_suggest"), (session.Session, "_done"), (session, "curves_of"),
    (GuidanceDisplay, "show"), (Panel, "show_state"), (CanvasOverlay, "_draw_picture"),
    (CanvasOverlay, "_draw_some"), (CanvasOverlay, "_compose"), (CanvasOverlay, "paintEvent"),
    (LayerOverlay, "_go_on"), (Document, "refresh"),
)  # fmt: skip


class Stopwatch:
    """Times the steps of one stroke until its guidance is shown."""

    def __init__(self) -> None:
        self.up = self.cpu_up = 0.0
        self._spans: list[tuple[str, float, float, float]] = []

    def wrap(self, owner: Any, name: str) -> None:
        """Time every call of a function."""
        inner: Callable[..., Any] = getattr(owner, name)

        def timed(*args: Any, **kwargs: Any) -> Any:
            begun, cpu = time.monotonic(), time.thread_time()
            try:
                return inner(*args, **kwargs)
            finally:
                used = time.thread_time() - cpu
                self._spans.append((label, begun, time.monotonic() - begun, used))

        label = f"{owner.__name__.rpartition('.')[2]}.{name}"
        setattr(owner, name, timed)

    def begin(self) -> None:
        """The pen was lifted."""
        self._spans.clear()
        self.cpu_up = time.thread_time()

    def steps(self, up: float, until: float) -> dict[str, dict[str, float]]:
        """Of each step: calls, the beginning of the first, wall and processor ms of all."""
        found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
        for label, begun, wall, cpu in self._spans:
            if begun < until:
                found[label].append((begun - up, wall, cpu))
        return {
            label: {
                "calls": len(calls),
                "at": 1000 * calls[0][0],
                "wall": 1000 * sum(c[1] for c in calls),
                "cpu": 1000 * sum(c[2] for c in calls),
            }
            for label, calls in found.items()
        }


async def run(t: Any) -> None:
    watch = Stopwatch()
    for owner, name in STEPS:
        watch.wrap(owner, name)
    ani, drawn = AniFace(t), LayerDrawn()
    await ani.open()
    for case in t.args[1:]:
        side, kind, count, *layer = case.split(":")
        ani.controller.change_settings(guidance=kind, as_layer=bool(layer))
        t.value(case, await measured(t, ani, drawn, watch, int(side), int(count)))


async def measured(
    t: Any, ani: AniFace, drawn: LayerDrawn, watch: Stopwatch, side: int, count: int
) -> dict[str, dict[str, float]]:
    """Medians over the strokes."""
    sheet = await Sheet.of(t, side)
    pen: Pen = sheet.pen
    pen.lifted.connect(watch.begin)
    rows: list[dict[str, dict[str, float]]] = []
    for number, stroke in enumerate(strokes_of(t.args[0], side, count + 2)):
        before = ani.state.guidance
        up = await sheet.paint(stroke, pause=0.01)
        seen = await ani.answered(before, timeout=30)
        used = 1000 * (time.thread_time() - watch.cpu_up)
        if ani.state.settings.as_layer:  # asked to be shown; it is when Krita has drawn it
            asked = seen
            seen = max(seen, await drawn.last_change(t, up))
        steps = watch.steps(up, seen)
        if ani.state.settings.as_layer:
            wall = 1000 * (seen - asked)
            step = {"calls": 1, "at": 1000 * (asked - up), "wall": wall, "cpu": 0}
            steps["= Krita draws the layer"] = step
        await ani.settled()
        whole = {"calls": 1, "at": 0, "wall": 1000 * (seen - up), "cpu": used}
        steps["= whole"] = whole
        steps["= worker"] = {
            "calls": 1, "at": 0, "wall": ani.controller.worker.latency_ms, "cpu": 0
        }  # fmt: skip
        for name, ms in ani.state.times:
            steps[f"= worker: {name}"] = {"calls": 1, "at": 0, "wall": ms, "cpu": 0}
        if number >= 2:
            rows.append(steps)
    sheet.close()
    await t.wait(0.3)
    labels = {label for row in rows for label in row}
    nothing = {"calls": 0, "at": 0, "wall": 0, "cpu": 0}
    middle = {
        label: {
            key: round(median(row.get(label, nothing)[key] for row in rows), 2)
            for key in ("calls", "at", "wall", "cpu")
        }
        for label in labels
    }
    return dict(sorted(middle.items(), key=lambda item: item[1]["at"]))
