"""A recording, stage by stage, through a worker: pictures into files, times into results."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from krita_anifaceplugin.protocol import (
    Done,
    ErrorReply,
    GuidanceReply,
    RenderRequest,
    SuggestionReply,
    SuggestRequest,
)
from worker.errors import WorkerProcessError
from worker.files.picture_files import write_bgra, write_ink
from worker.files.recording import Recording
from worker.serving.client import WorkerClient

SKETCH_SIDE = 512
THUMBNAIL_SIDE = 256
FINAL_SIDE = 1024
SUGGESTIONS = 4


@dataclass(frozen=True)
class StrokeTimes:
    """How long the first ``strokes`` strokes took to answer, in milliseconds from sending the
    sketch: to rough guidance, to the first suggestion, to the last."""

    strokes: int
    guidance_ms: float
    first_ms: float
    all_ms: float


@dataclass(frozen=True)
class Stage:
    """What the worker made of the first ``strokes`` strokes.

    Attributes:
        sketch, rough, detailed: file names of pictures of SKETCH_SIDE.
        suggestions: file names, best first.
        coverage: of each suggestion.
        times: from sending the sketch.
        worker_ms: the worker's own times by step.
        hint: its words to the artist.
        portrait: the best suggestion, for rendering; b"" if there is none.
    """

    number: int
    strokes: int
    sketch: str
    rough: str
    detailed: str
    suggestions: tuple[str, ...]
    coverage: tuple[float, ...]
    times: StrokeTimes
    worker_ms: dict[str, float]
    hint: str
    portrait: bytes = field(repr=False)


def stroke_counts(strokes: int, stages: int) -> list[int]:
    """How many strokes each stage has: from the first to all, evenly spread."""
    if stages == 1 or strokes == 1:
        return [strokes]
    steps = min(stages, strokes)
    return sorted({1 + round(i * (strokes - 1) / (steps - 1)) for i in range(steps)})


def replay(
    recording: Recording, client: WorkerClient, out: Path, stages: Sequence[int], reference: str
) -> Iterator[tuple[StrokeTimes, Stage | None]]:
    """Ask after every stroke, as the plugin does; write pictures of the ``stages`` (numbers of
    strokes) into ``out``. Yields each stroke's times as it is answered, and its stage.

    Raises:
        WorkerProcessError: the worker ended, or refused; in its words.
    """
    for count in range(1, len(recording.strokes) + 1):
        ink = recording.ink(count, SKETCH_SIDE)
        answer = _ask(client, ink, reference, count, "rough", SUGGESTIONS)
        stage = None
        if count in stages:
            # As an artist who toggles the mode would: detailed guidance for the same sketch.
            detailed = _ask(client, ink, reference, count, "detailed", 0)
            stage = _stage(stages.index(count) + 1, ink, answer, detailed, out)
        yield answer.times, stage


def accept(client: WorkerClient, stage: Stage, out: Path) -> str:
    """Render a stage's best suggestion at FINAL_SIDE; the file's name."""
    request = RenderRequest(1_000_000, FINAL_SIDE, stage.portrait, background=True)
    reply = client.render(request)
    write_bgra(out / "accepted.png", reply.side, reply.pixels)
    return "accepted.png"


@dataclass(frozen=True)
class _Answer:
    """All replies to one request."""

    guidance: GuidanceReply
    suggestions: tuple[SuggestionReply, ...]
    done: Done
    times: StrokeTimes


def _ask(
    client: WorkerClient,
    ink: bytes,
    reference: str,
    strokes: int,
    mode: Literal["rough", "detailed"],
    count: int,
) -> _Answer:
    request = SuggestRequest(
        id=2 * strokes + (mode == "detailed"),
        width=SKETCH_SIDE,
        height=SKETCH_SIDE,
        ink=ink,
        guidance=mode,
        guidance_side=SKETCH_SIDE,
        thumbnail_side=THUMBNAIL_SIDE,
        count=count,
        reference=reference,
    )
    start = time.perf_counter()
    guidance: GuidanceReply | None = None
    suggestions: list[SuggestionReply] = []
    arrived: list[float] = []
    for reply in client.replies(request):
        if isinstance(reply, ErrorReply):
            raise WorkerProcessError(reply.message)
        arrived.append(round((time.perf_counter() - start) * 1000, 1))
        if isinstance(reply, GuidanceReply):
            guidance = reply
        elif isinstance(reply, SuggestionReply):
            suggestions.append(reply)
        elif isinstance(reply, Done) and guidance is not None:
            first = arrived[min(1, len(arrived) - 1)]
            times = StrokeTimes(strokes, arrived[0], first, arrived[-1])
            return _Answer(guidance, tuple(suggestions), reply, times)
    raise WorkerProcessError("the worker sent no guidance")


def _stage(number: int, ink: bytes, answer: _Answer, detailed: _Answer, out: Path) -> Stage:
    """Write a stage's pictures."""

    def file(kind: str) -> str:
        return f"stage-{number:02}-{kind}.png"

    write_ink(out / file("sketch"), SKETCH_SIDE, ink)
    for kind, guidance in (("rough", answer.guidance), ("detailed", detailed.guidance)):
        write_bgra(out / file(kind), guidance.side, guidance.pixels)
    for suggestion in answer.suggestions:
        name = file(f"suggestion-{suggestion.index + 1}")
        write_bgra(out / name, suggestion.side, suggestion.pixels)
    best = answer.suggestions[0].portrait if answer.suggestions else b""
    return Stage(
        number=number,
        strokes=answer.times.strokes,
        sketch=file("sketch"),
        rough=file("rough"),
        detailed=file("detailed"),
        suggestions=tuple(file(f"suggestion-{s.index + 1}") for s in answer.suggestions),
        coverage=tuple(s.coverage for s in answer.suggestions),
        times=answer.times,
        worker_ms=answer.done.times,
        hint=answer.done.hint,
        portrait=best,
    )
