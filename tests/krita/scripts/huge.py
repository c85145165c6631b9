"""A document of 10,000 x 10,000 pixels through sketch, guidance, accept and undo.

Runs with the fake worker of tests/plugin; prints how long things took.
"""

from __future__ import annotations

import time
from typing import Any

from docker_hand import AniFace
from gaps import GapMeter
from painting import blank

SIDE = 10_000


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=260)
    doc, layer, canvas = await blank(t, SIDE, zoom=0.06, brush=60.0)
    wall, gaps, waits = time.time() - time.monotonic(), GapMeter(), []
    for k in range(3):
        before = ani.state.guidance
        start = (1500.0, 2000.0 + 2500 * k)
        up = await canvas.stroke([start, (8500.0, start[1] + 1000)], step=400) - wall
        waits.append(round(1000 * (await ani.answered(before, 30) - up)))
        await ani.settled()
    t.value("10,000 x 10,000: pen-up to guidance on the canvas, ms", waits)
    begin = time.perf_counter()
    for _ in range(100):
        ani.controller.reader.look()
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
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: len(doc.topLevelNodes()) == before, 30, what="one undo")
    t.check(layer.bounds() == bounds, "the sketch is as it was")
    await canvas.wait_idle(60)
