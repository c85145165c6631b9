"""``aniface atelier`` as its users run it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from models.atelier.layers import TABLE
from models.atelier.parameters import INDEX
from models.atelier.portraits import portrait, portraits
from models.portrait.draw import draw
from models.studio.crowd import crowd
from models.studio.variety import variety
from worker.cli import main


def test_a_crowd_is_the_same_again_and_can_be_drawn_from_its_parameters(tmp_path: Path) -> None:
    for name in ("a", "b"):
        arguments = ["--count", "3", "--seed", "7", "--size", "96", "--out", str(tmp_path / name)]
        assert main(["atelier", *arguments]) == 0
    for name in ("0001.png", "0003.png", "contact-sheet.png", "parameters.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    people = json.loads((tmp_path / "a" / "parameters.json").read_text())["people"]
    scores = people[2]["parameters"]
    again = draw(TABLE, portrait(np.array([scores[name] for name in INDEX], np.float32)), 96)
    picture = np.asarray(Image.open(tmp_path / "a" / people[2]["file"])).astype(int)
    # A crowd and one alone are rounded differently, which an edge's pixels may show.
    assert np.abs(picture - again[..., :3]).mean() < 0.05
    assert len({(tmp_path / "a" / person["file"]).read_bytes() for person in people}) == 3


def test_a_sweep_goes_from_one_end_to_the_other(tmp_path: Path) -> None:
    assert main(["atelier", "--sweep", "yaw", "--size", "64", "--out", str(tmp_path)]) == 0
    strip = np.asarray(Image.open(tmp_path / "sweep-yaw.png")).astype(int)
    steps = [strip[-86:-22, 4 + 68 * k : 68 * (k + 1)] for k in range(7)]
    near = [np.abs(a - b).mean() for a, b in zip(steps, steps[1:], strict=False)]
    assert min(near) > 0.5, "every step shows"
    assert np.abs(steps[0] - steps[-1]).mean() > max(near)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--sweep", "nonsense", "--out", "x"], "nonsense"),
        (["--look", "nonsense", "--out", "x"], "nonsense"),
        (["--count", "2"], "--out"),
    ],
)
def test_what_cannot_be_done_is_explained(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["atelier", *arguments]) == 1
    assert says in capsys.readouterr().err


def test_variety_finds_the_two_who_look_alike() -> None:
    people = crowd(12, seed=2)
    people[7] = people[3]
    people[7, INDEX["smile"]] += 0.2
    found = variety(portraits(people))
    assert set(found.closest) == {3, 7}
    assert found.distance[3, 7] < 0.5 * found.mean_nearest
    assert np.allclose(found.geometry, found.geometry.T)
