"""How much is done: the whole report, or a quick look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Numbers of strokes, rounds, kills and messages.

    Attributes:
        breakdown: "SIDE:KIND:STROKES" each, KIND being "rough" or "detailed".
        latency: (document's side in pixels, "canvas" or "layer", strokes) each.
        pause_strokes, pause_rounds: painted alone, with guidance on the canvas and as a layer.
        kill_sheets, kill_strokes, kills: sheets, strokes on each, kills while each is painted.
        real_kill_sheets: the same with the real worker instead of the tests' fast one.
        hostile: frames to the worker, and to the plugin.
        long_strokes, long_seconds: painting for memory and trend; it ends with what comes first.
        part_seconds: after which a part of the report is ended, whatever it has found.
    """

    breakdown: tuple[str, ...]
    latency: tuple[tuple[int, str, int], ...]
    pause_strokes: int
    pause_rounds: int
    kill_sheets: int
    kill_strokes: int
    kills: int
    real_kill_sheets: int
    hostile: int
    long_strokes: int
    long_seconds: int
    part_seconds: int


WHOLE = Plan(
    breakdown=("1000:rough:12", "1000:detailed:8", "4000:rough:8", "10000:rough:8"),
    latency=(
        (1000, "canvas", 40), (4000, "canvas", 25), (10_000, "canvas", 25),
        (1000, "layer", 40), (4000, "layer", 25),
    ),
    pause_strokes=16, pause_rounds=5,
    kill_sheets=10, kill_strokes=30, kills=10, real_kill_sheets=1,
    hostile=10_000, long_strokes=600, long_seconds=720,
    part_seconds=1200,
)  # fmt: skip
QUICK = Plan(
    breakdown=("1000:rough:4", "1000:detailed:4"),
    latency=((1000, "canvas", 6), (1000, "layer", 5)),
    pause_strokes=4, pause_rounds=1,
    kill_sheets=1, kill_strokes=8, kills=4, real_kill_sheets=0,
    hostile=1000, long_strokes=0, long_seconds=0,
    part_seconds=420,
)  # fmt: skip
