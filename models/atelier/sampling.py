"""Draws people: normal scores with the correlations that people have."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.atelier.clothes.kinds import THRESHOLDS
from models.atelier.harmony import draw_colours
from models.atelier.parameters import INDEX, PARAMETERS
from models.atelier.people import CALM, CORRELATIONS, KINDS, RIVALS

#: How far scores keep away from a threshold.
_CLEAR = 0.22
#: The age from which hair may grey.
_GREYING = 1.35


def draw_people(rng: np.random.Generator, count: int) -> NDArray[np.float32]:
    """Normal scores [count, D] of random people."""
    raw = rng.standard_normal((count, len(PARAMETERS)))
    z = raw @ np.linalg.cholesky(_correlation()).T
    for name, share in CALM.items():
        z[:, INDEX[name]] *= share
    # Half girls or women, a third boys or men, the others in between.
    people = z[:, INDEX["masculine"]]
    z[:, INDEX["masculine"]] = 0.45 * people + 0.75 * np.tanh(2.5 * (people - 0.2))
    for name, scores in draw_colours(rng, count).items():
        z[:, INDEX[name]] = scores
    for names in RIVALS:
        _one_of(z, {name: KINDS[name] for name in names})
    _one_of(z, THRESHOLDS)
    for name in ("hat", "headphones"):  # flat hair beneath
        worn = z[:, INDEX[name]] > KINDS[name]
        z[worn, INDEX["spikes"]] = -0.2 - np.abs(z[worn, INDEX["spikes"]])
    _grey(z)
    for name, threshold in KINDS.items():
        column = z[:, INDEX[name]]
        gap = column - threshold
        z[:, INDEX[name]] = np.where(
            np.abs(gap) < _CLEAR, threshold + np.sign(gap) * _CLEAR, column
        )
    return z.astype(np.float32)


def _grey(z: NDArray[np.float64]) -> None:
    """Old people's hair is grey or white, mostly."""
    old = (z[:, INDEX["age"]] > _GREYING) & (z[:, INDEX["hair_tip_turn"]] > -1.5)
    for name, score in (("hair_fantasy", -1.0), ("hair_green_red", -1.8), ("hair_tip", -1.0)):
        z[old, INDEX[name]] = score + 0.1 * z[old, INDEX["hair_chroma"]]
    z[old, INDEX["hair_light"]] = 1.9 - 0.5 * np.abs(z[old, INDEX["hair_tip_turn"]])


def _correlation() -> NDArray[np.float64]:
    matrix = np.eye(len(PARAMETERS))
    for a, b, r in CORRELATIONS:
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
