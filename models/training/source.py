"""Where training portraits come from: a layer table, people, and how to draw a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait


@dataclass(frozen=True)
class PortraitSource:
    """A procedural artist.

    Attributes:
        table: what its portraits are made of.
        names, roles: what each number of z is called, and the style vector it belongs to.
        people: (rng, n) to z [n, D], normal scores.
        portrait: z [D] to a portrait. Both functions must be importable by worker processes.
    """

    table: LayerTable
    names: tuple[str, ...]
    roles: tuple[str, ...]
    people: Callable[[np.random.Generator, int], NDArray[np.float32]]
    portrait: Callable[[NDArray[np.float32]], Portrait]


def atelier() -> PortraitSource:
    """The project's own artist."""
    from models.atelier.layers import TABLE
    from models.atelier.parameters import PARAMETERS
    from models.atelier.portraits import portrait
    from models.atelier.sampling import draw_people

    names, roles = zip(*((p.name, p.role) for p in PARAMETERS), strict=True)
    return PortraitSource(TABLE, names, roles, draw_people, portrait)
