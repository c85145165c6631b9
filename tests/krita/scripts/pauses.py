"""The same strokes without AniFace, with guidance on the canvas, and with guidance as a layer.

The sketch must be the same to the byte. Of each stroke, until the next begins, is noted how long
the window stood still at most, and the processor time of its longest turn. The ways take turns,
round by round, so that what disturbs the machine for a while disturbs them alike; every second
round goes the other way about and holds a sheet with guidance as a layer.
Arguments: the recording, strokes, rounds.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from gaps import GapMeter
from sheet import Sheet, strokes_of

SIDE = 1000
WAYS = ("alone", "canvas", "layer")
ROUNDS = (("alone", "canvas"), ("layer", "canvas", "alone"))
#: Opening a document keeps Krita at work for some moments more.
OPENED_S = 0.5


async def run(t: Any) -> None:
    recording, count, rounds = t.args[0], int(t.args[1]), int(t.args[2])
    strokes = strokes_of(recording, SIDE, count)
    ani = AniFace(t)
    await ani.open()
    first, _ = await painted(t, ani, "canvas", strokes)  # warms up Krita, worker and caches
    pauses: dict[str, list[list[float]]] = {way: [] for way in WAYS}
    busy: dict[str, list[list[float]]] = {way: [] for way in WAYS}
    for number in range(1, rounds + 1):
        for way in ROUNDS[number % len(ROUNDS)]:
            drawn, laps = await painted(t, ani, way, strokes)
            t.check(drawn == first, f"the same pixels: {way}")
            pauses[way].append([lap["longest_ms"] for lap in laps])
            busy[way].append([lap["busy_ms"] for lap in laps])
        t.value("sheets", 1 + sum(map(len, pauses.values())))
        t.value("pauses_ms", pauses)
        t.value("busy_ms", busy)


async def painted(
    t: Any, ani: AniFace, way: str, strokes: list[Any]
) -> tuple[bytes, list[dict[str, float]]]:
    """One sheet: the sketch's pixels, and a lap for each stroke."""
    ani.controller.change_settings(on=way != "alone", as_layer=way == "layer")
    sheet, gaps, laps = await Sheet.of(t, SIDE), GapMeter(), []
    await t.wait(OPENED_S)
    gaps.start()
    for number, stroke in enumerate(strokes, 1):
        await sheet.paint(stroke)
        await sheet.canvas.wait_idle()
        if number == len(strokes):
            await t.wait(1.0)  # the answer to the last stroke belongs to it
        laps.append(gaps.lap())
    gaps.stop()
    await ani.settled()
    drawn = sheet.pixels()
    t.check(any(drawn), "something was painted")
    t.check((ani.state.guidance is None) == (way == "alone"), f"guidance or none: {way}")
    ani.controller.change_settings(as_layer=False)
    await t.wait(0.5)
    sheet.close()
    return drawn, laps
