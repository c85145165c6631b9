"""The mouth that was drawn is the mouth that comes out, and pulls at nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from models.portrait.portrait import PRESENT, Portrait
from tests.worker.by_hand import by_hand, first, prepared
from worker.conditioning.mouth_reading import MouthReader
from worker.conditioning.mouths import Mouths
from worker.conditioning.told_apart import told_apart
from worker.errors import PackError
from worker.files.recording import Recording, Stroke
from worker.fit import LineSamples
from worker.fit.matching import match
from worker.packs.inference import Networks
from worker.packs.pack import Pack
from worker.reading.ink_trace import Strokes, ridges, spread_out
from worker.serving.engine import Engine

#: Numbers of the strokes that are the mouth of *bow_open_mouth*, and its corners in the frame.
MOUTH, CORNERS = (8, 9), (0.448, 0.56)


@pytest.fixture(scope="module")
def networks(pack: Pack) -> Networks:
    return Networks(pack)


@pytest.fixture(scope="module")
def mouths(pack: Pack, networks: Networks) -> Mouths:
    found = Mouths.of(pack, networks)
    assert found is not None
    return found


def is_open(pack: Pack, portrait: Portrait) -> bool:
    (jaw,) = pack.table.slots_of["jaw line"]
    return bool(portrait.presence[jaw] >= PRESENT)


def lips(pack: Pack, portrait: Portrait) -> np.ndarray:
    (slot,) = pack.table.slots_of["lips"]
    return portrait.points[pack.table.slots[slot].span]


@pytest.mark.parametrize("name", ["bow_open_mouth", "twin_tails", "laughing", "curls"])
def test_a_mouth_drawn_open_is_open(engine: Engine, pack: Pack, name: str) -> None:
    assert is_open(pack, first(engine, by_hand(name)))


@pytest.mark.parametrize(
    "name", ["closed_eyes", "hime", "symbols", "shoujo", "three_quarter", "searching_lines"]
)
def test_a_mouth_drawn_shut_is_shut(engine: Engine, pack: Pack, name: str) -> None:
    assert not is_open(pack, first(engine, by_hand(name)))


def test_it_lies_where_it_was_drawn(engine: Engine, pack: Pack) -> None:
    corners = lips(pack, first(engine, by_hand("bow_open_mouth")))[:, 0]
    assert corners.min() == pytest.approx(CORNERS[0], abs=0.012)
    assert corners.max() == pytest.approx(CORNERS[1], abs=0.012)


def test_a_small_head_in_a_corner_shouts_too(engine: Engine, pack: Pack) -> None:
    whole = by_hand("bow_open_mouth")
    moved = [
        Stroke(tuple((0.6 * x + 20, 0.6 * y + 330, p) for x, y, p in stroke.points), stroke.width)
        for stroke in whole.strokes
    ]
    assert is_open(pack, first(engine, replace(whole, strokes=tuple(moved))))


def read_from(
    drawn: Recording, pack: Pack, networks: Networks, mouths: Mouths
) -> tuple[Strokes, bool]:
    """The sketch's strokes told apart, and whether a mouth was read."""
    ink = prepared(drawn, pack)
    reading = networks.read(ink)
    styles = pack.mean_styles.copy()
    styles[: pack.structure_count] = reading.styles
    (portrait,) = networks.synthesise(styles[None])
    ridge = ridges(ink)
    mouth = MouthReader(mouths, ridge).read(pack.table, portrait, reading.frame)
    return told_apart(spread_out(ridge), mouth, None), mouth is not None


def test_its_strokes_are_known_and_no_others(
    pack: Pack, networks: Networks, mouths: Mouths
) -> None:
    strokes, found = read_from(by_hand("bow_open_mouth"), pack, networks, mouths)
    assert found and strokes.mouth is not None
    x, y = strokes.points[strokes.mouth].T
    assert x.min() > 0.43 and x.max() < 0.58 and y.min() > 0.57 and y.max() < 0.68
    inside = (np.abs(strokes.points - (0.504, 0.627)) < (0.05, 0.032)).all(axis=1)
    assert strokes.mouth[inside].all()


def test_who_drew_no_mouth_has_none_read(pack: Pack, networks: Networks, mouths: Mouths) -> None:
    whole = by_hand("bow_open_mouth")
    strokes = tuple(s for i, s in enumerate(whole.strokes) if i not in MOUTH)
    told, found = read_from(replace(whole, strokes=strokes), pack, networks, mouths)
    assert not found and told.mouth is not None and not told.mouth.any()


def test_a_mouth_pulls_no_chin_and_a_chin_no_mouth(pack: Pack) -> None:
    x = np.linspace(0.4, 0.6, 20, dtype=np.float32)
    level = np.tile(np.array([1, 0], np.float32), (20, 1))
    parts = [pack.table.parts.index(name) for name in ("face", "mouth")]
    chin, mouth = (np.column_stack([x, np.full_like(x, y)]) for y in (0.70, 0.68))
    lines = LineSamples.numbered(
        np.concatenate([chin, mouth]), np.repeat(parts, 20), np.repeat([0, 1], 20), pack.table
    )
    drawn = np.column_stack([x, np.full_like(x, 0.695)])  # nearer to the chin
    strokes = Strokes(drawn, level, np.ones(20, np.float32))
    for told, part in ((None, "face"), (np.ones(20, bool), "mouth"), (np.zeros(20, bool), "face")):
        found = match(replace(strokes, mouth=told), lines, 0.05)
        assert len(found) == 20
        assert (found.part == pack.table.parts.index(part)).all()
        assert np.allclose(found.points + found.shift, drawn[found.stroke])


def test_a_pack_whose_people_cannot_be_made_up_is_refused(pack: Pack) -> None:
    wrong = {**pack.graphs, "mapping": pack.graphs["student"]}
    with pytest.raises(PackError):
        Engine(replace(pack, graphs=wrong))
