"""The same strokes without AniFace, with guidance on the canvas, and with guidance as a layer.

The sketch must be the same to the byte; how long the window stood still at most is noted, and
the processor time of its longest turn.
Arguments: the recording, strokes, rounds.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from gaps import GapMeter
from sheet import Sheet, strokes_of

SIDE = 1000
WAYS = ("alone", "canvas", "layer")


async def run(t: Any) -> None:
    recording, count, rounds = t.args[0], int(t.args[1]), int(t.args[2])
    strokes = strokes_of(recording, SIDE, count)
    ani, gaps = AniFace(t), GapMeter()
    await ani.open()
    first = b""
    pauses: dict[str, list[float]] = {way: [] for way in WAYS}
    busy: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            ani.controller.change_settings(on=way != "alone", as_layer=way == "layer")
            sheet = await Sheet.of(t, SIDE)
            gaps.start()
            for stroke in strokes:
                await sheet.paint(stroke)
                await sheet.canvas.wait_idle()
            await t.wait(1.0)  # the answer to the last stroke belongs to it
            found = gaps.stop()
            pauses[way].append(found["longest_ms"])
            busy[way].append(found["busy_ms"])
            await ani.settled()
            drawn = sheet.pixels()
            first = first or drawn
            t.check(any(drawn), "something was painted")
            t.check(drawn == first, f"the same pixels: {way}")
            t.check((ani.state.guidance is None) == (way == "alone"), f"guidance or none: {way}")
            ani.controller.change_settings(as_layer=False)
            await t.wait(0.5)
            sheet.close()
    t.value("pauses_ms", pauses)
    t.value("busy_ms", busy)
