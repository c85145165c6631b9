"""Layers in groups, as an artist would find them in a layer stack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from models.portrait.layer_table import Layer, LayerTable
from models.portrait.pen import Shown


@dataclass(frozen=True)
class LayerGroup:
    """Layers of one part that lie directly on one another, bottom to top.

    ``name`` is the part's; with a number from the second such group of a part on, since the parts
    of a head lie between each other (lashes in the face, and again over the bangs).
    """

    name: str
    layers: tuple[Layer, ...]


def layer_groups(table: LayerTable, shown: Shown) -> Sequence[LayerGroup]:
    """All layers that draw something, bottom to top."""
    drawn = (layer for layer in table.layers if layer.role != "guide" and shown.shapes(layer))
    groups: list[LayerGroup] = []
    times: dict[str, int] = {}
    for part, layers in groupby(drawn, key=lambda layer: layer.part):
        times[part] = times.get(part, 0) + 1
        name = part if times[part] == 1 else f"{part} {times[part]}"
        groups.append(LayerGroup(name, tuple(layers)))
    return groups
