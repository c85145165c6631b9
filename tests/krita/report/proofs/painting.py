"""An hour's worth of strokes: memory, and guidance that does not come later and later."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.krita.krita_command import worker_command
from tests.krita.report.figures import growth, trend
from tests.krita.report.krita_run import RECORDING, KritaRunner
from tests.krita.report.line import NOT_RUN, Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Plan

NAME = "Painting for an hour"
GROWTH = 0.05
#: A rise over all strokes of less than this share of the median is none.
RISE = 0.1
TREND_STROKES = 500
#: Looks at the memory from which on a growth can be told.
LEAST_LOOKS = 20
#: Krita keeps this many steps to undo: it fills its history in the first part of the run.
SETTINGS = ("kritarc::undoStackLimit=30",)


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """One long run with the real worker."""
    if not plan.long_strokes:
        yield Line(
            "an hour of scripted painting", f"memory flat within {GROWTH:.0%}, no rising trend",
            "left out of the quick report", NOT_RUN,
        )  # fmt: skip
        return
    found = krita.outcome(
        "long_painting", worker_command(), RECORDING, plan.long_strokes, plan.long_seconds,
        settings=SETTINGS, seconds=plan.long_seconds + 200,
    )  # fmt: skip
    waits, looks = found.values.get("waits_ms", []), found.values.get("memory_mb", [])
    if len(looks) >= LEAST_LOOKS:
        yield from _lines(plan, waits, looks)
    else:
        yield Line.not_found("an hour of scripted painting", f"memory flat within {GROWTH:.0%}")
    yield from found.trouble(NAME)


def _lines(plan: Plan, waits: list[float], looks: list[list[float]]) -> Iterator[Line]:
    yield _trend(waits[:TREND_STROKES])
    strokes = len(waits)
    for name, column in (("Krita", 1), ("the worker", 2)):
        memory = [look[column] for look in looks]
        grown = growth(memory)
        yield Line.judged(
            f"memory of {name} over {strokes} strokes, with undo, accept and kinds of guidance",
            f"an hour of painting (about 600 strokes) flat within {GROWTH:.0%}",
            f"{grown:+.1%} from the first quarter to the end; {memory[0]:.0f} MB after the first "
            f"strokes, {memory[-1]:.0f} MB after the last",
            abs(grown) <= GROWTH,
            strokes >= plan.long_strokes,
        )


def _trend(waits: list[float]) -> Line:
    line, middle = trend(waits), statistics.median(waits)
    rise = line.slope * len(waits)
    return Line.judged(
        f"pen-up to guidance from the 1st to the {len(waits)}th stroke",
        "no rising trend",
        f"slope {100 * line.slope:+.1f} ms in 100 strokes, give or take {100 * line.doubt:.1f}; "
        f"median {middle:.0f} ms; {load()}",
        rise <= max(RISE * middle, line.doubt * len(waits)),
        len(waits) >= TREND_STROKES,
    )
