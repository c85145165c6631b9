"""How much is done: the whole report, or a quick look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: Side of a document in pixels, "canvas" or "layer", strokes.
Case = tuple[int, str, int]


@dataclass(frozen=True)
class Plan:
    """Numbers of strokes, rounds, kills and messages.

    Attributes:
        breakdown: "SIDE:KIND:STROKES" each, KIND being "rough" or "detailed".
        latency, latency_opengl: on Krita's software canvas, and on its OpenGL canvas.
        pause_strokes, pause_rounds: strokes of a sheet; a round is one alone, one with guidance
            on the canvas, and every second one with guidance as a layer.
        kill_sheets, kill_strokes, kills: sheets, strokes on each, kills while each is painted.
        real_kill_sheets: the same with the real worker instead of the tests' fast one.
        rest: sides of documents, in pixels, that nobody draws in.
        hostile: frames to the worker, and to the plugin.
        long_strokes, long_seconds: painting for memory and trend; it ends with what comes first.
        huge, pictures: whether a document of 10,000 pixels, and pictures of the docker are made.
        seconds: after which a part of the report is ended, whatever it has found.
        minutes: after which all of it is, if nothing else is asked for.
    """

    breakdown: tuple[str, ...]
    latency: tuple[Case, ...]
    latency_opengl: tuple[Case, ...]
    pause_strokes: int
    pause_rounds: int
    kill_sheets: int
    kill_strokes: int
    kills: int
    real_kill_sheets: int
    rest: tuple[int, ...]
    hostile: int
    long_strokes: int
    long_seconds: int
    huge: bool
    pictures: bool
    seconds: Mapping[str, float]
    minutes: float


WHOLE = Plan(
    breakdown=("1000:rough:10", "1000:detailed:8", "4000:rough:6", "10000:rough:6"),
    latency=(
        (1000, "canvas", 40), (4000, "canvas", 25), (10_000, "canvas", 25),
        (1000, "layer", 40), (4000, "layer", 25),
    ),
    latency_opengl=((1000, "canvas", 20), (4000, "canvas", 15), (10_000, "canvas", 15)),
    pause_strokes=10, pause_rounds=8,
    kill_sheets=10, kill_strokes=30, kills=10, real_kill_sheets=1,
    rest=(1000, 10_000), hostile=10_000, long_strokes=600, long_seconds=600,
    huge=True, pictures=True,
    seconds={
        "latency": 540, "pauses": 480, "painting": 660, "breakdown": 240, "rest": 240, "kills": 900,
        "hostile": 300, "formats": 240, "saving": 240, "qt6": 120, "pictures": 240,
    },
    minutes=60,
)  # fmt: skip
QUICK = Plan(
    breakdown=("1000:rough:4", "1000:detailed:4"),
    latency=((1000, "canvas", 6), (1000, "layer", 5)),
    latency_opengl=(),
    pause_strokes=4, pause_rounds=1,
    kill_sheets=1, kill_strokes=8, kills=4, real_kill_sheets=0,
    rest=(1000,), hostile=4000, long_strokes=0, long_seconds=0,
    huge=False, pictures=False,
    seconds={
        "latency": 240, "pauses": 240, "painting": 240, "breakdown": 240, "rest": 240,
        "kills": 240, "hostile": 240, "formats": 240, "saving": 240, "qt6": 240, "pictures": 240,
    },
    minutes=20,
)  # fmt: skip
