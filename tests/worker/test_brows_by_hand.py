"""Brows are followed by brows, however near the eyes they were drawn, and by nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from models.portrait.lines import visible_lines
from tests.worker.by_hand import by_hand, first, prepared
from worker.conditioning.brow_strokes import brow_strokes
from worker.fit import LineSamples
from worker.packs.pack import Pack
from worker.reading.ink_trace import Strokes, ridges
from worker.serving.engine import Engine


def ridge_of(name: str, pack: Pack) -> Strokes:
    return ridges(prepared(by_hand(name), pack))


@pytest.mark.parametrize(
    "name", ["boy_spiky", "closed_eyes", "bow_open_mouth", "symbols", "braids"]
)
def test_a_pair_of_lines_above_the_eyes_is_a_pair_of_brows(
    engine: Engine, pack: Pack, name: str
) -> None:
    portrait = first(engine, by_hand(name))
    brows = brow_strokes(pack.table, portrait, ridge_of(name, pack))
    assert brows is not None
    lines = LineSamples.of(visible_lines(pack.table, portrait), pack.table)
    own = lines.points[lines.brows]
    gap = np.hypot(*(brows.points[:, None] - own).transpose(2, 0, 1)).min(axis=1)
    assert np.quantile(gap, 0.8) < 0.018, f"{np.quantile(gap, 0.8):.4f}"


def test_worried_brows_rise_inwards(engine: Engine, pack: Pack) -> None:
    portrait = first(engine, by_hand("worried"))
    for slot, inner in zip(pack.table.slots_of["brow"], (1, -1), strict=True):
        ends = portrait.points[pack.table.slots[slot].span]
        ends = ends[np.argsort(ends[:, 0] * inner)]
        assert ends[-1, 1] - ends[0, 1] < -0.15 * float(np.ptp(ends[:, 0]))


@pytest.mark.parametrize("name", ["hime", "one_eye", "only_hair", "headphones", "twin_tails"])
def test_lids_and_bangs_are_no_brows(engine: Engine, pack: Pack, name: str) -> None:
    portrait = first(engine, by_hand(name))
    assert brow_strokes(pack.table, portrait, ridge_of(name, pack)) is None
