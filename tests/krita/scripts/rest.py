"""What AniFace costs while nothing happens, and that it costs nothing while it is off or hidden.

At rest: milliseconds of the looks at Krita that the watcher's timer takes. Off and hidden: which
functions of ours Krita's main thread runs while a stroke is painted. Arguments: sides of documents.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from docker_hand import AniFace
from sheet import Sheet, median

LOOKS = 300
OURS = "krita_anifaceplugin"
#: A pause that Krita itself and our own last errands have come to rest in.
REST_S = 2.5


@contextmanager
def our_calls() -> Iterator[Counter[str]]:
    """Counts the functions of the plugin that run on this thread meanwhile."""
    counted: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and OURS in file:
            counted[f"{file.rpartition(OURS)[2]}: {frame.f_code.co_name}"] += 1

    sys.setprofile(note)
    try:
        yield counted
    finally:
        sys.setprofile(None)


async def at_rest(t: Any, ani: AniFace, side: int) -> dict[str, float]:
    """Milliseconds of a look at a sketch that nobody draws on: median, the slowest in a hundred."""
    sheet = await Sheet.of(t, side)
    await sheet.paint([(0.3 * side, 0.3 * side), (0.6 * side, 0.4 * side)])
    await t.wait_until(lambda: ani.state.guidance, 20, what="guidance")
    await ani.settled()
    await t.wait(REST_S)
    watcher, times = ani.controller.lookout.watcher, []
    for _ in range(LOOKS):
        begun = time.perf_counter()
        watcher.poll()
        times.append(1000 * (time.perf_counter() - begun))
        if len(times) % 20 == 0:
            await t.wait(0.01)
    sheet.close()
    return {"median": median(times), "slow": sorted(times)[LOOKS * 99 // 100]}


async def costs_nothing(t: Any, ani: AniFace, what: str) -> None:
    """While AniFace is ``what``, a stroke is painted and nothing of ours runs."""
    sheet = await Sheet.of(t, 600)
    await t.wait(REST_S)
    with our_calls() as counted:
        await sheet.paint([(150.0, 200.0), (450.0, 240.0)])
        await t.wait(1.0)
    t.check(not counted, f"{what}: nothing of ours runs: {dict(counted.most_common(4))}")
    sheet.close()
    await t.wait(0.3)


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open()
    looks = {}
    for side in t.args:
        looks[side] = await at_rest(t, ani, int(side))
        t.value("look_ms", looks)
    ani.controller.change_settings(on=False)
    await costs_nothing(t, ani, "off")
    ani.controller.change_settings(on=True)
    await ani.close()
    await costs_nothing(t, ani, "hidden")
