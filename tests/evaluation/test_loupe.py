"""The bundled loupe sees what its student overlooks: brows that slant, open mouths, winks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from models.atelier.people.sampling import draw_people
from models.atelier.portraits import portraits
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT, Portrait
from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.geometry import near_the_middle
from models.training.drawing_process.sketcher import sketch
from worker.evaluation.held_out import held_out
from worker.evaluation.sketching import HANDS, SIDE, draw
from worker.home import find_pack
from worker.packs.inference import Networks
from worker.packs.pack import load
from worker.reading.sketch import prepare

_PEOPLE, _DRAWN = 48, 400


def _slant(table: LayerTable, portrait: Portrait) -> float:
    """How far the brows' inner ends hang below their outer ones, of their width."""
    found = []
    for slot, inner in zip(table.slots_of["brow"], (1, -1), strict=True):
        ends = portrait.points[table.slots[slot].span]
        ends = ends[np.argsort(ends[:, 0] * inner)]
        found.append((ends[-1, 1] - ends[0, 1]) / np.ptp(ends[:, 0]))
    return float(np.mean(found))


def _mouth(table: LayerTable, portrait: Portrait) -> float:
    """Height of the mouth's lines."""
    shown = [
        portrait.points[s.span][:, 1]
        for i, s in enumerate(table.slots)
        if s.part == "mouth" and portrait.presence[i] >= PRESENT
    ]
    return float(np.ptp(np.concatenate(shown))) if shown else 0.0


@pytest.mark.parametrize("hand", HANDS)
def test_it_sees_brows_and_mouths_that_the_student_does_not(hand: str) -> None:
    pack = load(find_pack("default"))
    closely, student = Networks(pack), Networks(replace(pack, loupe=None))
    table = pack.table
    truth: list[list[float]] = []
    seen: list[list[float]] = []
    overlooked: list[list[float]] = []
    for person in held_out(pack, student, _PEOPLE).people:
        case = draw(person, table.parts, HANDS[hand], 1.0)
        sketch = prepare(case.ink, SIDE, pack.sketch_side)
        truth.append([_slant(table, person.portrait), _mouth(table, person.portrait)])
        for networks, rows in ((closely, seen), (student, overlooked)):
            read = networks.average_coloured(networks.read(sketch).styles)
            rows.append([_slant(table, read), _mouth(table, read)])
    for number, name in enumerate(("slant", "mouth")):
        true, close, far = (np.array(rows)[:, number] for rows in (truth, seen, overlooked))
        with_it, without = (float(np.corrcoef(true, read)[0, 1]) for read in (close, far))
        assert with_it > max(0.5, without + 0.2), f"{name}: {with_it:.2f}, without {without:.2f}"


@pytest.mark.parametrize("hand", HANDS)
def test_it_sees_winks_and_makes_none_up(hand: str) -> None:
    """Some eyes are under hair, or hardly shut: two of three winks are seen, and more."""
    pack = load(find_pack("default"))
    networks, table = Networks(pack), pack.table
    people = portraits(draw_people(np.random.default_rng(912), _DRAWN))
    is_open = people.presence[:, list(table.slots_of["pupil"])] >= PRESENT
    winks = np.flatnonzero(is_open.sum(axis=1) == 1)
    others = np.flatnonzero(is_open.sum(axis=1) != 1)[: len(winks)]
    assert len(winks) >= 8

    def seen(number: int) -> list[bool]:
        """Which eyes are shut for sure beside one that is open for sure."""
        rng = np.random.default_rng((1, number))
        made = sketch(
            LineDrawing.of(table, people[number]), table.parts, (9, number), SIDE,
            completion=1.0, hand=HANDS[hand], placement=near_the_middle(rng),
        )  # fmt: skip
        eyes = networks.read(prepare(made.ink.tobytes(), SIDE, pack.sketch_side)).eyes
        return ((eyes < 0.6) & (eyes.max() > 0.97)).tolist()

    right = [seen(number) == (~is_open[number]).tolist() for number in winks.tolist()]
    assert np.mean(right) > 0.66
    assert not any(any(seen(number)) for number in others.tolist())
