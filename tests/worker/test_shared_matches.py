"""A stroke between two lines: what it says of each changes as smoothly as it moves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.worker import tiny_pack
from worker.conditioning.shared_matches import shared_matches
from worker.fit import LineSamples
from worker.reading.ink_trace import Strokes

_LINES = 0.4, 0.44


def _weights(x: float) -> np.ndarray:
    """Weight of an upright stroke at ``x`` on each of two upright lines."""
    y = np.linspace(0.3, 0.6, 31, dtype=np.float32)
    up = np.tile(np.array([[0, 1]], np.float32), (31, 1))
    points = np.concatenate([np.column_stack([np.full(31, at), y]) for at in _LINES])
    owner = np.repeat([0, 1], 31)
    lines = LineSamples.numbered(points.astype(np.float32), owner, owner, tiny_pack.TABLE)
    lines = replace(lines, feature=np.zeros_like(lines.feature))
    stroke = Strokes(np.column_stack([np.full(31, x), y]).astype(np.float32), up, np.ones(31))
    found = shared_matches(stroke, lines, 0.05)
    return np.bincount(found.part, weights=found.weight, minlength=2) / 31


def test_a_stroke_between_two_lines_says_something_of_both() -> None:
    weights = np.array([_weights(x) for x in np.linspace(0.40, 0.44, 81)])
    assert weights[0, 0] > 0.9 and weights[-1, 1] > 0.9
    assert abs(weights[40, 0] - weights[40, 1]) < 0.05
    assert np.abs(np.diff(weights, axis=0)).max() < 0.15, (
        "0.05 % of the frame is no jump"
    )


def test_what_a_stroke_says_fades_toward_the_edge_of_the_search() -> None:
    far = np.array([_weights(x)[0] for x in np.linspace(0.345, 0.40, 111)])
    assert far[0] == 0 and far[-1] > 0.9
    assert np.diff(far).max() < 0.15
