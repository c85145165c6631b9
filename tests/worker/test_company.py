"""Drafts differ from each other as people do, and wear whole outfits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from krita_anifaceplugin.protocol import SuggestRequest
from models.atelier.people.sampling import draw_people
from models.atelier.portraits import portraits
from models.portrait.portrait import PRESENT
from tests.worker.by_hand import SIDE, by_hand
from worker.answering.drafts import Drafts
from worker.answering.palettes import Palettes
from worker.answering.seen import Seen, look
from worker.answering.tools import Tools
from worker.conditioning import Ensemble
from worker.conditioning.company import in_company
from worker.conditioning.mouths import Mouths
from worker.conditioning.presences import Presences
from worker.lines.sketched_curves import SketchedCurves
from worker.measuring.stopwatch import Stopwatch
from worker.packs.inference import Networks
from worker.packs.pack import Pack
from worker.reading import sketch

Booleans = np.ndarray
DRAFTS, PEOPLE = 48, 1500


@pytest.fixture(scope="module")
def tools(pack: Pack) -> Tools:
    networks = Networks(pack)
    ensemble, curves = Ensemble.of(pack, networks), SketchedCurves(pack.table)
    mouths, palettes = Mouths.of(pack, networks), Palettes.of(pack, networks)
    return Tools(pack, networks, ensemble, curves, {}, mouths, palettes)


@pytest.fixture(scope="module")
def ensemble(tools: Tools) -> Ensemble:
    return tools.ensemble


@pytest.fixture(scope="module")
def atelier() -> Booleans:
    """[N, S] which shapes people of the atelier have."""
    return portraits(draw_people(np.random.default_rng(5), PEOPLE)).presence >= PRESENT


def drafts_of(tools: Tools, name: str) -> Booleans:
    """[DRAFTS, S] which shapes the drafts of a sketch by hand show."""
    request, seen = looked_at(tools, name)
    made = Drafts(tools, request, seen, DRAFTS).make(DRAFTS)
    return np.array([portrait.presence for portrait in made]) >= PRESENT


def looked_at(tools: Tools, name: str, strokes: int = -1) -> tuple[SuggestRequest, Seen]:
    """A sketch by hand, and what its first ``strokes`` say, or all."""
    drawn = by_hand(name)
    count = strokes if strokes >= 0 else len(drawn.strokes)
    request = SuggestRequest(1, SIDE, SIDE, drawn.ink(count, SIDE))
    ink = sketch.prepare(request.ink, SIDE, tools.pack.sketch_side)
    return request, look(tools, request, ink, Stopwatch())


@pytest.fixture(scope="module")
def drafts(tools: Tools) -> Booleans:
    """Those of a sketch of eyes, nose and mouth: clothes and hair are open."""
    return drafts_of(tools, "features_only")


def clothes(pack: Pack) -> Booleans:
    return pack.table.part_of_slot == pack.table.parts.index("clothes")


def test_shapes_are_as_frequent_as_among_the_people_it_learned_from(
    ensemble: Ensemble, atelier: Booleans
) -> None:
    difference = np.abs(ensemble.frequency - atelier.mean(axis=0))
    assert difference.max() < 0.13 and difference.mean() < 0.03


def test_headphones_come_with_their_band(pack: Pack, ensemble: Ensemble) -> None:
    (band,), cups = pack.table.slots_of["band"], pack.table.slots_of["cup"]
    assert all(ensemble.always[cup, band] for cup in cups)
    assert not ensemble.always[band, list(cups)].any(), "an alice band has no cups"


def test_nobody_wears_what_nobody_wears_together(
    pack: Pack, atelier: Booleans, drafts: Booleans
) -> None:
    there, own = atelier.astype(np.float32), clothes(pack)
    expected = PEOPLE * np.outer(there.mean(axis=0), there.mean(axis=0))
    never = (there.T @ there == 0) & (expected > 12) & own & own[:, None]
    for draft in drafts:
        clashing = np.argwhere(never & draft & draft[:, None])
        assert not len(clashing), [pack.table.slots[i] for i in clashing[0]]


def test_who_drew_eyes_is_offered_many_outfits(pack: Pack, drafts: Booleans) -> None:
    outfits = {tuple(draft) for draft in drafts[:, clothes(pack)]}
    assert len(outfits) >= 8


def test_a_tie_comes_with_its_knot_or_not_at_all(pack: Pack, ensemble: Ensemble) -> None:
    nothing = np.zeros(len(pack.table.slots), np.bool_)
    (tie,), (knot,) = pack.table.slots_of["tie"], pack.table.slots_of["knot"]
    (roll,) = pack.table.slots_of["turtleneck"]
    clash = ensemble.never[tie, roll]
    likely = np.zeros(len(nothing), np.float32)
    likely[ensemble.always[tie] | ensemble.always[knot]] = 0.9

    def shown(presences: Presences, **chances: float) -> list[bool]:
        given = likely.copy()
        given[[tie, knot, roll]] = [chances[name] for name in ("tie", "knot", "roll")]
        found = in_company(pack.table, ensemble, presences, given) >= PRESENT
        return found[[tie, knot, roll]].tolist()

    undecided = Presences.without(nothing)
    assert clash and shown(undecided, tie=0.9, knot=0.3, roll=0.1) == [True, True, False]
    assert shown(undecided, tie=0.6, knot=0.01, roll=0.1) == [False, False, False]
    assert shown(undecided, tie=0.9, knot=0.9, roll=0.6) == [True, True, False]
    drawn = np.arange(len(nothing)) == roll
    with_roll = replace(undecided, added=drawn)
    assert shown(with_roll, tie=0.9, knot=0.9, roll=0.1) == [False, False, True], "it was drawn"


def test_what_is_drawn_stays(pack: Pack, tools: Tools) -> None:
    """A collar was drawn: no draft is without it, nor has another."""
    found = drafts_of(tools, "boy_spiky")
    for name in ("collar", "iris"):
        assert found[:, list(pack.table.slots_of[name])].all(), name
    for name in ("turtleneck", "sailor", "kimono"):
        assert not found[:, list(pack.table.slots_of[name])].any(), name


def test_a_first_stroke_that_is_not_believed_is_answered(
    tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines are looked for once: samples and lines are of one look all the same. Which strokes
    are believed depends on the pack, so this one is not whatever the pack."""
    monkeypatch.setattr("worker.conditioning.correction.belief", lambda *_: 0.0)
    request, seen = looked_at(tools, "boy_spiky", 1)
    assert seen.says.belief == 0
    assert seen.says.lines.line.max() < len(seen.says.looked_at)
    drafts = Drafts(tools, request, seen, 4)
    assert len(drafts.make(4)) == 4
