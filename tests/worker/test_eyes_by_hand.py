"""Eyes come out as they were drawn, open or shut, and nobody gets glasses of a construction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.portrait.portrait import PRESENT, Portrait
from tests.worker.by_hand import by_hand, first, suggested
from worker.packs.pack import Pack
from worker.serving.engine import Engine


def shown(pack: Pack, portrait: Portrait, name: str) -> list[bool]:
    return [bool(portrait.presence[i] >= PRESENT) for i in pack.table.slots_of[name]]


@pytest.mark.parametrize("name", ["construction", "angry_wide", "symbols", "chibi"])
def test_open_eyes_stay_open(engine: Engine, pack: Pack, name: str) -> None:
    assert all(shown(pack, first(engine, by_hand(name)), "pupil"))


@pytest.mark.parametrize("name", ["closed_eyes", "sleeping", "laughing"])
def test_shut_eyes_are_shut_and_have_no_lens_before_them(
    engine: Engine, pack: Pack, name: str
) -> None:
    portrait = first(engine, by_hand(name))
    assert not any(shown(pack, portrait, "pupil"))
    assert not any(shown(pack, portrait, "glint") + shown(pack, portrait, "glasses"))


def test_a_wink_is_a_wink(engine: Engine, pack: Pack) -> None:
    portrait = first(engine, by_hand("winking"))
    for layer in ("pupil", "iris", "eye white"):
        assert shown(pack, portrait, layer) == [True, False]


def test_every_suggestion_of_a_wink_winks(engine: Engine, pack: Pack) -> None:
    found = suggested(engine, by_hand("winking"), 4)
    assert [shown(pack, p, "eye white") for p in found] == [[True, False]] * 4


@pytest.mark.parametrize("strokes", [5, 6, 7, 8])
def test_a_second_eye_that_is_begun_with_its_lid_is_no_wink(
    engine: Engine, pack: Pack, strokes: int
) -> None:
    drawn = by_hand("shoujo")
    begun = replace(drawn, strokes=drawn.strokes[:strokes])
    assert all(shown(pack, first(engine, begun), "pupil"))


@pytest.mark.parametrize("name", ["one_eye", "half_page", "three_quarter", "construction"])
def test_nobody_winks_who_was_not_drawn_so(engine: Engine, pack: Pack, name: str) -> None:
    assert all(shown(pack, first(engine, by_hand(name)), "pupil"))


@pytest.mark.parametrize(("name", "worn"), [("construction", False), ("glasses", True)])
def test_glasses_are_drawn_and_not_made_of_a_cross(
    engine: Engine, pack: Pack, name: str, worn: bool
) -> None:
    portrait = first(engine, by_hand(name))
    assert set(shown(pack, portrait, "glasses")) == {worn}
    assert set(shown(pack, portrait, "glint")) == {worn}
