"""The simulated artist: same seed, same sketch; later, more ink."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from models.portrait.placement import Placement
from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import in_open_eyes
from models.training.drawing_process.geometry import somewhere
from models.training.drawing_process.hand import draw_hand
from models.training.drawing_process.order import drawing_order
from models.training.drawing_process.sketcher import sketch
from models.training.drawing_process.symbols import with_symbols
from models.training.rare import with_rare
from models.training.source import PortraitSource, atelier


@pytest.fixture(scope="module")
def drawing(source: PortraitSource) -> LineDrawing:
    z = source.people(np.random.default_rng(0), 1)[0]
    return LineDrawing.of(source.table, source.portraits(z[None])[0])


@pytest.mark.parametrize("number", range(12))
def test_a_seed_is_a_sketch(drawing: LineDrawing, source: PortraitSource, number: int) -> None:
    first, second = (sketch(drawing, source.table.parts, (7, number), 64) for _ in range(2))
    assert np.array_equal(first.ink, second.ink)
    assert first.ink.shape == (64, 64) and first.ink.any()
    assert 0 < first.completion <= 1


@pytest.mark.parametrize("number", range(8))
def test_ink_only_grows(drawing: LineDrawing, source: PortraitSource, number: int) -> None:
    stages = [
        sketch(drawing, source.table.parts, (8, number), 64, completion=c).ink.astype(int)
        for c in (0.02, 0.3, 0.7, 1.0)
    ]
    assert stages[0].any()
    for earlier, later in zip(stages, stages[1:], strict=False):
        # The last stroke is still under the pen: its end's taper may change, nothing else.
        assert (later < earlier - 40).mean() < 0.02
        assert later.sum() >= earlier.sum() * 0.95


def test_a_neat_whole_sketch_lies_on_the_lines(
    drawing: LineDrawing, source: PortraitSource
) -> None:
    hand = replace(
        draw_hand(np.random.default_rng(0)),
        wobble=0, shake=0, drift=0, overshoot=0, gap=0, broken=0, repeated=0, omitted=0,
        warp=0, symbols=0, construction=False, fill=0, smudge=0, grain=0, opacity=(1.0, 1.0),
        pen=0.02,
    )  # fmt: skip
    side = 128
    made = sketch(
        drawing, source.table.parts, (1,), side, completion=1.0, hand=hand, placement=Placement()
    )
    x, y = np.clip((drawing.points * side).astype(int), 0, side - 1).T
    assert (made.ink[y, x] > 60).mean() > 0.9


def test_every_order_names_every_line_once(drawing: LineDrawing, source: PortraitSource) -> None:
    for seed in range(30):
        order = drawing_order(drawing, source.table.parts, np.random.default_rng(seed))
        assert sorted(order.tolist()) == list(range(len(drawing)))


def test_a_symbol_lies_where_the_part_lay() -> None:
    artist = atelier()
    parts, z = artist.table.parts, np.zeros((1, len(artist.names)), np.float32)
    drawing = LineDrawing.of(artist.table, artist.portraits(z)[0])
    made = with_symbols(drawing, parts, 1.0, np.random.default_rng(0))

    def box(lines: LineDrawing, part: str) -> np.ndarray:
        own = np.repeat(lines.part == parts.index(part), np.diff(lines.starts))
        return np.stack([lines.points[own].min(0), lines.points[own].max(0)])

    for part in ("eyes", "brows", "mouth"):
        assert np.abs(box(made, part) - box(drawing, part)).max() < 0.05
        own = parts.index(part)
        assert (made.part == own).sum() <= (drawing.part == own).sum()
    assert made.blot.sum() == 2, "each eye is a ring with a dot"
    assert np.array_equal(box(made, "bangs"), box(drawing, "bangs"))


def test_shut_eyes_are_never_drawn_open() -> None:
    artist = atelier()
    parts = artist.table.parts
    eyes, shut = parts.index("eyes"), 0
    people = artist.people(np.random.default_rng(2), 30)
    people[:, artist.names.index("openness")] = -2.4
    people[:, artist.names.index("wink")] = 0.0
    for number, sitter in enumerate(artist.portraits(people)):
        drawing = LineDrawing.of(artist.table, sitter)
        assert not in_open_eyes(drawing, parts).any()
        made = with_symbols(drawing, parts, 1.0, np.random.default_rng(number))
        assert not made.blot[made.part == eyes].any(), "no dot, so no ring"
        shut += int((made.part == eyes).sum())
    assert shut >= 45, "most eyes are there, as a stroke each"


def test_rare_people_are_met_more_often() -> None:
    artist = atelier()
    assert artist.rare is not None
    rng = np.random.default_rng(0)
    people = artist.people(rng, 1500)
    before, after = (artist.rare(z).mean(0) for z in (people, with_rare(artist, people, rng, 0.4)))
    assert (after > before + 0.02).all() and (after < 0.45).all()
    assert np.array_equal(people, with_rare(artist, people, rng, 0.0))


def test_some_sketches_are_small_and_most_are_not() -> None:
    placed = [somewhere(np.random.default_rng(seed)) for seed in range(400)]
    small = np.mean([p.scale < 0.6 for p in placed])
    assert 0.02 < small < 0.2
    assert all(abs(p.dx) < 0.5 and abs(p.dy) < 0.5 and abs(p.log_scale) <= 1.2 for p in placed)
