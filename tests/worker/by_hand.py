"""The kept sketches, and what the bundled pack makes of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin.protocol import SuggestionReply, SuggestRequest
from models.portrait.portrait import Portrait
from worker.evaluation.sketch_page import SKETCHES
from worker.files import recording
from worker.files.recording import Recording
from worker.packs.pack import Pack
from worker.reading import sketch
from worker.serving.engine import Engine

SIDE = 512


def by_hand(name: str) -> Recording:
    """One of the kept sketches."""
    return recording.load(SKETCHES / f"{name}.json")


def prepared(drawn: Recording, pack: Pack) -> NDArray[np.float32]:
    """[side, side] a finished sketch's ink, as the student gets it."""
    return sketch.prepare(drawn.ink(len(drawn.strokes), SIDE), SIDE, pack.sketch_side)


def first(engine: Engine, drawn: Recording) -> Portrait:
    """The best guess at a finished sketch."""
    return suggested(engine, drawn, 1)[0]


def suggested(engine: Engine, drawn: Recording, count: int) -> list[Portrait]:
    """The suggestions for a finished sketch, best first."""
    ink = drawn.ink(len(drawn.strokes), SIDE)
    request = SuggestRequest(1, SIDE, SIDE, ink, guidance="off", thumbnail_side=16, count=count)
    replies = [r for r in engine.answer(request) if isinstance(r, SuggestionReply)]
    return [Portrait.from_bytes(reply.portrait) for reply in replies]
