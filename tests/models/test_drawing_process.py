"""The simulated artist: same seed, same sketch; later, more ink."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from models.portrait.placement import Placement
from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import in_open_eyes, line, pairs
from models.training.drawing_process.face_marks import with_face_marks
from models.training.drawing_process.geometry import somewhere
from models.training.drawing_process.hand import draw_hand
from models.training.drawing_process.order import drawing_order
from models.training.drawing_process.outlined_hair import with_outlined_hair
from models.training.drawing_process.sketcher import sketch
from models.training.drawing_process.symbols import with_symbols
from models.training.drawing_process.worn import worn_groups
from models.training.drawing_process.zigzag import turning_places, zigzag
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
        warp=0, stretch=(0.0, 0.0), marks=False, symbols=0, outlined=False, construction=False,
        fill=0, smudge=0, grain=0,
        opacity=(1.0, 1.0), pen=0.02,
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


def _box(lines: LineDrawing, part: int) -> np.ndarray:
    own = np.repeat(lines.part == part, np.diff(lines.starts))
    return np.stack([lines.points[own].min(0), lines.points[own].max(0)])


@pytest.mark.parametrize("number", range(6))
def test_a_symbol_lies_where_the_part_lay(number: int) -> None:
    artist = atelier()
    parts, z = artist.table.parts, np.zeros((1, len(artist.names)), np.float32)
    z[0, artist.names.index("glasses")] = 2.5
    z[0, artist.names.index("hat")] = 2.5
    drawing = LineDrawing.of(artist.table, artist.portraits(z)[0])
    made = with_symbols(drawing, parts, 1.0, np.random.default_rng(number))
    for part in ("eyes", "brows", "mouth", "extras"):
        own = parts.index(part)
        assert np.abs(_box(made, own) - _box(drawing, own)).max() < 0.08
        assert (made.part == own).sum() <= (drawing.part == own).sum()
    for eye in pairs(made, parts.index("eyes")):
        sides = [np.ptp(line(made, k), axis=0) for k in eye.tolist()]
        assert any(height > 0.4 * width for width, height in sides), "an iris, or a pupil"
    bangs = parts.index("bangs")
    assert np.array_equal(_box(made, bangs), _box(drawing, bangs))
    assert len(pairs(drawing, parts.index("eyes"))) == 2


def test_outlined_hair_is_as_large_as_the_hair() -> None:
    artist = atelier()
    parts = artist.table.parts
    people = artist.people(np.random.default_rng(3), 24)
    outlined = 0
    for number, sitter in enumerate(artist.portraits(people)):
        drawing = LineDrawing.of(artist.table, sitter)
        made = with_outlined_hair(drawing, parts, np.random.default_rng(number))
        if made is drawing:
            continue
        outlined += 1
        assert len(made) < len(drawing)
        if worn_groups(drawing, parts)[1]:
            continue  # the hat is the outline
        hair = [i for i, part in enumerate(parts) if part in ("bangs", "sides", "back")]
        old, new = (
            lines.points[np.repeat(np.isin(lines.part, hair), np.diff(lines.starts))]
            for lines in (drawing, made)
        )
        assert abs(np.ptp(old[:, 0]) - np.ptp(new[:, 0])) < 0.08
        assert abs(old[:, 1].min() - new[:, 1].min()) < 0.06
        face = parts.index("face")
        assert np.array_equal(_box(made, face), _box(drawing, face))
    assert outlined >= 6


def test_no_hand_leaves_out_a_hat_or_shuts_an_eye_by_leaving_lines_out() -> None:
    artist = atelier()
    parts, z = artist.table.parts, np.zeros((1, len(artist.names)), np.float32)
    z[0, artist.names.index("hat")] = 2.5
    drawing = LineDrawing.of(artist.table, artist.portraits(z)[0])
    hand = replace(
        draw_hand(np.random.default_rng(0)), omitted=1.0, symbols=0, outlined=False, repeated=0,
        broken=0,
    )  # fmt: skip
    made = sketch(drawing, parts, (4,), 64, completion=1.0, hand=hand)
    drawn = np.unique(made.strokes.line[made.strokes.line >= 0])
    assert len(drawn) < len(drawing) / 3, "all else is left out"
    hat = np.flatnonzero(drawing.part == parts.index("extras"))
    widest = max(hat.tolist(), key=lambda k: float(np.ptp(line(drawing, k)[:, 0])))
    assert widest in drawn
    for eye in pairs(drawing, parts.index("eyes")):
        sides = [np.ptp(line(drawing, k), axis=0) for k in eye.tolist() if k in drawn]
        assert any(height > 0.6 * width for width, height in sides)


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
    assert all(abs(p.dx) < 0.5 and abs(p.dy) < 0.5 and abs(p.log_scale) <= 1.4 for p in placed)


def test_marks_about_the_eyes_leave_the_rest_as_it_is_and_spare_glasses() -> None:
    artist = atelier()
    parts, z = artist.table.parts, np.zeros((2, len(artist.names)), np.float32)
    z[1, artist.names.index("glasses")] = 2.5
    bare, worn = (LineDrawing.of(artist.table, one) for one in artist.portraits(z))
    grown = 0
    for number in range(12):
        made = with_face_marks(bare, parts, np.random.default_rng(number))
        grown += len(made) > len(bare)
        assert {p.tobytes() for p in np.split(made.points, made.starts[1:-1])} >= {
            p.tobytes() for p in np.split(bare.points, bare.starts[1:-1])
        }
        assert with_face_marks(worn, parts, np.random.default_rng(number)) is worn
    assert grown >= 8


def test_spikes_go_straight_from_tip_to_valley() -> None:
    reach = np.array([0.0, 0.1, 0.3, 0.29, 0.3, 0.1, 0.25, 0.0])
    places, tips = turning_places(reach, 0.05)
    assert places.tolist() == [0, 4, 5, 6, 7] and tips.tolist() == [False, True, False, True, False]
    line_ = zigzag(np.stack([places, reach[places]], 1).astype(np.float32), 0.0).points
    assert np.abs(line_[::5] - np.stack([places, reach[places]], 1)).max() < 1e-6
