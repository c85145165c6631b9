"""Draws people: normal scores with the correlations that people have."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.atelier.parameters import INDEX, PARAMETERS

#: (parameter, parameter, correlation); the rest is independent.
_CORRELATIONS = (
    ("masculine", "back_length", -0.55), ("masculine", "side_length", -0.45),
    ("masculine", "spikes", 0.50), ("masculine", "brow_weight", 0.35),
    ("masculine", "eye_height", -0.35), ("masculine", "twin_tails", -0.60),
    ("masculine", "ponytail", -0.40), ("masculine", "buns", -0.5),
    ("masculine", "hair_ribbon", -0.40), ("masculine", "hairpin", -0.35),
    ("masculine", "braids", -0.5), ("masculine", "flower", -0.5), ("masculine", "head_band", -0.5),
    ("masculine", "earrings", -0.3), ("ponytail", "back_length", -0.35),
    ("twin_tails", "back_length", -0.35), ("buns", "back_length", -0.25),
    ("braids", "back_length", -0.3),
    ("masculine", "sailor", -0.6), ("masculine", "hood", 0.30),
    ("masculine", "lash_weight", -0.35), ("masculine", "jaw", 0.30), ("masculine", "tie", 0.3),
    ("age", "eye_height", -0.30), ("age", "face_length", 0.30), ("age", "masculine", 0.10),
    ("brow_anger", "smile", -0.50), ("smile", "mouth_open", 0.30), ("smile", "smiling_lids", 0.60),
    ("smile", "openness", -0.15), ("smile", "blush", 0.35), ("smile", "lower_lid", 0.35),
    ("smile", "mouth_width", 0.30), ("smile", "brow_height", 0.20), ("smile", "wavy", -0.40),
    ("brow_anger", "lower_lid", 0.20), ("brow_anger", "brow_height", -0.40),
    ("brow_anger", "mouth_round", -0.35), ("brow_anger", "eye_tilt", 0.25),
    ("brow_anger", "lid_sharp", 0.20), ("brow_anger", "blush", -0.15),
    ("openness", "brow_height", 0.40), ("openness", "mouth_round", 0.30),
    ("openness", "mouth_open", 0.20), ("mouth_open", "teeth", 0.35),
    ("mouth_open", "brow_height", 0.25), ("mouth_width", "mouth_round", -0.35),
    ("smirk", "brow_skew", -0.45), ("cat_mouth", "smile", 0.25), ("fang", "cat_mouth", 0.25),
    ("fang", "eye_tilt", 0.25), ("blush_lines", "blush", 0.30), ("blush_nose", "blush", 0.30),
    ("pupil_slit", "elf", 0.20), ("iris_size", "eye_height", 0.15),
    ("masculine", "lid_round", -0.30), ("masculine", "lid_sharp", 0.30),
    ("masculine", "iris_size", -0.20), ("masculine", "nose_length", 0.25),
    ("masculine", "mouth_width", 0.20), ("masculine", "blush", -0.30),
    ("masculine", "chin_width", 0.20), ("masculine", "lash_spikes", -0.4),
    ("masculine", "highlight_dots", -0.3), ("masculine", "highlight_size", -0.25),
    ("age", "nose_length", 0.35), ("age", "nose_size", 0.20), ("age", "crease", 0.20),
    ("age", "blush", -0.30), ("age", "cheek", -0.25), ("age", "lip_tint", 0.25),
    ("age", "lid_round", -0.25), ("age", "stubble", 0.30), ("age", "freckles", -0.25),
    ("lash_weight", "lash_wing", 0.30), ("lash_wing", "eye_tilt", 0.20),
    ("back_length", "side_length", 0.40), ("back_wave", "side_wave", 0.65),
    ("bang_blunt", "side_blunt", 0.60), ("masculine", "bang_blunt", -0.35),
    ("bang_blunt", "bang_flow", -0.35),
    ("spikes", "back_ragged", 0.35), ("spikes", "back_spiky", 0.55),
    ("spikes", "bang_blunt", -0.35),
    ("bang_gap", "bang_blunt", -0.35), ("bang_gap", "bang_middle", -0.30),
    ("bang_blunt", "back_wave", -0.30), ("shine_spots", "shine_teeth", -0.40),
    ("eye_height", "eye_width", 0.40),
)  # fmt: skip
#: Thresholds at which something appears; scores keep this far away from them, so that nobody
#: has half a ponytail.
_KINDS = {
    "twin_tails": 1.1,
    "ponytail": 1.1,
    "buns": 1.3,
    "ahoge": 1.0,
    "sailor": 0.7,
    "shirt": 0.0,
    "hood": 0.8,
    "tie": 0.35,
    "glasses": 1.28,
    "animal_ears": 1.4,
    "hair_ribbon": 1.5,
    "hairpin": 1.5,
    "elf": 1.35,
    "bang_blunt": 0.9,
    "side_blunt": 0.9,
    "blush_lines": 1.1,
    "blush_nose": 1.2,
    "freckles": 1.4,
    "stubble": 1.0,
    "fang": 1.5,
    "lip_tint": 1.0,
    "pupil_slit": 1.5,
    "braids": 1.3,
    "head_band": 1.75,
    "headphones": 1.9,
    "hat": 1.75,
    "flower": 1.75,
    "earrings": 1.4,
    "pony_side": 0.0,
    "ahoge_curl": 0.0,
    "flower_side": 0.0,
    "hat_kind": 0.0,
    "braid_coil": 0.0,
    "one_sided": 1.15,
    "glasses_half": 1.1,
}  # fmt: skip
#: What nobody has at once: at most one of each group.
_RIVALS = (
    ("twin_tails", "ponytail", "buns", "braids"),
    ("animal_ears", "elf"),
    ("animal_ears", "buns"),
    ("hair_ribbon", "hairpin", "head_band", "headphones", "hat", "flower"),
    ("animal_ears", "headphones", "hat", "head_band"),
    ("hat", "headphones", "buns"),
    ("hat", "headphones", "head_band", "ahoge"),
    ("hat", "ponytail"),
)
_CLEAR = 0.22
#: Scores that make a crowd look awkward at their full spread.
_CALM = {"roll": 0.8, "wink": 0.85, "pitch": 0.8}


def draw_people(rng: np.random.Generator, count: int) -> NDArray[np.float32]:
    """Normal scores [count, D] of random people."""
    raw = rng.standard_normal((count, len(PARAMETERS)))
    z = raw @ np.linalg.cholesky(_correlation()).T
    for name, share in _CALM.items():
        z[:, INDEX[name]] *= share
    people = z[:, INDEX["masculine"]]
    z[:, INDEX["masculine"]] = 0.45 * people + 0.75 * np.tanh(2.5 * (people - 0.1))
    for name, threshold in _KINDS.items():
        column = z[:, INDEX[name]]
        gap = column - threshold
        z[:, INDEX[name]] = np.where(
            np.abs(gap) < _CLEAR, threshold + np.sign(gap) * _CLEAR, column
        )
    for names in _RIVALS:
        _one_of(z, names)
    for name in ("hat", "headphones"):  # flat hair beneath
        worn = z[:, INDEX[name]] > _KINDS[name]
        z[worn, INDEX["spikes"]] = -0.2 - np.abs(z[worn, INDEX["spikes"]])
    return z.astype(np.float32)


def _correlation() -> NDArray[np.float64]:
    matrix = np.eye(len(PARAMETERS))
    for a, b, r in _CORRELATIONS:
        matrix[INDEX[a], INDEX[b]] = matrix[INDEX[b], INDEX[a]] = r
    values, vectors = np.linalg.eigh(matrix)
    matrix = vectors @ np.diag(np.maximum(values, 1e-3)) @ vectors.T
    scale = np.sqrt(np.diag(matrix))
    return matrix / np.outer(scale, scale)


def _one_of(z: NDArray[np.float64], names: tuple[str, ...]) -> None:
    """At most one of these at once: all but the one furthest out are mirrored away."""
    columns = [INDEX[n] for n in names]
    over = np.stack([z[:, c] - _KINDS[n] for c, n in zip(columns, names, strict=True)])
    best = over.argmax(axis=0)
    for k, (c, n) in enumerate(zip(columns, names, strict=True)):
        lose = (over[k] > 0) & (best != k)
        z[lose, c] = _KINDS[n] - over[k, lose] - _CLEAR
