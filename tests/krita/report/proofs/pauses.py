"""Painting is not disturbed: the window's longest pause, and the pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from tests.krita.krita_command import worker_command
from tests.krita.report.krita_run import RECORDING, KritaRunner
from tests.krita.report.line import NOTED, Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Plan

NAME = "Painting undisturbed"
MORE_MS = 8
#: Where the longest pauses of Krita alone are farther apart, others use the machine.
CALM_MS = 3 * MORE_MS
SAME = "strokes with guidance on are those without, to the pixel"
ASKED = {"canvas": f"within {MORE_MS} ms of Krita alone", "layer": "printed"}
PLACES = {"canvas": "on the canvas", "layer": "as a layer"}
#: Rounds of sheets, of a number for each stroke.
Rounds = Sequence[Sequence[float]]


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """The same strokes alone, with guidance on the canvas, and in a layer, round by round."""
    strokes, rounds = plan.pause_strokes, plan.pause_rounds
    found = krita.outcome("pauses", worker_command(), RECORDING, strokes, rounds, seconds=1500)
    pauses, busy = found.values.get("pauses_ms", {}), found.values.get("busy_ms", {})
    if pauses:  # the script's own checks compare the pixels
        words = f"{found.values['sheets']} sheets of {strokes} strokes with AniFace and without: "
        asked = "the same pointer events give the same bytes"
        yield Line.judged(SAME, asked, words + "equal", True, found.whole)
    for way, place in PLACES.items():
        what = f"longest pause of the window while painting, guidance {place}"
        if pauses.get("alone") and pauses.get(way):
            more, words = compared(pauses["alone"], pauses[way])
            turn, _ = compared(busy["alone"], busy[way])
            words += f"; by processor time of the longest turn {turn:+.1f} ms; {load()}"
            if way == "canvas":
                calm = is_calm(pauses["alone"])
                words += "" if calm else "; the machine was disturbed: this is no measurement"
                whole = calm and len(pauses[way]) >= rounds
                yield Line.judged(what, ASKED[way], words, max(more, turn) <= MORE_MS, whole)
            else:
                yield Line(what, ASKED[way], words, NOTED)
        elif way == "canvas" or rounds > 1:
            yield Line.not_found(what, ASKED[way])
    yield from found.trouble(NAME)


def is_calm(alone: Rounds) -> bool:
    """Whether Krita alone took about as long in every round, or in nearly every one of many, so
    that some ms can be told."""
    longest = sorted(max(sheet) for sheet in alone)
    return longest[-1 - len(longest) // 4] - longest[0] <= CALM_MS


def compared(alone: Rounds, other: Rounds) -> tuple[float, str]:
    """How much longer the longest pause of a round is, by the medians of the rounds; and the
    same with its spread, in words."""
    longest = [max(sheet) for sheet in alone], [max(sheet) for sheet in other]
    before, after = median(longest[0]), median(longest[1])
    words = ""
    if len(alone) == len(other):
        pairs = [b - a for a, b in zip(*longest, strict=True)]
        words = f"round by round {min(pairs):+.0f} to {max(pairs):+.0f}, "
        words += f"median {median(pairs):+.1f}; "
    usual = median(median(s) for s in other) - median(median(s) for s in alone)
    return after - before, (
        f"{after - before:+.1f} ms: {after:.0f} ms, Krita alone {before:.0f} (medians of the "
        f"longest of {len(longest[1])} rounds); alone {_range(longest[0])}, with "
        f"{_range(longest[1])}; {words}a usual stroke's longest {usual:+.1f}"
    )


def _range(values: Sequence[float]) -> str:
    return f"{min(values):.0f} to {max(values):.0f}"
