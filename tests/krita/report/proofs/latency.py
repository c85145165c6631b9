"""Pen-up to guidance shown, on both of Krita's canvases."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

from tests.krita.krita_command import CANVASES, worker_command
from tests.krita.report.krita_run import RECORDING, KritaRunner
from tests.krita.report.line import NOTED, Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Case, Plan

NAME = "Guidance after the pen"
#: Milliseconds that are asked for, by side and way; on the canvas they hold for every side.
CANVAS_MS = 120
LAYER_MS = {1000: 150, 4000: 400}


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """A line for each document on each kind of canvas, with the real worker."""
    software, opengl = CANVASES.values()
    yield from _lines(krita, plan.latency, software, "")
    if plan.latency_opengl:
        # Where no graphics card is, OpenGL is drawn by the processor, which costs its time.
        yield from _lines(krita, plan.latency_opengl, opengl, ", OpenGL")


def _lines(
    krita: KritaRunner, cases: Sequence[Case], settings: Sequence[str], canvas: str
) -> Iterator[Line]:
    words = [f"{side}:{shown}:{strokes}" for side, shown, strokes in cases]
    found = krita.outcome(
        "latency", worker_command(), RECORDING, *words, settings=settings, seconds=1500,
        name="latency_opengl" if canvas else "latency",
    )  # fmt: skip
    for side, shown, _ in cases:
        what = f"pen-up to guidance shown, {shown}{canvas}, {side} x {side}"
        most = CANVAS_MS if shown == "canvas" else LAYER_MS.get(side)
        asked = "" if most is None else f"median under {most} ms"
        times = found.values.get(f"{side}:{shown}")
        if times is None:
            yield Line.not_found(what, asked)
        elif most is None:
            yield Line(what, asked, _words(times), NOTED)
        else:
            yield Line.judged(what, asked, _words(times), statistics.median(times["waits"]) < most)
    yield from found.trouble(NAME + canvas)


def _words(times: dict[str, list[float]]) -> str:
    waits = times["waits"]
    middle, answer, window, worker = (
        statistics.median(times[key]) for key in ("waits", "answers", "window_cpu", "worker_cpu")
    )
    beside = statistics.median(w - a for w, a in zip(waits, times["answers"], strict=True))
    return (
        f"median {middle:.0f} ms of {len(waits)} strokes (fastest {min(waits):.0f}, slowest "
        f"{max(waits):.0f}); {answer:.0f} of it the worker's answer, {beside:.0f} beside; "
        f"processor time {window:.0f} ms of Krita's window and {worker:.0f} ms of "
        f"the worker; {load()}"
    )
