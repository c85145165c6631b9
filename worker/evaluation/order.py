"""Whether the order of strokes decides what an artist gets.

Two things can make it so, and each is measured by itself. A worker that kept anything of earlier
sketches would answer the last one differently: ink that was composed without rounding does not
depend on the order of its strokes, so sent stroke after stroke in two orders, it has to end with
the same bytes. And a canvas of 8 bits rounds crossing strokes by their order, to a level or two of
255: how far that moves an answer is the worker's own steadiness.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin.protocol import Done, SuggestRequest, encode
from worker.evaluation.answers import Subject
from worker.evaluation.sketching import SIDE, Case
from worker.files.recording import Recording

#: How often a sketch is sent on its way to the last stroke.
_STAGES = 6
_HALF_A_PIXEL = 0.5 / 1024


@dataclass(frozen=True)
class Ordered:
    """What two orders of the same strokes got.

    Attributes:
        same_bytes: whether unrounded ink, sent through one session, got the same last replies.
        moved: mean distance, in frame units, between the portraits for two 8-bit canvases.
    """

    same_bytes: bool
    moved: float


def ordered(subject: Subject, case: Case) -> Ordered:
    """Two answers to the strokes of one ``case``: as they were drawn, and in a random order."""
    rng = np.random.default_rng(case.person.number)
    first, second = (
        subject.answer(case.ink_in_order(order), 1).suggestions for order in (None, rng)
    )
    if not first or not second:
        moved = 0.0 if len(first) == len(second) else 1.0
    else:
        moved = float(np.hypot(*(first[0].points - second[0].points).T).mean())
    alone = [_bare(Recording(SIDE, SIDE, (stroke,)).ink(1, SIDE)) for stroke in case.recorded]
    orders = (range(len(alone)), rng.permutation(len(alone)).tolist())
    last = [_last_replies(subject, alone, order) for order in orders]
    return Ordered(last[0] == last[1], moved)


def summary(found: Sequence[Ordered]) -> dict[str, float]:
    """Shares of the sketches that got the same bytes without rounding, and the same answer to
    within half a pixel at 1024 with it; the median and the largest movement."""
    if not found:
        return {}
    moved = np.array([each.moved for each in found])
    return {
        "same_bytes": float(np.mean([each.same_bytes for each in found])),
        "same_answer": float((moved < _HALF_A_PIXEL).mean()),
        "moved_median": float(np.median(moved)),
        "moved": float(moved.max()),
    }


def _bare(ink: bytes) -> NDArray[np.float64]:
    """[SIDE * SIDE] how much paper one stroke leaves bare, 0 to 1."""
    return 1 - np.frombuffer(ink, np.uint8) / 255


def _last_replies(
    subject: Subject, alone: Sequence[NDArray[np.float64]], order: Sequence[int]
) -> list[bytes]:
    """All bytes that answer the whole sketch but the worker's times, after its stages."""
    replies: list[bytes] = []
    for ink in _stages(alone, order):
        request = SuggestRequest(
            1, SIDE, SIDE, ink, guidance="rough", guidance_side=0, thumbnail_side=16, count=2
        )
        answered = subject.engine.answer(request)
        replies = [encode(reply) for reply in answered if not isinstance(reply, Done)]
    return replies


def _stages(alone: Sequence[NDArray[np.float64]], order: Sequence[int]) -> Iterator[bytes]:
    """The ink on its way. What strokes leave bare together is a product, whose last digits depend
    on the order of its factors; they lie far below what makes a byte of it."""
    bare = np.ones(SIDE * SIDE)
    stops = {round((i + 1) * len(order) / _STAGES) for i in range(_STAGES)}
    for count, i in enumerate(order, start=1):
        bare = bare * alone[i]
        if count in stops:
            yield np.round((1 - np.round(bare, 9)) * 255).astype(np.uint8).tobytes()
