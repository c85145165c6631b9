"""Where the time from the pen's lifting to its guidance goes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.krita.krita_command import worker_command
from tests.krita.report.krita_run import RECORDING, KritaRunner
from tests.krita.report.line import NOTED, Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Plan

NAME = "Guidance after the pen, step by step"
#: The window's steps as the script names them, and what they are.
STEPS = (
    ("SketchReader.look", "looking for changes"), ("SketchReader.read", "reading the sketch"),
    ("Session._ask", "asking"), ("conversation.decode", "parsing the reply"),
    ("Session._guide", "taking it in"), ("CanvasOverlay._draw_some", "drawing"),
    ("CanvasOverlay._compose", "composing"), ("CanvasOverlay.paintEvent", "painting"),
)  # fmt: skip
Rows = dict[str, dict[str, float]]


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """A line for each document and kind of guidance, with the real worker."""
    found = krita.outcome("breakdown", worker_command(), RECORDING, *plan.breakdown, seconds=1200)
    for case in plan.breakdown:
        side, kind, _ = case.split(":")
        what = f"steps from pen-up to guidance, {kind}, {side} x {side}"
        rows = found.values.get(case)
        if rows is None:
            yield Line.not_found(what, "printed")
        else:
            yield Line(what, "printed", _words(rows), NOTED)
    yield from found.trouble(NAME)


def _words(rows: Rows) -> str:
    read, whole = rows["SketchReader.read"], rows["= whole"]
    worker = {name.partition(": ")[2]: row["wall"] for name, row in rows.items() if ": " in name}
    first = ("prepare", "trace", "encode", "condition", "lines", "fit", "guidance")
    inside = ", ".join(f"{name} {worker[name]:.0f}" for name in first if name in worker)
    used = ", ".join(f"{words} {rows[name]['cpu']:.1f}" for name, words in STEPS if name in rows)
    return (
        f"whole {whole['wall']:.0f} ms; stroke noticed after {read['at']:.0f}, reading took "
        f"{read['wall']:.0f}, the worker's first answer {rows['= worker']['wall']:.0f} ({inside}); "
        f"processor time of the window {whole['cpu']:.0f}, of which AniFace: {used}; {load()}"
    )
