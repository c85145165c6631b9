"""The atelier's promises: smooth, separable by part, in the frame, quick to read back."""

import numpy as np
import pytest

from models.atelier.layers import TABLE
from models.atelier.parameters import INDEX, PARAMETERS
from models.atelier.portraits import portrait
from models.atelier.sampling import draw_people
from models.atelier.scores import RoleError, Scores
from models.atelier.showing import REACH, plain_person
from models.portrait.portrait import Portrait


def _person(seed: int = 5) -> np.ndarray:
    return draw_people(np.random.default_rng(seed), 1)[0]


@pytest.mark.parametrize("name", [p.name for p in PARAMETERS])
def test_a_parameter_shows_and_never_jumps(name: str) -> None:
    z = plain_person(name)

    def look(score: float) -> Portrait:
        z[INDEX[name]] = score
        return portrait(z)

    def moved(a: Portrait, b: Portrait) -> float:
        return float(max(np.abs(a.points - b.points).max(), np.abs(a.paints - b.paints).max()))

    def seen(a: Portrait, b: Portrait) -> float:
        """How far what is drawn in either of them differs."""
        drawn = np.maximum(a.presence, b.presence) > 0.5
        points = np.abs(a.points - b.points)[drawn[TABLE.slot_of_point]].max()
        appeared = ((a.presence > 0.5) != (b.presence > 0.5)).max()
        return float(max(points, np.abs(a.paints - b.paints).max(), appeared,
                         0.1 * np.abs(a.width - b.width).max()))  # fmt: skip

    scores = np.linspace(-REACH, REACH, 8)
    looks = [look(score) for score in scores]
    assert max(seen(a, b) for a in looks for b in looks) > 0.002, "no visible effect"

    # Where it moves fastest, an eighth of the step must move it much less than the whole step.
    k = max(range(7), key=lambda i: moved(looks[i], looks[i + 1]))
    low, high, a, b = scores[k], scores[k + 1], looks[k], looks[k + 1]
    whole = moved(a, b)
    for _ in range(3):
        middle = look((low + high) / 2)
        if moved(a, middle) > moved(middle, b):
            high, b = (low + high) / 2, middle
        else:
            low, a = (low + high) / 2, middle
    assert moved(a, b) < 0.6 * whole + 0.002


@pytest.mark.parametrize("part", TABLE.parts)
def test_a_parts_parameters_leave_the_other_parts_alone(part: str) -> None:
    before = portrait(z := _person())
    for parameter in PARAMETERS:
        if parameter.role.startswith(f"{part}."):
            z[INDEX[parameter.name]] += 0.9
    after = portrait(z)
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
    crowd = [portrait(z) for z in people]
    face = TABLE.slots[TABLE.slot_index["face"]].span
    chins = np.array([p.points[face][:, 1].max() for p in crowd])
    assert ((chins > 0.58) & (chins < 0.86)).all()
    hair = np.array([p.paints[TABLE.paint_index["hair"]] for p in crowd])
    gaps = np.linalg.norm(hair[:, None] - hair[None], axis=-1) + np.eye(len(crowd)) * 9
    assert gaps.min() > 0.002, "two people have the very same hair"
    shapes = np.stack([p.points.ravel() for p in crowd])
    assert np.abs(shapes - shapes.mean(0)).mean() > 0.01
    assert 0.25 < np.mean(people[:, INDEX["masculine"]] > 0.2) < 0.65
