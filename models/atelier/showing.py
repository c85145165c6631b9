"""Somebody on whom a parameter shows: for sweeps, to look at and to test."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.atelier.parameters import INDEX, PARAMETERS

#: Scores that show, from one end to the other.
REACH = 2.2
#: What some parameters need to show at all.
_SHOWS_ON: Mapping[tuple[str, ...], Mapping[str, float]] = {
    ("eye_chroma", "eye_shift"): {"eye_green_red": 1.5},
    ("cloth_chroma",): {"cloth_green_red": 1.5},
    ("accent_chroma",): {"accent_green_red": 1.5},
    ("collar_size", "tie", "neck_bow"): {"shirt": 1.6},
    ("lapel",): {"blazer": 1.8},
    ("hair_tip_turn",): {"hair_tip": 2.0},
    ("wink",): {"openness": 1.0},
    ("smiling_lids",): {"openness": -2.0},
    ("teeth", "mouth_round"): {"mouth_open": 1.8, "teeth": 1.0},
    ("blush_size", "blush_lines"): {"blush": 1.0},
    ("stubble",): {"masculine": 1.5, "age": 1.0},
    ("lip_tint",): {"masculine": -1.5},
    ("twin_height", "tail_length", "tail_swing", "tail_wave", "tail_curl", "tail_full",
     "one_sided"): {"twin_tails": 2.0},
    ("pony_height", "pony_side"): {"ponytail": 2.0},
    ("braid_coil",): {"braids": 2.0},
    ("ahoge_curl", "ahoge_length"): {"ahoge": 1.8},
    ("bun_size", "bun_height"): {"buns": 2.0},
    ("ear_height", "animal_width", "animal_lean"): {"animal_ears": 2.0},
    ("glasses_square", "glasses_half", "glasses_size"): {"glasses": 2.0},
    ("bow_place", "bow_size", "bow_droop", "bow_tails"): {"hair_ribbon": 2.0},
    ("pin_cross",): {"hairpin": 2.0},
    ("band_width",): {"head_band": 2.2},
    ("hat_kind", "hat_tilt"): {"hat": 2.2},
    ("flower_side", "flower_size"): {"flower": 2.2},
    ("earring_length",): {"earrings": 2.0},
}  # fmt: skip


def plain_person(name: str) -> NDArray[np.float32]:
    """[D] somebody average, with what the parameter ``name`` needs to show."""
    z = np.zeros(len(PARAMETERS), np.float32)
    needs = [wanted for names, wanted in _SHOWS_ON.items() if name in names]
    for other, score in (needs[0] if needs else {}).items():
        z[INDEX[other]] = score
    return z


def sweep(name: str, steps: int) -> NDArray[np.float32]:
    """[steps, D] that person with the parameter from its low to its high end."""
    people = np.tile(plain_person(name), (steps, 1))
    people[:, INDEX[name]] = np.linspace(-REACH, REACH, steps)
    return people
