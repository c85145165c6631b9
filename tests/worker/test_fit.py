"""The fit follows strokes that mean the portrait, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from models.portrait.curves import polyline
from models.portrait.lines import visible_lines
from models.portrait.portrait import Portrait
from tests.worker import tiny_pack
from tests.worker.drawn_strokes import drawn
from tests.worker.tiny_pack import TABLE
from worker.answering.suggestions import Suggestion, fitted, sketched_lines
from worker.files.recording import Recording, Stroke
from worker.fit import LineSamples, bearable, fit
from worker.fit.belief import agreement, belief
from worker.fit.matching import Matches
from worker.fit.neighbourhoods import neighbourhoods
from worker.lines.coverage import Coverage
from worker.reading import sketch
from worker.reading.ink_trace import Strokes, ridges, spread_out

SLOTS = len(TABLE.slots)
PORTRAIT = Portrait(
    tiny_pack.FACE, np.ones(SLOTS, np.float32), np.ones(SLOTS, np.float32), tiny_pack.PAINTS
)


def outline(slot: str) -> np.ndarray:
    return polyline(tiny_pack.FACE, TABLE.slots[TABLE.slot_index[slot]], 24)


def pulled(strokes: Strokes) -> Suggestion:
    lines = sketched_lines(TABLE, PORTRAIT)
    return fitted(TABLE, PORTRAIT, lines, strokes, Coverage(strokes), 0)


def moved(suggestion: Suggestion, slot: str) -> float:
    """Mean distance that a shape's control points moved, in frame units."""
    span = TABLE.slots[TABLE.slot_index[slot]].span
    return float(np.hypot(*(suggestion.portrait.points - PORTRAIT.points)[span].T).mean())


def scribble(seed: int, turns: int = 60) -> np.ndarray:
    return np.random.default_rng(seed).uniform(0.2, 0.8, (turns, 2))


@pytest.mark.parametrize(
    "change",
    [lambda p: (p - 0.5) * 1.12 + 0.5, lambda p: p + [0.03, -0.02], lambda p: p + [0, 0.05]],
    ids=["larger", "beside", "below"],
)
def test_lines_are_pulled_onto_strokes_near_them(change) -> None:
    strokes = drawn(change(outline("face.shape")))
    before = Coverage(strokes).of(LineSamples.of(visible_lines(TABLE, PORTRAIT), TABLE).points)
    suggestion = pulled(strokes)
    assert before < 0.5
    assert suggestion.coverage > 0.85, "all but what the fringe hides"


def test_a_trembling_stroke_is_followed_as_far_as_a_steady_one() -> None:
    jaw = outline("face.shape")
    ahead = np.gradient(jaw, axis=0)
    across = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) / np.hypot(*ahead.T)[:, None]
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(jaw, axis=0).T))])
    strokes = drawn(jaw + 0.025 * across * np.sin(2 * np.pi * along / 0.1)[:, None])
    lines = LineSamples.of(sketched_lines(TABLE, PORTRAIT), TABLE)
    coverage = Coverage(strokes)
    _, after = fit(lines, strokes, followed=1.0)
    assert coverage.of(lines.points) < 0.4
    assert coverage.of(after.points) > 0.79, (
        "two rounds get to 0.77, fields that want agreement to 0.63"
    )


def test_what_no_stroke_is_near_stays() -> None:
    suggestion = pulled(drawn(outline("eyes.left") + [-0.02, 0.01]))
    assert moved(suggestion, "eyes.left") > 0.012
    assert moved(suggestion, "body.bust") < 0.001
    assert moved(suggestion, "bangs.front") < 0.003


def test_a_sketch_that_is_right_already_moves_nothing() -> None:
    suggestion = pulled(drawn(outline("face.shape"), outline("eyes.left")))
    assert suggestion.coverage > 0.88
    still = ("face.shape", "eyes.left", "eyes.right", "body.bust")
    assert max(moved(suggestion, slot) for slot in still) < 0.007


@pytest.mark.parametrize("seed", range(5))
def test_a_scribble_is_not_followed(seed: int) -> None:
    suggestion = pulled(drawn(scribble(seed)))
    assert suggestion.deformation.belief < 0.4
    assert moved(suggestion, "face.shape") < 0.008
    assert moved(suggestion, "eyes.left") < 0.008


def test_a_shaky_hand_is_believed_if_it_keeps_to_the_lines() -> None:
    """Pairs that contradict each other, near lines and far from them."""
    jaw = drawn(outline("face.shape"))
    to_and_fro = np.where(np.arange(len(jaw)) % 2, 1, -1)[:, None] * [[0.6, 0.8]]

    def believed(off: float) -> float:
        matches = Matches(
            points=jaw.points, shift=(off * to_and_fro).astype(np.float32), weight=jaw.weight,
            part=np.zeros(len(jaw), np.int64), at=np.arange(len(jaw)), stroke=np.arange(len(jaw)),
        )  # fmt: skip
        return belief(jaw, matches, agreement(matches, 0.09))

    assert believed(0.029) == 1 and believed(0.06) < 0.1


def test_strokes_where_the_portrait_has_no_lines_are_ignored() -> None:
    strokes = drawn(np.array([[0.02, 0.05], [0.1, 0.06], [0.15, 0.05]]))
    lines = LineSamples.of(visible_lines(TABLE, PORTRAIT), TABLE)
    deformation, after = fit(lines, strokes)
    assert deformation.moves == deformation.bends == () and (after.points == lines.points).all()


def test_tracing_finds_the_middle_and_the_direction_of_lines() -> None:
    for angle in np.radians([0, 17, 45, 80, 120]):
        along = np.array([np.cos(angle), np.sin(angle)])
        strokes = drawn(0.5 + np.array([[-0.3], [0.3]]) * along)
        inner = np.abs((strokes.points - 0.5) @ along) < 0.25
        across = (strokes.points - 0.5) @ [-along[1], along[0]]
        assert inner.sum() > 30
        assert np.abs(across[inner]).max() < 0.4 / 256 * 2
        assert np.abs(strokes.tangents[inner] @ along).min() > 0.99


def test_a_filled_area_is_no_line() -> None:
    ink = np.zeros((256, 256), np.float32)
    ink[100:150, 100:150] = 1
    strokes = spread_out(ridges(ink))
    inside = (np.abs(strokes.points * 256 - 125) < 20).all(axis=1)
    assert not inside.any()


@pytest.mark.parametrize("side", [100, 256, 300, 512, 1000, 1024])
def test_a_thin_line_stays_strong_at_any_canvas_size(side: int) -> None:
    ends = (side * 0.2, side * 0.3, 1.0), (side * 0.8, side * 0.4, 1.0)
    ink = Recording(side, side, (Stroke(ends, 1),)).ink(1, side)
    prepared = sketch.prepare(ink, side, 256)
    assert prepared.shape == (256, 256) and prepared.max() == 1
    assert not sketch.is_empty(prepared)
    assert 0 < np.count_nonzero(prepared > 0.5) < 256 * 4


def test_a_dot_or_faint_grain_is_an_empty_sketch() -> None:
    assert sketch.is_empty(sketch.prepare(bytes(512 * 512), 512, 256))
    assert sketch.is_empty(sketch.prepare(bytes([5]) * 512 * 512, 512, 256))


def test_a_face_is_not_bent_into_none() -> None:
    face = np.array([(0.3, 0.4), (0.7, 0.4), (0.5, 0.6), (0.5, 0.8)], np.float32)
    turned = (face - 0.5) @ np.array([[0.9, 0.2], [-0.2, 0.9]], np.float32) + 0.52
    assert bearable(face, turned) == 1, "shift, scale and turn strain nothing"
    squashed = face * (1, 0.6)
    assert bearable(face, squashed.astype(np.float32)) < 0.4


def test_no_neighbour_is_overlooked() -> None:
    rng = np.random.default_rng(7)
    points, others = (rng.uniform(-0.3, 1.3, (n, 2)).astype(np.float32) for n in (300, 500))
    close = np.linalg.norm(points[:, None] - others, axis=2) < 0.06
    found, looked_at = np.zeros_like(close), 0
    for some, near in neighbourhoods(points, others, 0.06, 32):
        found[np.ix_(some, near)] = True
        looked_at += len(some) * len(near)
    assert found[close].all() and close.any()
    assert looked_at < 0.3 * close.size, "far less than all of them"
