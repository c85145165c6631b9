"""Draws people: normal scores with the correlations that people have."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.atelier.clothes.kinds import THRESHOLDS
from models.atelier.harmony import draw_colours
from models.atelier.parameters import INDEX, PARAMETERS

#: (parameter, parameter, correlation); the rest is independent.
_CORRELATIONS = (
    # girls and boys, women and men
    ("masculine", "back_length", -0.55),
    ("masculine", "side_length", -0.45),
    ("masculine", "spikes", 0.50),
    ("masculine", "brow_weight", 0.35),
    ("masculine", "eye_height", -0.35),
    ("masculine", "twin_tails", -0.60),
    ("masculine", "ponytail", -0.40),
    ("masculine", "buns", -0.50),
    ("masculine", "hair_ribbon", -0.40),
    ("masculine", "hairpin", -0.35),
    ("masculine", "lash_weight", -0.35),
    ("masculine", "jaw", 0.30),
    ("masculine", "bang_blunt", -0.35),
    # what they wear
    ("masculine", "sailor", -0.60),
    ("masculine", "straps", -0.70),
    ("masculine", "frill", -0.60),
    ("masculine", "armour", 0.30),
    ("masculine", "hood", 0.25),
    ("masculine", "tie", 0.45),
    ("masculine", "shoulder_width", 0.30),
    ("masculine", "neck_width", 0.30),
    ("masculine", "trapezius", 0.40),
    ("age", "straps", 0.45),
    ("age", "lapel", 0.35),
    ("age", "armour", 0.25),
    # age
    ("age", "eye_height", -0.30),
    ("age", "face_length", 0.30),
    ("age", "masculine", 0.10),
    # moods
    ("brow_anger", "smile", -0.40),
    ("smile", "mouth_open", 0.25),
    ("smile", "smiling_lids", 0.50),
    # hair of one style
    ("back_length", "side_length", 0.40),
    ("back_wave", "side_wave", 0.50),
    ("bang_blunt", "side_blunt", 0.60),
    ("bang_blunt", "bang_flow", -0.35),
    ("spikes", "back_ragged", 0.35),
    # proportions and pose
    ("eye_height", "eye_width", 0.40),
    ("yaw", "shoulder_turn", 0.35),
)
#: Thresholds at which something appears; scores keep this far away from them, so that nobody
#: has half a ponytail.
_KINDS: Mapping[str, float] = {
    "twin_tails": 1.1,
    "ponytail": 1.1,
    "buns": 1.3,
    "ahoge": 0.3,
    "glasses": 1.2,
    "animal_ears": 1.4,
    "elf": 1.35,
    "hair_ribbon": 1.0,
    "hairpin": 1.0,
    "bang_blunt": 0.9,
    "side_blunt": 0.9,
    "tie": 0.35,
    "frill": 0.85,
    "hair_tip": 1.3,
}
#: Of these at most one at once.
_RIVALS = (
    ("twin_tails", "ponytail", "buns"),
    ("animal_ears", "elf"),
)
_CLEAR = 0.22
#: Scores that make a crowd look awkward at their full spread.
_CALM: Mapping[str, float] = {
    "roll": 0.8,
    "wink": 0.85,
    "pitch": 0.8,
}


def draw_people(rng: np.random.Generator, count: int) -> NDArray[np.float32]:
    """Normal scores [count, D] of random people."""
    raw = rng.standard_normal((count, len(PARAMETERS)))
    z = raw @ np.linalg.cholesky(_correlation()).T
    for name, share in _CALM.items():
        z[:, INDEX[name]] *= share
    # Half girls or women, a third boys or men, the others in between.
    people = z[:, INDEX["masculine"]]
    z[:, INDEX["masculine"]] = 0.45 * people + 0.75 * np.tanh(2.5 * (people - 0.2))
    for name, scores in draw_colours(rng, count).items():
        z[:, INDEX[name]] = scores
    for names in _RIVALS:
        _one_of(z, {name: _KINDS[name] for name in names})
    _one_of(z, THRESHOLDS)
    for name, threshold in _KINDS.items():
        column = z[:, INDEX[name]]
        gap = column - threshold
        z[:, INDEX[name]] = np.where(
            np.abs(gap) < _CLEAR, threshold + np.sign(gap) * _CLEAR, column
        )
    return z.astype(np.float32)


def _correlation() -> NDArray[np.float64]:
    matrix = np.eye(len(PARAMETERS))
    for a, b, r in _CORRELATIONS:
        matrix[INDEX[a], INDEX[b]] = matrix[INDEX[b], INDEX[a]] = r
    values, vectors = np.linalg.eigh(matrix)
    matrix = vectors @ np.diag(np.maximum(values, 1e-3)) @ vectors.T
    scale = np.sqrt(np.diag(matrix))
    return matrix / np.outer(scale, scale)


def _one_of(z: NDArray[np.float64], thresholds: Mapping[str, float]) -> None:
    """At most one of these is beyond its threshold: the others are mirrored away, and the one
    that is stands clear of them."""
    columns = [INDEX[name] for name in thresholds]
    at = np.array(list(thresholds.values()))
    over = z[:, columns] - at
    best = over.argmax(axis=1)[:, None] == np.arange(len(at))
    over = np.where(~best & (over > 0), -over, over)
    over = np.where(np.abs(over) < _CLEAR, np.sign(over) * _CLEAR, over)
    z[:, columns] = over + at
