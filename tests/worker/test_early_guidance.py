"""Guidance by the best guess does not wait for the drafts that blend into it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from krita_anifaceplugin.protocol import Done, GuidanceReply, SuggestionReply, SuggestRequest
from models.portrait.portrait import Portrait
from tests.worker.by_hand import SIDE, by_hand
from worker.serving.engine import Engine

#: Frame units: portraits synthesised together differ in their last bits from those made singly.
_SAME = 1e-4


@pytest.fixture(scope="module")
def request_early() -> SuggestRequest:
    drawn = by_hand("hime")
    ink = drawn.ink(len(drawn.strokes) // 2, SIDE)
    return SuggestRequest(
        1, SIDE, SIDE, ink, guidance_side=0, guidance_early=True, thumbnail_side=16
    )


def test_it_comes_first_and_whole_guidance_takes_its_place(
    engine: Engine, request_early: SuggestRequest
) -> None:
    early, whole, *others = engine.answer(request_early)
    assert isinstance(early, GuidanceReply) and isinstance(whole, GuidanceReply)
    assert all(isinstance(reply, (SuggestionReply, Done)) for reply in others)
    best = [curve["points"] for curve in early.curves]
    blended = [curve["points"] for curve in whole.curves]
    assert best, "half a sketch has lines"
    for was, now in zip(best, blended[-len(best) :], strict=True):
        assert np.allclose(was, now, atol=_SAME), "the best guess stays where it was"
    assert len(blended) > 1.5 * len(best), "and drafts have come beside it"


def test_suggestions_are_those_of_guidance_that_comes_at_once(
    engine: Engine, request_early: SuggestRequest
) -> None:
    early, at_once = (
        [r for r in engine.answer(request) if isinstance(r, SuggestionReply)]
        for request in (request_early, replace(request_early, guidance_early=False))
    )
    assert [r.seed for r in early] == [r.seed for r in at_once]
    for a, b in zip(early, at_once, strict=True):
        one, other = (Portrait.from_bytes(r.portrait).points for r in (a, b))
        # Not all of them: one pair of stroke and line more is a little pull in one place.
        assert np.median(np.abs(one - other)) < _SAME


@pytest.mark.parametrize("mode", ["detailed", "off"])
def test_nothing_comes_twice_that_drafts_do_not_change(
    engine: Engine, request_early: SuggestRequest, mode: str
) -> None:
    replies = engine.answer(replace(request_early, guidance=mode))
    found = sum(isinstance(reply, GuidanceReply) for reply in replies)
    assert found == (mode == "detailed")
