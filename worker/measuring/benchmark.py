"""Measures what the project promises of the worker, on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np
import skia

from krita_anifaceplugin.protocol import Done, GuidanceReply, SuggestionReply, SuggestRequest
from worker.errors import WorkerProcessError
from worker.files.recording import Recording, Stroke
from worker.measuring.machine import resident_megabytes
from worker.serving.client import WorkerClient, serve_command
from worker.serving.engine import Engine

GUIDANCE_SIDE = 512
THUMBNAIL_SIDE = 160
SUGGESTIONS = 4


@dataclass(frozen=True)
class Figure:
    """One measured value with what it must stay under."""

    name: str
    value: float
    limit: float
    unit: str

    @property
    def met(self) -> bool:
        return self.value <= self.limit


def sample_recording() -> Recording:
    """A frontal face in eleven plain strokes, on a canvas of 1000 x 1000."""

    def arc(cx: float, cy: float, rx: float, ry: float, start: float, stop: float) -> Stroke:
        turn = np.radians(np.linspace(start, stop, 40))
        xy = np.stack([cx + rx * np.cos(turn), cy + ry * np.sin(turn)], axis=1)
        return Stroke(tuple((float(x), float(y), 0.8) for x, y in xy), 5)

    return Recording(
        1000,
        1000,
        (
            arc(500, 450, 190, 300, 10, 170),  # jaw
            arc(500, 430, 230, 260, 180, 360),  # hair
            *(arc(x, 500, 52, 60, 190, 350) for x in (410, 590)),  # lashes
            *(arc(x, 510, 30, 45, 0, 360) for x in (412, 588)),  # irises
            *(arc(x, 430, 60, 25, 215, 325) for x in (405, 595)),  # brows
            arc(500, 645, 35, 14, 20, 160),  # mouth
            *(arc(x, 300, 90, 110, 20, 160) for x in (420, 580)),  # bangs
        ),
    )


def sketch_request(id_: int, *, guidance: str = "rough", side: int = 512) -> SuggestRequest:
    """A request for the sample recording's last stage, as the plugin would send it."""
    recording = sample_recording()
    return SuggestRequest(
        id=id_,
        width=side,
        height=side,
        ink=recording.ink(len(recording.strokes), side),
        guidance=guidance,
        guidance_side=GUIDANCE_SIDE,
        thumbnail_side=THUMBNAIL_SIDE,
        count=SUGGESTIONS,
    )


def measure_process(pack: str, threads: int, rounds: int) -> list[Figure]:
    """Start a real worker; how long it takes, how much it holds, how fast it answers."""
    with WorkerClient(serve_command(pack, threads)) as client:
        ready = client.ready_seconds
        times: list[float] = []
        for i in range(rounds):
            request = sketch_request(i + 1)
            start = time.perf_counter()
            for reply in client.replies(request):
                if isinstance(reply, GuidanceReply):
                    times.append((time.perf_counter() - start) * 1000)
        resident = resident_megabytes(client.process.pid)
    if not times:
        raise WorkerProcessError("the worker gave no guidance for the benchmark's sketch")
    figures = [
        Figure("start to ready", ready, 3.0, "s"),
        Figure("request to guidance, through the pipe", median(times), 80, "ms"),
    ]
    if resident is not None:
        figures.append(Figure("resident memory", resident, 350, "MB"))
    return figures


def measure_engine(engine: Engine, rounds: int) -> tuple[list[Figure], dict[str, float]]:
    """Medians of the engine's answers in this process, and of its steps in milliseconds."""
    figures = []
    steps: dict[str, float] = {}
    for mode in ("rough", "detailed"):
        firsts, others, times = [], [], []
        for i in range(rounds):
            first, other, done = _answer(engine, sketch_request(i, guidance=mode))
            firsts.append(first)
            others.append(other)
            times.append(done)
        name = f"encoder, suggestion, fit and {mode} guidance at {GUIDANCE_SIDE}"
        figures.append(Figure(name, median(firsts), 80, "ms"))
        if mode == "rough":
            further = Figure(
                f"each further suggestion at {THUMBNAIL_SIDE}", median(others), 25, "ms"
            )
            steps = {step: median(t[step] for t in times) for step in times[0]}
    return [*figures, further], steps


def calibrate(rounds: int = 5) -> float:
    """Milliseconds of a fixed piece of arithmetic and drawing: tells a busy or slow machine."""

    def work() -> None:
        matrix = np.ones((384, 384), np.float32)
        for _ in range(8):
            matrix = matrix @ matrix * np.float32(1e-3)
        canvas = skia.Surface(512, 512).getCanvas()
        for i in range(60):
            canvas.drawCircle(256, 256, 4.0 * i, skia.Paint(AntiAlias=True))

    return median(_milliseconds(work) for _ in range(rounds))


def _answer(engine: Engine, request: SuggestRequest) -> tuple[float, float, dict[str, float]]:
    """Milliseconds to the first suggestion with guidance, milliseconds of each further one, and
    the steps' own times."""
    start = time.perf_counter()
    marks: list[float] = []
    steps: dict[str, float] = {}
    for reply in engine.answer(request):
        if isinstance(reply, SuggestionReply):
            marks.append((time.perf_counter() - start) * 1000)
        elif isinstance(reply, Done):
            steps = reply.times
    return marks[0], (marks[-1] - marks[0]) / max(len(marks) - 1, 1), steps


def _milliseconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
