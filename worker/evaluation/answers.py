"""What the worker answers a sketch, and what it would answer without the fit to strokes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin.protocol import Done, GuidanceReply, SuggestionReply, SuggestRequest
from models.portrait.portrait import Portrait
from worker.answering.drafts import Drafts
from worker.answering.seen import look
from worker.answering.suggestions import sketched_lines
from worker.evaluation.sketching import SIDE
from worker.measuring.stopwatch import Stopwatch
from worker.packs.inference import Networks, Reading
from worker.packs.pack import Pack
from worker.reading.sketch import prepare
from worker.serving.engine import Engine

Floats = NDArray[np.float32]

#: Frame units between samples of guidance lines.
_SPACING = 0.003


@dataclass(frozen=True, eq=False)
class LineField:
    """Samples [n, 2] of detailed guidance, and the part [n] of each."""

    points: Floats
    part: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Answer:
    """Detailed guidance and the suggestions, best first; ``times`` are the worker's own
    milliseconds by step."""

    guidance: LineField
    suggestions: tuple[Portrait, ...]
    times: dict[str, float]


@dataclass(frozen=True, eq=False)
class Subject:
    """The pack under examination, with everything that runs it."""

    pack: Pack
    engine: Engine
    networks: Networks

    def read(self, ink: bytes) -> Reading:
        """What the student alone reads."""
        return self.networks.read(prepare(ink, SIDE, self.pack.sketch_side))

    def answer(self, ink: bytes, count: int = 4) -> Answer:
        """All that an artist would get for a sketch of SIDE pixels."""
        lines: list[tuple[str, Floats]] = []
        found: list[Portrait] = []
        times: dict[str, float] = {}
        for reply in self.engine.answer(_request(ink, count)):
            if isinstance(reply, GuidanceReply):
                lines = [(c["part"], _pairs(c["points"])) for c in reply.curves]
            elif isinstance(reply, SuggestionReply):
                found.append(Portrait.from_bytes(reply.portrait))
            elif isinstance(reply, Done):
                times = reply.times
        return Answer(self._field(lines), tuple(found), times)

    def unfitted(self, ink: bytes) -> LineField:
        """Guidance before the fit: of the portrait whose styles were conditioned on the strokes."""
        tools, request = self.engine.tools, _request(ink, 1)
        seen = look(tools, request, prepare(ink, SIDE, self.pack.sketch_side), Stopwatch())
        lines = Drafts(tools, request, seen, 0).best_lines
        return self._field([(line.part, line.points) for line in lines])

    def by_networks(self, ink: bytes) -> LineField:
        """Guidance as the networks alone would give it."""
        reading = self.read(ink)
        portrait = self.networks.average_coloured(reading.styles)
        lines = sketched_lines(self.pack.table, reading.frame.place(portrait))
        return self._field([(line.part, line.points) for line in lines])

    def _field(self, lines: list[tuple[str, Floats]]) -> LineField:
        parts = self.pack.table.parts
        sampled = [_evenly(points) for _, points in lines]
        number = [parts.index(part) for part, _ in lines]
        none = np.zeros((0, 2), np.float32)
        owner = np.repeat(np.array(number, np.int64), [len(points) for points in sampled])
        return LineField(np.concatenate([none, *sampled]).astype(np.float32), owner)


def _request(ink: bytes, count: int) -> SuggestRequest:
    return SuggestRequest(
        1, SIDE, SIDE, ink, guidance="detailed", guidance_side=0, thumbnail_side=16, count=count
    )


def _pairs(values: list[float]) -> Floats:
    return np.array(values, np.float32).reshape(-1, 2)


def _evenly(points: Floats) -> Floats:
    """A polyline [m, 2] sampled at least every _SPACING."""
    return np.concatenate([points[:1], *_between(points)])


def _between(points: Floats) -> Iterator[Floats]:
    for a, b in zip(points[:-1], points[1:], strict=True):
        steps = max(1, int(np.ceil(float(np.hypot(*(b - a))) / _SPACING)))
        yield a + (b - a) * (np.arange(1, steps + 1, dtype=np.float32) / steps)[:, None]
