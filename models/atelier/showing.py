"""Somebody on whom a parameter shows: for sweeps, to look at and to test."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.atelier.parameters import INDEX, PARAMETERS

#: Scores that show, from one end to the other.
REACH = 2.2
#: Everybody in the sweeps; shirt, sailor collar and hood hide each other.
_BASE = {"shirt": -1.0, "sailor": -1.0}
#: What some parameters need to show at all.
_SHOWS_ON = {
    ("collar_size", "tie"): {"shirt": 1.0},
    ("wink",): {"openness": 1.0},
    ("smiling_lids",): {"openness": -2.0},
    ("teeth", "mouth_round"): {"mouth_open": 1.8, "teeth": 1.0},
    ("twin_height", "tail_length", "tail_swing", "tail_wave"): {"twin_tails": 2.0},
    ("ahoge_curl",): {"ahoge": 1.5},
    ("bun_size",): {"buns": 2.0},
    ("ear_height", "extra_tilt"): {"animal_ears": 2.0},
}


def plain_person(name: str) -> NDArray[np.float32]:
    """[D] somebody average, with what the parameter ``name`` needs to show."""
    z = np.zeros(len(PARAMETERS), np.float32)
    needs = [wanted for names, wanted in _SHOWS_ON.items() if name in names]
    for other, score in {**_BASE, **(needs[0] if needs else {})}.items():
        z[INDEX[other]] = score
    return z


def sweep(name: str, steps: int) -> NDArray[np.float32]:
    """[steps, D] that person with the parameter from its low to its high end."""
    people = np.tile(plain_person(name), (steps, 1))
    people[:, INDEX[name]] = np.linspace(-REACH, REACH, steps)
    return people
