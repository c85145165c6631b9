"""Styles follow the strokes where there are some, and stay open where there are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from models.portrait.curves import flatten, polyline
from models.portrait.lines import STEPS, Line
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from tests.worker import tiny_pack
from tests.worker.drawn_strokes import drawn
from tests.worker.tiny_pack import TABLE
from worker.answering.suggestions import sketched_lines
from worker.conditioning import Conditioned, Ensemble, condition
from worker.conditioning.kalman import Observations, State, updated
from worker.conditioning.missing_shapes import missing_shapes
from worker.conditioning.ornaments import rare_ornaments
from worker.fit import LineSamples
from worker.lines.alongside import unexplained
from worker.lines.drawn_nonetheless import drawn_nonetheless
from worker.lines.sketched_curves import SketchedCurves
from worker.packs.inference import Networks, Reading
from worker.packs.pack import Pack, load
from worker.reading.ink_trace import Strokes

CURVES = SketchedCurves(TABLE)
SLOTS = len(TABLE.slots)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder: Path = tmp_path_factory.mktemp("packs") / "tiny"
    return load(tiny_pack.write(folder))


@pytest.fixture(scope="module")
def networks(pack: Pack) -> Networks:
    return Networks(pack)


@pytest.fixture(scope="module")
def ensemble(pack: Pack, networks: Networks) -> Ensemble:
    return Ensemble.of(pack, networks)


def portraits(pack: Pack, networks: Networks, structure: np.ndarray) -> list[Portrait]:
    styles = np.repeat(pack.mean_styles[None], len(structure), axis=0)
    styles[:, : pack.structure_count] = structure
    return networks.synthesise(styles)


def somebody(pack: Pack, networks: Networks) -> Portrait:
    rng = np.random.default_rng(3)
    shape = (1, pack.structure_count, pack.mean_styles.shape[1])
    return portraits(pack, networks, rng.normal(0, 1, shape).astype(np.float32))[0]


def outline(portrait: Portrait, slot: str) -> np.ndarray:
    return polyline(portrait.points, TABLE.slots[TABLE.slot_index[slot]], 24)


def unread(pack: Pack) -> Reading:
    """What a student says that knows nothing."""
    shape = (pack.structure_count, pack.mean_styles.shape[1])
    return Reading(np.zeros(shape, np.float32), np.ones(shape, np.float32), Placement())


def conditioned(
    pack: Pack, networks: Networks, ensemble: Ensemble, strokes: Strokes
) -> Conditioned:
    return condition(pack, networks, ensemble, CURVES, unread(pack), strokes)


def gap(portrait: Portrait, wanted: Portrait, slot: str) -> float:
    """Mean distance of a shape's outline from the nearest point of another's."""
    a, b = outline(portrait, slot), outline(wanted, slot)
    return float(np.hypot(*(a[:, None] - b[None]).transpose(2, 0, 1)).min(axis=1).mean())


def test_slopes_say_where_points_go(pack: Pack, networks: Networks, ensemble: Ensemble) -> None:
    rng = np.random.default_rng(0)
    shape = (2, pack.structure_count, pack.mean_styles.shape[1])
    before, after = rng.standard_normal(shape).astype(np.float32)
    change = (after - before).reshape(-1)[ensemble.live]
    first, second = portraits(pack, networks, np.stack([before, after]))
    for part in range(len(TABLE.parts)):
        own = TABLE.part_of_point == part
        moved = (second.points - first.points)[own]
        said = ensemble.slopes[part] @ change[ensemble.columns[part]]
        assert np.abs(said - moved).max() < 0.06 * np.abs(moved).max()
    assert len(ensemble.columns[TABLE.parts.index("eyes")]) == 3 * shape[2]


def test_a_portrait_comes_to_lie_where_it_was_drawn(
    pack: Pack, networks: Networks, ensemble: Ensemble
) -> None:
    (average,) = portraits(pack, networks, unread(pack).styles[None])
    wanted = Placement(0.03, -0.02, 0.06, 0.05).place(average)
    slots = ("face.shape", "eyes.left", "eyes.right")
    says = conditioned(pack, networks, ensemble, drawn(*(outline(wanted, s) for s in slots)))
    assert says.belief > 0.8
    (found,) = portraits(pack, networks, says.styles[None])
    for slot in slots:
        assert gap(says.frame.place(found), wanted, slot) < 0.4 * gap(average, wanted, slot)


def test_what_is_observed_is_learned_and_the_rest_stays_open() -> None:
    rng = np.random.default_rng(1)
    true = rng.standard_normal(6).astype(np.float32)
    slope = rng.standard_normal((40, 4)).astype(np.float32) * 0.02
    columns = np.arange(4)  # of a part that follows no other number
    prior = State.independent(np.zeros(6, np.float32), np.full(6, 0.8, np.float32))
    weight = np.ones(40, np.float32)
    astray = slope @ true[:4]
    astray[:3] += 0.3  # strokes that mean something else
    seen = Observations(columns, slope, astray.astype(np.float32), weight)
    found = updated(prior, prior.mean, [seen])
    for _ in range(8):
        rest = (astray - slope @ found.mean[:4]).astype(np.float32)
        found = updated(prior, found.mean, [replace(seen, distance=rest)])
    assert np.abs(found.mean[:4] - true[:4]).max() < 0.15
    assert (found.mean[4:] == 0).all()
    spread = np.sqrt(np.diag(np.linalg.inv(found.precision)))
    assert spread[:4].max() < 0.2 and spread[4:] == pytest.approx(0.8)


def test_draws_agree_on_what_was_drawn_and_differ_elsewhere(
    pack: Pack, networks: Networks, ensemble: Ensemble
) -> None:
    wanted = somebody(pack, networks)
    says = conditioned(pack, networks, ensemble, drawn(outline(wanted, "face.shape")))
    styles, frames = says.drawn(5, 12)
    shown = [f.place(p) for f, p in zip(frames, portraits(pack, networks, styles), strict=True)]
    spread = np.std([p.points for p in shown], axis=0).mean(axis=1)
    span = {s.name: float(spread[s.span].mean()) for s in TABLE.slots}
    assert span["face.shape"] < 0.7 * span["body.bust"]
    roles = pack.styles[: pack.structure_count]
    open_ = dict(zip(roles, says.spread.mean(axis=1), strict=True))
    assert open_["face.shape"] < open_["body.shape"] <= 1.001


def test_a_draw_depends_on_its_seed_and_number_alone(
    pack: Pack, networks: Networks, ensemble: Ensemble
) -> None:
    says = conditioned(pack, networks, ensemble, drawn(np.array([[0.3, 0.5], [0.4, 0.7]])))
    few, many = (says.drawn(7, count)[0] for count in (2, 6))
    assert np.allclose(few, many[:2]) and not (many[0] == many[1]).any()
    assert not np.allclose(says.drawn(8, 2)[0], few)
    assert says.drawn(7, 0)[0].shape == (0, *says.styles.shape)


@pytest.mark.parametrize("seed", range(3))
def test_a_scribble_changes_little(
    pack: Pack, networks: Networks, ensemble: Ensemble, seed: int
) -> None:
    scribble = np.random.default_rng(seed).uniform(0.2, 0.8, (60, 2))
    says = conditioned(pack, networks, ensemble, drawn(scribble))
    before, after = portraits(pack, networks, np.stack([unread(pack).styles, says.styles]))
    moved = np.hypot(*(says.frame.place(after).points - before.points).T)
    assert says.belief < 0.4 and moved.mean() < 0.03
    assert not says.presences.added.any()


def face_without(slot: str) -> Portrait:
    presence = np.ones(SLOTS, np.float32)
    presence[TABLE.slot_index[slot]] = 0
    return Portrait(tiny_pack.FACE, presence, np.ones(SLOTS, np.float32), tiny_pack.PAINTS)


def test_a_shape_that_was_drawn_is_shown_with_its_companion(ensemble: Ensemble) -> None:
    portrait = face_without("eyes.left")
    portrait.presence[TABLE.slot_index["eyes.right"]] = 0
    lines = LineSamples.of(sketched_lines(TABLE, portrait), TABLE)
    eyes = [TABLE.slot_index[f"eyes.{side}"] for side in ("left", "right")]
    given = np.zeros((SLOTS, SLOTS), np.float32)
    given[np.ix_(eyes, eyes)] = 1
    people = replace(ensemble, frequency=np.full(SLOTS, 0.5, np.float32), given=given)

    def found(*strokes: np.ndarray) -> list[int]:
        likely = np.full(SLOTS, 0.3, np.float32)
        there = drawn(*strokes)
        open_ = unexplained(there, lines)
        asked = missing_shapes(TABLE, people, CURVES, portrait, there, open_, likely)
        return np.flatnonzero(asked.added).tolist()

    pair = [outline(portrait, f"eyes.{side}") for side in ("left", "right")]
    assert found(*pair) == eyes
    assert found(*(eye + 0.03 for eye in pair)) == eyes, "drawn beside its place"
    assert found(outline(portrait, "face.shape")) == [], "what is shown explains its strokes"
    assert found(pair[0][:8]) == [], "a little of a shape is not the shape"


def test_ornaments_are_worn_by_those_who_were_drawn_with_them(ensemble: Ensemble) -> None:
    table = replace(TABLE, parts=("face", "eyes", "bangs", "extras"), layers=tuple(
        replace(layer, part="extras") if layer.part == "body" else layer for layer in TABLE.layers
    ))  # fmt: skip
    bust = table.slot_index["body.bust"]
    portrait = face_without("light.direction")
    frequency = np.ones(SLOTS, np.float32)
    frequency[bust] = 0.1
    people = replace(ensemble, frequency=frequency, given=np.eye(SLOTS, dtype=np.float32))
    rare = rare_ornaments(table, people)
    assert np.flatnonzero(rare).tolist() == [bust]
    plain = replace(portrait, presence=np.where(rare, 0, portrait.presence))
    lines = LineSamples.of(sketched_lines(table, plain), table)
    likely = np.full(SLOTS, 0.5, np.float32)
    on_it, beside = (
        missing_shapes(table, people, CURVES, plain, there, unexplained(there, lines), likely)
        for there in (drawn(outline(portrait, slot)) for slot in ("body.bust", "eyes.left"))
    )
    assert on_it.added[bust] and not beside.added.any()


def test_a_hidden_line_that_was_drawn_is_guidance(ensemble: Ensemble) -> None:
    portrait = face_without("light.direction")
    eye = outline(portrait, "eyes.left")
    every = sketched_lines(TABLE, portrait)
    left = TABLE.slot_index["eyes.left"]
    (whole,) = (line for line in every if line.slot == left)
    rest = [line for line in every if line.slot != left]
    half = whole._replace(points=whole.points[: len(whole.points) // 2])
    shapes = flatten(TABLE, portrait.points, STEPS)

    def found(shown: list[Line], stroke: np.ndarray) -> list[int]:
        samples, strokes = LineSamples.of(shown, TABLE), drawn(stroke)
        open_ = strokes.chosen(unexplained(strokes, samples))
        hidden = drawn_nonetheless(TABLE, portrait, shapes, samples, open_)
        return [line.slot for line in hidden]

    assert found([*rest, half], eye) == [left]
    assert found(every, eye) == [], "it is not hidden"
    assert found([*rest, half], eye * [1, 0.3]) == [], "it was not drawn"
    others = [line for line in rest if line.part != "eyes"]
    assert found(others, eye) == [], "nothing of its part is shown near it"
