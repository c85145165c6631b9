"""The atelier's promises: smooth, separable by part, in the frame, quick to read back."""

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from models.atelier.layers import TABLE
from models.atelier.parameters import INDEX, PARAMETERS
from models.atelier.parameters.thresholds import APPEARS, GARMENTS
from models.atelier.people.sampling import draw_people
from models.atelier.portraits import portraits
from models.atelier.scores import RoleError, Scores
from models.atelier.showing import plain_person, sweep
from models.portrait.crowd import Crowd
from models.portrait.portrait import PRESENT


def _person(seed: int = 5) -> np.ndarray:
    return draw_people(np.random.default_rng(seed), 1)[0]


_NAMES = [p.name for p in PARAMETERS]
_STEPS = 8


@dataclass(frozen=True)
class Swept:
    """How far a portrait moves over a parameter's whole range: ``seen`` in what is drawn of it;
    ``step`` at most between two of eight scores, and ``eighth`` where it is fastest in there."""

    seen: float
    step: float
    eighth: float


@pytest.fixture(scope="module")
def swept() -> dict[str, Swept]:
    """All parameters at once, since a crowd takes little longer than one."""
    shape = (len(_NAMES), _STEPS)
    people = np.stack([sweep(name, _STEPS) for name in _NAMES])
    looks = portraits(people.reshape(-1, people.shape[-1]))
    first = _STEPS * np.arange(len(_NAMES))
    seen = np.max([_seen(looks, first + i, first + j) for i in range(_STEPS) for j in range(i)], 0)
    steps = np.stack([_moved(looks, first + i, looks, first + i + 1) for i in range(_STEPS - 1)])
    fastest = steps.argmax(axis=0)
    rows = np.arange(len(_NAMES))
    low, high = people[rows, fastest], people[rows, fastest + 1]
    eighth = steps.max(axis=0)
    for _ in range(3):
        # Go on in whichever half moves more.
        middle = (low + high) / 2
        three = portraits(np.concatenate([low, middle, high]))
        halves = [
            _moved(three, rows + k * shape[0], three, rows + (k + 1) * shape[0]) for k in (0, 1)
        ]
        lower = (halves[0] > halves[1])[:, None]
        low, high = np.where(lower, low, middle), np.where(lower, middle, high)
        eighth = np.maximum(*halves)
    figures = zip(seen.tolist(), steps.max(axis=0).tolist(), eighth.tolist(), strict=True)
    return {name: Swept(*each) for name, each in zip(_NAMES, figures, strict=True)}


def _moved(a: Crowd, i: np.ndarray, b: Crowd, j: np.ndarray) -> np.ndarray:
    """[n] how far any point or paint differs between portraits i of a and j of b."""
    points = np.abs(a.points[i] - b.points[j]).max(axis=(1, 2))
    return np.maximum(points, np.abs(a.paints[i] - b.paints[j]).max(axis=(1, 2)))


def _seen(looks: Crowd, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """[n] how far what is drawn in either of two portraits differs."""
    drawn = np.maximum(looks.presence[i], looks.presence[j]) > PRESENT
    points = np.abs(looks.points[i] - looks.points[j]).max(axis=-1)
    paints = np.abs(looks.paints[i] - looks.paints[j]).max(axis=(1, 2))
    appeared = ((looks.presence[i] > PRESENT) != (looks.presence[j] > PRESENT)).max(axis=1)
    pens = 0.1 * np.abs(looks.width[i] - looks.width[j]).max(axis=1)
    shapes = (points * drawn[:, TABLE.slot_of_point]).max(axis=1)
    return np.max([shapes, paints, appeared, pens], axis=0)


@pytest.mark.parametrize("name", _NAMES)
def test_a_parameter_shows_and_never_jumps(name: str, swept: dict[str, Swept]) -> None:
    found = swept[name]
    assert found.seen > 0.002, "no visible effect"
    # Where it moves fastest, an eighth of the step must move it much less than the whole step.
    assert found.eighth < 0.6 * found.step + 0.002


_THRESHOLDS = {**APPEARS, **GARMENTS}


@pytest.fixture(scope="module")
def at_thresholds() -> NDArray[np.bool_]:
    """[threshold, 2, S] which shapes show just below and just above each."""
    people = np.repeat([plain_person(name) for name in _THRESHOLDS], 2, axis=0)
    for k, (name, at) in enumerate(_THRESHOLDS.items()):
        people[2 * k : 2 * k + 2, INDEX[name]] = at - 0.05, at + 0.05
    shown: NDArray[np.bool_] = portraits(people).presence > PRESENT
    return shown.reshape(len(_THRESHOLDS), 2, -1)


@pytest.mark.parametrize("name", _THRESHOLDS)
def test_something_appears_where_its_threshold_and_its_doc_say(
    name: str, at_thresholds: NDArray[np.bool_]
) -> None:
    below, above = at_thresholds[list(_THRESHOLDS).index(name)]
    assert (below != above).any()
    assert f"{_THRESHOLDS[name]}" in PARAMETERS[INDEX[name]].doc


def test_no_two_parameters_share_a_name() -> None:
    assert len(INDEX) == len(PARAMETERS)


@pytest.fixture(scope="module")
def by_part() -> Crowd:
    """Somebody, then the same with all parameters of one part changed, part by part."""
    people = np.tile(_person(), (1 + len(TABLE.parts), 1))
    for k, part in enumerate(TABLE.parts):
        for parameter in PARAMETERS:
            if parameter.role.startswith(f"{part}."):
                people[k + 1, INDEX[parameter.name]] += 0.9
    return portraits(people)


@pytest.mark.parametrize("part", TABLE.parts)
def test_a_parts_parameters_leave_the_other_parts_alone(part: str, by_part: Crowd) -> None:
    before, after = by_part[0], by_part[1 + TABLE.parts.index(part)]
    elsewhere = TABLE.part_of_slot != TABLE.parts.index(part)
    points = elsewhere[TABLE.slot_of_point]
    assert np.array_equal(before.points[points], after.points[points])
    assert np.array_equal(before.presence[elsewhere], after.presence[elsewhere])
    assert np.array_equal(before.paints, after.paints)
    assert not np.array_equal(before.points[~points], after.points[~points])


def test_a_builder_cannot_read_another_part() -> None:
    scores = Scores(_person()[None], "layout", "eyes.shape")
    scores.score("yaw")
    with pytest.raises(RoleError, match="smile"):
        scores.score("smile")


def test_a_crowd_is_varied_and_keeps_to_the_frame() -> None:
    people = draw_people(np.random.default_rng(1), 40)
    crowd = portraits(people)
    face = TABLE.slots[TABLE.slot_index["face"]].span
    chins = np.array([p.points[face][:, 1].max() for p in crowd])
    assert ((chins > 0.58) & (chins < 0.86)).all()
    hair = np.array([p.paints[TABLE.paint_index["hair"]] for p in crowd])
    gaps = np.linalg.norm(hair[:, None] - hair[None], axis=-1) + np.eye(len(crowd)) * 9
    assert gaps.min() > 0.002, "two people have the very same hair"
    shapes = np.stack([p.points.ravel() for p in crowd])
    assert np.abs(shapes - shapes.mean(0)).mean() > 0.01
    assert 0.25 < np.mean(people[:, INDEX["masculine"]] > 0.2) < 0.65
