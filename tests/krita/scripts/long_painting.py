"""Painting for long: does memory grow, does guidance come later and later?

An artist lifts the pen about ten times a minute; 600 strokes are an hour. Now and then a stroke
is undone, the guidance's kind changed, a portrait accepted and taken back.

Arguments: the recording, strokes, seconds after which to stop in any case.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from docker_hand import AniFace
from sheet import Sheet, strokes_of

SIDE = 1000
#: Strokes from one look at the memory to the next.
LOOK = 10
#: Strokes from one accepted portrait to the next, and from one undone stroke to the next.
ACCEPT, UNDO, MODE = 60, 15, 40
#: Strokes until the artist begins anew: those of the recording.
CLEAR = 48


def resident(pid: int) -> float:
    """Megabytes that a process holds."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


async def accept_and_take_back(t: Any, ani: AniFace, sheet: Sheet) -> None:
    """A portrait as a layer, and one undo."""

    def layers() -> int:  # asked of Krita itself, its binding would keep each for ever
        return len(ani.state_document().top_layers())

    count = layers()
    ani.controller.accept(0)
    await t.wait_until(lambda: layers() > count, 30, what="the portrait")
    await t.wait(0.5)
    await sheet.canvas.key("ctrl+z")
    await t.wait_until(lambda: layers() == count, 10, what="one undo")
    await t.wait(0.3)


async def run(t: Any) -> None:
    recording, count, most = t.args[0], int(t.args[1]), float(t.args[2])
    ani, begun = AniFace(t), time.monotonic()
    await ani.open()
    sheet = await Sheet.of(t, SIDE)
    waits: list[float] = []
    memory: list[tuple[int, float, float]] = []
    for number, stroke in enumerate(strokes_of(recording, SIDE, count), 1):
        if number % CLEAR == 0:  # where all is black, a stroke changes nothing
            await ani.settled()
            await sheet.canvas.key("Delete")
            await t.wait_until(lambda: ani.state.guidance is None, 20, what="an empty sheet")
        before = ani.state.guidance
        up = await sheet.paint(stroke, pause=0.01)
        waits.append(round(1000 * (await ani.answered(before, timeout=30) - up), 1))
        if number % UNDO == 0:
            await sheet.canvas.key("ctrl+z")
            await t.wait(0.3)
            await sheet.canvas.key("ctrl+shift+z")
            await t.wait(0.3)
            await ani.settled()
        if number % MODE == 0:
            mode = "detailed" if ani.state.settings.guidance == "rough" else "rough"
            ani.controller.change_settings(guidance=mode)
            await ani.settled()
        if number % ACCEPT == 0:
            await ani.settled()
            await accept_and_take_back(t, ani, sheet)
            await ani.settled()
        if number % LOOK == 0:
            worker = resident(ani.controller.worker.pid)
            memory.append((number, resident(os.getpid()), worker))
            t.value("waits_ms", waits)
            t.value("memory_mb", memory)
        if time.monotonic() - begun > most:
            break
    t.value("waits_ms", waits)
    t.value("memory_mb", memory)
    t.value("worker_starts", ani.controller.worker.starts)
    t.check(ani.controller.worker.starts == 1, "one worker from the first stroke to the last")
    t.screenshot("painted")
    sheet.close()
