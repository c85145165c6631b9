"""What a teacher's pictures go through: seeded, in range, and all of it happens."""

from __future__ import annotations

import numpy as np
import pytest

from models.portrait.draw import draw
from models.training import disturbance as module
from models.training.cutouts import cutouts, paper
from models.training.disturbance import GROUNDS, MARKS, MOVED, Disturbance, disturbed, over
from models.training.source import PortraitSource


@pytest.fixture(scope="module")
def drawn(source: PortraitSource) -> tuple[np.ndarray, np.ndarray]:
    """Cutouts [2, side, side, 4] and paper [3] of one portrait."""
    sitter = source.portraits(source.people(np.random.default_rng(0), 1))[0]
    pair = cutouts(source.table, sitter, 48, np.random.default_rng(0))
    return pair, paper(source.table, sitter)


def test_a_cutout_before_its_paper_is_the_portrait(
    drawn: tuple[np.ndarray, np.ndarray], source: PortraitSource
) -> None:
    sitter = source.portraits(source.people(np.random.default_rng(0), 1))[0]
    pair, ground = drawn
    seen = over(pair[0].astype(np.float32) / 255, (ground / 255).astype(np.float32)) * 255
    assert np.abs(seen - draw(source.table, sitter, 48)[..., :3]).max() <= 4
    assert np.abs(pair[0].astype(int) - pair[1]).max() > 20, "another style looks different"


@pytest.mark.parametrize("disturbance", [MOVED, *GROUNDS, *MARKS], ids=lambda d: d.name)
def test_each_disturbance_changes_the_picture(
    drawn: tuple[np.ndarray, np.ndarray], disturbance: Disturbance
) -> None:
    cutout = drawn[0][0].astype(np.float32) / 255
    white = np.ones(3, np.float32)
    before = over(cutout, white)

    def applied(seed: int) -> np.ndarray:
        rng = np.random.default_rng(seed)
        if disturbance is MOVED:
            return over(disturbance.apply(cutout, rng), white)
        if disturbance in GROUNDS:
            return over(cutout, disturbance.apply(cutout, rng))
        return disturbance.apply(before, rng)

    changes = [float(np.abs(applied(seed) - before).mean()) for seed in range(12)]
    assert sorted(changes)[6] > 0.001, "half of all seeds must tell"
    assert np.array_equal(applied(3), applied(3))


def test_every_disturbance_befalls_its_share_of_pictures(
    drawn: tuple[np.ndarray, np.ndarray], monkeypatch: pytest.MonkeyPatch
) -> None:
    met: dict[str, int] = {}

    def counted(found: Disturbance) -> Disturbance:
        def apply(values: np.ndarray, rng: np.random.Generator) -> np.ndarray:
            met[found.name] = met.get(found.name, 0) + 1
            return found.apply(values, rng)

        return Disturbance(found.name, found.chance, apply)

    monkeypatch.setattr(module, "MOVED", counted(MOVED))
    monkeypatch.setattr(module, "GROUNDS", tuple(map(counted, GROUNDS)))
    monkeypatch.setattr(module, "MARKS", tuple(map(counted, MARKS)))
    pair, ground = drawn
    count = 400
    for seed in range(count):
        seen = disturbed(pair[0], ground, np.random.default_rng(seed))
        assert seen.shape == (48, 48, 3) and seen.min() >= 0 and seen.max() <= 1
        assert seen.dtype == np.float32
    for found in (MOVED, *GROUNDS, *MARKS):
        assert met[found.name] / count == pytest.approx(found.chance, abs=0.08)
    again = disturbed(pair[0], ground, np.random.default_rng(count - 1))
    assert np.array_equal(seen, again)
