"""How long after the pen's lifting its guidance is to be seen.

Arguments: the recording; then SIDE:SHOWN:STROKES each, SHOWN being "canvas" or "layer".
"""

from __future__ import annotations

from typing import Any

from cpu_time import CpuTime
from docker_hand import AniFace
from layer_drawn import LayerDrawn
from sheet import Sheet, strokes_of, until

#: Strokes that warm up worker, caches and display; not counted.
WARM_UP = 3
#: Seconds between looks for guidance on the canvas, which itself tells when it was painted: looking
#: all the time would slow down what is measured.
SELDOM = 0.025


async def run(t: Any) -> None:
    ani, drawn = AniFace(t), LayerDrawn()
    await ani.open()
    for case in t.args[1:]:
        side, shown, count = case.split(":")
        ani.controller.change_settings(as_layer=shown == "layer")
        t.value(f"{side}:{shown}", await measured(t, ani, drawn, int(side), int(count)))


async def measured(
    t: Any, ani: AniFace, drawn: LayerDrawn, side: int, count: int
) -> dict[str, list[float]]:
    """Milliseconds to the guidance of each stroke; how much of it the worker's answer took; the
    processor time of window and worker, which others on the machine do not lengthen."""
    sheet, as_layer = await Sheet.of(t, side), ani.state.settings.as_layer
    cpu = CpuTime(ani, sheet.pen)
    waits, answers, window, worker = [], [], [], []
    for number, stroke in enumerate(strokes_of(t.args[0], side, count + WARM_UP)):
        before = ani.state.guidance
        up = await sheet.paint(stroke, pause=0.01)
        seen = await ani.answered(before, timeout=30, step=0.002 if as_layer else SELDOM)
        if as_layer:  # asked to be shown; it is when Krita has drawn it
            seen = await until(t, sheet.idle, 30, "the layer is drawn")
        busy = cpu.window_ms
        if as_layer:
            seen = max(seen, await drawn.last_change(t, up))
        if number >= WARM_UP:
            waits.append(round(1000 * (seen - up), 1))
            answers.append(round(ani.controller.worker.latency_ms, 1))
            worker.append(round(cpu.worker_ms, 1))
            window.append(round(busy, 1))
        await ani.settled()
    t.check(len(waits) == count, f"guidance followed each of {count} strokes")
    t.screenshot(f"painted_{side}_{'layer' if as_layer else 'canvas'}")
    ani.controller.change_settings(as_layer=False)
    await t.wait(0.5)
    sheet.close()
    return {"waits": waits, "answers": answers, "window_cpu": window, "worker_cpu": worker}
