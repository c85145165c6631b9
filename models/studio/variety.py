"""How different the people of a crowd look, each from the one most like them.

Measured on what is seen, not on control points, so that rounds with other shapes compare: which
layer lies on top where (in the whole frame, and closer up about the face), and which colour.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.atelier.layers import TABLE
from models.atelier.palette.oklab import oklab
from models.portrait.crowd import Crowd
from models.portrait.portrait import Portrait
from models.portrait.topmost import topmost_shapes
from models.studio.crowd import pictures_of

Floats = NDArray[np.float32]
#: Side of the map of layers; of the map and the picture that are compared.
_FINE, _SIDE = 144, 48
#: About the face: rows and columns of the fine map, a third of it each way.
_FACE = slice(45, 45 + _SIDE + 24), slice(36, 36 + _SIDE + 24)


@dataclass(frozen=True, eq=False)
class Variety:
    """Distances of N people from each other.

    Attributes:
        geometry: [N, N] share of the map in which another layer lies on top.
        colour: [N, N] root mean square distance of the pictures in OKLab.
    """

    geometry: Floats
    colour: Floats

    @property
    def distance(self) -> Floats:
        """[N, N] both together, infinite from oneself."""
        both = self.geometry + self.colour
        return np.where(np.eye(len(both), dtype=np.bool_), np.float32(np.inf), both)

    @property
    def mean_nearest(self) -> float:
        """Mean distance from each to the one most like them."""
        return float(self.distance.min(axis=1).mean())

    @property
    def closest(self) -> tuple[int, int]:
        """The two who look most alike."""
        a, b = np.unravel_index(self.distance.argmin(), self.distance.shape)
        return int(a), int(b)


def variety(crowd: Crowd) -> Variety:
    """Compare everybody with everybody; a second or two for 500."""
    layers = np.stack([_layers(portrait) for portrait in crowd])
    agree = np.zeros((len(crowd), len(crowd)), np.float32)
    for layer in np.unique(layers):
        here = (layers == layer).astype(np.float32)
        agree += here @ here.T
    colours = oklab(pictures_of(crowd, _SIDE) / 255).reshape(len(crowd), -1)
    square = (colours**2).sum(1)
    gaps = square[:, None] + square - 2 * colours @ colours.T
    return Variety(
        1 - agree / layers.shape[1], np.sqrt(np.maximum(gaps, 0) / _SIDE**2).astype(np.float32)
    )


def _layers(portrait: Portrait) -> NDArray[np.int16]:
    """[2 * _SIDE * _SIDE] number of the layer on top: whole frame, then face."""
    position = {layer.name: k for k, layer in enumerate(TABLE.layers)}
    of_slot = np.array([-1, *(position[slot.layer] for slot in TABLE.slots)], np.int16)
    fine = of_slot[topmost_shapes(TABLE, portrait, _FINE, clipped=True)]
    step = _FINE // _SIDE
    near = fine[_FACE]
    pick = np.arange(_SIDE) * len(near) // _SIDE
    return np.concatenate([fine[::step, ::step].ravel(), near[pick[:, None], pick].ravel()])
