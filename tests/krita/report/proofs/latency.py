"""Pen-up to guidance shown."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.krita.krita_command import worker_command
from tests.krita.report.krita_run import RECORDING, KritaRunner
from tests.krita.report.line import NOTED, Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Plan

NAME = "Guidance after the pen"
#: Milliseconds that are asked for, by side and way; on the canvas they hold for every side.
CANVAS_MS = 120
LAYER_MS = {1000: 150, 4000: 400}


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """A line for each document, with the real worker."""
    cases = [f"{side}:{shown}:{strokes}" for side, shown, strokes in plan.latency]
    values = krita.run("latency", worker_command(), RECORDING, *cases, seconds=1500)
    for side, shown, _ in plan.latency:
        found = values[f"{side}:{shown}"]
        yield _line(side, shown, found)


def _line(side: int, shown: str, found: dict[str, list[float]]) -> Line:
    waits = found["waits"]
    middle, answer, window, worker = (
        statistics.median(found[key]) for key in ("waits", "answers", "window_cpu", "worker_cpu")
    )
    beside = statistics.median(w - a for w, a in zip(waits, found["answers"], strict=True))
    words = (
        f"median {middle:.0f} ms of {len(waits)} strokes (fastest {min(waits):.0f}, slowest "
        f"{max(waits):.0f}); {answer:.0f} of it the worker's answer, {beside:.0f} beside; "
        f"processor time {window:.0f} ms of Krita's window and {worker:.0f} ms of "
        f"the worker; {load()}"
    )
    what = f"pen-up to guidance shown, {shown}, {side} x {side}"
    most = CANVAS_MS if shown == "canvas" else LAYER_MS.get(side)
    if most is None:
        return Line(what, "", words, NOTED)
    return Line.judged(what, f"median under {most} ms", words, middle < most)
