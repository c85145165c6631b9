"""How long after the pen's lifting its guidance is to be seen.

Arguments: the recording, the document's side in pixels, strokes, "canvas" or "layer".
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from sheet import Sheet, strokes_of, until

#: Strokes that warm up worker, caches and display; not counted.
WARM_UP = 3


async def run(t: Any) -> None:
    recording, side, count, shown = t.args[0], int(t.args[1]), int(t.args[2]), t.args[3]
    ani = AniFace(t)
    await ani.open()
    ani.controller.change_settings(as_layer=shown == "layer")
    sheet = await Sheet.of(t, side)
    waits, workers = [], []
    for number, stroke in enumerate(strokes_of(recording, side, count + WARM_UP)):
        before = ani.state.guidance
        up = await sheet.paint(stroke, pause=0.01)
        seen = await ani.answered(before, timeout=30)
        if shown == "layer":  # asked to be shown; it is when Krita has drawn it
            seen = await until(t, lambda: _idle(sheet.doc), 30, "the layer is drawn")
        if number >= WARM_UP:
            waits.append(round(1000 * (seen - up), 1))
            workers.append(round(ani.controller.worker.latency_ms, 1))
        await ani.settled()
    t.check(len(waits) == count, f"guidance followed each of {count} strokes")
    t.value("waits_ms", waits)
    t.value("worker_ms", workers)
    t.screenshot("painted")
    ani.controller.change_settings(as_layer=False)
    await t.wait(0.5)
    sheet.close()


def _idle(doc: Any) -> bool:
    free = bool(doc.tryBarrierLock())
    if free:
        doc.unlock()
    return free
