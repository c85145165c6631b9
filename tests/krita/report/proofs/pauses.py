"""Painting is not disturbed: the window's longest pause, and the pixels."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.krita.krita_command import worker_command
from tests.krita.report.krita_run import RECORDING, KritaRunner
from tests.krita.report.line import MET, NOTED, Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Plan

NAME = "Painting undisturbed"
MORE_MS = 8


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """The same strokes alone, with guidance on the canvas, and in a layer."""
    values = krita.run(
        "pauses", worker_command(), RECORDING, plan.pause_strokes, plan.pause_rounds, seconds=1500
    )  # the script's own checks compare the pixels
    sheets = 3 * plan.pause_rounds
    yield Line(
        "strokes with guidance on are those without, to the pixel",
        "the same pointer events give the same bytes",
        f"{sheets} sheets of {plan.pause_strokes} strokes, a third of them without AniFace: equal",
        MET,
    )
    pauses: dict[str, list[float]] = values["pauses_ms"]
    busy: dict[str, list[float]] = values["busy_ms"]
    alone, busy_alone = statistics.median(pauses["alone"]), statistics.median(busy["alone"])
    for way, where in (("canvas", "on the canvas"), ("layer", "as a layer")):
        longest = statistics.median(pauses[way])
        words = (
            f"{longest:.0f} ms, Krita alone {alone:.0f} ms: {longest - alone:+.0f} (medians of "
            f"{plan.pause_rounds} rounds, alone {_range(pauses['alone'])}, with "
            f"{_range(pauses[way])}); processor time of the longest turn "
            f"{statistics.median(busy[way]):.0f} ms, alone {busy_alone:.0f} ms; {load()}"
        )
        what = f"longest pause of the window while painting, guidance {where}"
        if way == "canvas":
            asked = f"within {MORE_MS} ms of Krita alone"
            yield Line.judged(what, asked, words, longest - alone <= MORE_MS)
        else:
            yield Line(what, "printed", words, NOTED)


def _range(values: list[float]) -> str:
    return f"{min(values):.0f} to {max(values):.0f}"
