"""Where training portraits come from: a layer table, people, and how to draw a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.crowd import Crowd
from models.portrait.layer_table import LayerTable


@dataclass(frozen=True)
class PortraitSource:
    """A procedural artist.

    Attributes:
        table: what its portraits are made of.
        names, roles: what each number of z is called, and the style vector it belongs to.
        people: (rng, n) to z [n, D], normal scores.
        portraits: z [N, D] to their portraits. Both functions must be importable by worker
            processes.
        rare: z [N, D] to [N, T], which people have each of T traits that are seldom met and yet
            often drawn; None where nobody is rare.
    """

    table: LayerTable
    names: tuple[str, ...]
    roles: tuple[str, ...]
    people: Callable[[np.random.Generator, int], NDArray[np.float32]]
    portraits: Callable[[NDArray[np.float32]], Crowd]
    rare: Callable[[NDArray[np.float32]], NDArray[np.bool_]] | None = None


def atelier() -> PortraitSource:
    """The project's own artist."""
    from models.atelier.layers import TABLE
    from models.atelier.parameters import PARAMETERS
    from models.atelier.people.rare import rare_traits
    from models.atelier.people.sampling import draw_people
    from models.atelier.portraits import portraits

    names, roles = zip(*((p.name, p.role) for p in PARAMETERS), strict=True)
    return PortraitSource(TABLE, names, roles, draw_people, portraits, rare_traits)
