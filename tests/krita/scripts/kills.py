"""Workers killed at random moments while strokes are painted.

No stroke is lost, no guidance is wrong or stale, the window does not stand still, and there is
never more than one worker. What each sketch's guidance must be is taken from a sheet painted
without kills: the worker answers equal sketches equally.

Arguments: the recording, strokes a sheet, sheets, kills a sheet, a seed.
"""

from __future__ import annotations

import os
import random
import signal
import time
from typing import Any

from docker_hand import AniFace
from gaps import GapMeter
from PyQt5.QtCore import QTimer
from sheet import Sheet, strokes_of
from workers import running_workers

SIDE = 600
#: Longest time between guidance being back and the next kill, in seconds.
QUIET_S = 1.2
TICK_MS = 10


class Killer:
    """Kills the worker at random moments and notes how long guidance is away."""

    def __init__(self, ani: AniFace, seed: int) -> None:
        self._ani, self._worker = ani, ani.controller.worker
        self._random = random.Random(seed)
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._left, self._next, self._killed_at = 0, 0.0, 0.0
        self._before: tuple[Any, int] = (None, 0)
        self.back_s: list[float] = []
        self.kills = 0
        self.most_workers = 0

    @property
    def done(self) -> bool:
        """No kill is due, and guidance is back after the last."""
        return self._left <= 0 and not self._killed_at

    def start(self, kills: int) -> None:
        """Let so many more kills be due."""
        self._left += kills
        self._aim()
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        """No more."""
        self._timer.stop()

    def _aim(self) -> None:
        self._next = time.monotonic() + self._random.uniform(0, QUIET_S)

    def _tick(self) -> None:
        now = time.monotonic()
        if self._killed_at:
            if self._back():
                self.back_s.append(round(now - self._killed_at, 3))
                self._killed_at = 0.0
                self.most_workers = max(self.most_workers, running_workers())
                self._aim()
        elif self._left > 0 and now >= self._next and self._worker.pid:
            self._left -= 1
            self.kills += 1
            self._before = (self._ani.state.guidance, self._worker.starts)
            self._killed_at = now
            os.kill(self._worker.pid, signal.SIGKILL)

    def _back(self) -> bool:
        """Another worker greets, and guidance is there: new, or the old where it is the right."""
        guidance, starts = self._before
        state = self._ani.state
        if self._worker.hello is None or self._worker.starts == starts:
            return False
        return state.guidance is not guidance or not state.busy


class Seen:
    """All guidance that was shown, in its order."""

    def __init__(self, ani: AniFace) -> None:
        self._last: Any = None
        self.curves: list[Any] = []
        ani.controller.state_changed.connect(self._look)

    def _look(self, state: Any) -> None:
        if state.guidance is not None and state.guidance is not self._last:
            self.curves.append(state.guidance.curves)
        self._last = state.guidance


async def reference(t: Any, ani: AniFace, strokes: list[Any]) -> tuple[bytes, list[Any]]:
    """The pixels of the sheet, and the guidance after each stroke."""
    sheet, after = await Sheet.of(t, SIDE), []
    for stroke in strokes:
        before, began = ani.state.guidance, time.monotonic()
        await sheet.paint(stroke)
        # The tests' worker answers at once: the answer may be there before the hand is back.
        await ani.answered(before, timeout=30, since=began)
        await ani.settled()
        after.append(ani.state.guidance.curves)
    drawn = sheet.pixels()
    sheet.close()
    return drawn, after


def in_order(shown: list[Any], after: list[Any]) -> bool:
    """Whether all that was shown is some sketch's guidance, and never an older one's."""
    at = 0
    for curves in shown:
        while at < len(after) and after[at] != curves:
            at += 1
    return at < len(after)


async def one_sheet(
    t: Any, ani: AniFace, strokes: list[Any], wanted: tuple[bytes, list[Any]], kills: Killer | None,
    due: int,
) -> float:  # fmt: skip
    """Paint a sheet; check pixels and guidance; the window's longest pause in milliseconds."""
    sheet, seen, gaps = await Sheet.of(t, SIDE), Seen(ani), GapMeter()
    gaps.start()
    for number, stroke in enumerate(strokes):
        await sheet.paint(stroke)
        if kills is not None and (number + 1) * due // len(strokes) > number * due // len(strokes):
            kills.start(1)
            if number % 2:  # half of them while the artist goes on painting
                await t.wait_until(lambda: kills.done, 60, what="guidance is back")
    if kills is not None:
        await t.wait_until(lambda: kills.done, 60, what="guidance is back after the last kill")
    await t.wait(0.4)
    await t.wait_until(lambda: not ani.state.busy, 30, what="all is answered")
    pause = gaps.stop()["longest_ms"]
    t.check(sheet.pixels() == wanted[0], "no stroke is lost, and each pixel is right")
    if ani.state.settings.on:
        t.check(ani.state.guidance.curves == wanted[1][-1], "the last sketch's guidance is shown")
        t.check(in_order(seen.curves, wanted[1]), "no guidance was wrong or older than the last")
    sheet.close()
    await t.wait(0.3)
    return pause


async def run(t: Any) -> None:
    recording, count, sheets, due, seed = t.args[0], *(int(a) for a in t.args[1:5])
    strokes = strokes_of(recording, SIDE, count)
    ani = AniFace(t)
    await ani.open()
    wanted = await reference(t, ani, strokes)
    pairs = zip(wanted[1], wanted[1][1:], strict=False)
    t.check(all(a != b for a, b in pairs), "each stroke changes guidance")
    pauses: dict[str, list[float]] = {"alone": [], "kills": []}
    killer = Killer(ani, seed)
    for number in range(sheets + 1):
        ani.controller.change_settings(on=number > 0)
        pause = await one_sheet(t, ani, strokes, wanted, killer if number else None, due)
        pauses["kills" if number else "alone"].append(pause)
        t.value("back_s", killer.back_s)
        t.value("kills", killer.kills)
        t.value("strokes", count * number)
        t.value("pauses_ms", pauses)
        t.value("most_workers", killer.most_workers)
    killer.stop()
    t.check(killer.kills == due * sheets, f"{killer.kills} kills")
    t.check(killer.most_workers <= 1, "never two workers")
