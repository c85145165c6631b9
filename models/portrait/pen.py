"""What of a portrait is drawn: the shapes that are there, and the outlines of their pen lines."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.portrait import curves
from models.portrait.layer_table import Layer, LayerTable
from models.portrait.portrait import PRESENT, Portrait

#: Outline [2n, 2] of a pen line by slot, layer and number of the layer's ink: its left side from
#: the line's begin to its end, then its right side back.
Outlines = Mapping[tuple[int, str, int], NDArray[np.float32]]


class Shown:
    """Which shapes of a portrait are there."""

    def __init__(self, table: LayerTable, portrait: Portrait) -> None:
        self._slots_of = table.slots_of
        self._present = (portrait.presence >= PRESENT).tolist()

    def slots(self, layers: tuple[str, ...]) -> list[int]:
        """Positions of the slots of ``layers`` that are there, in drawing order."""
        return [i for name in layers for i in self._slots_of[name] if self._present[i]]

    def shapes(self, layer: Layer) -> list[int]:
        """Positions of the slots that a layer draws: its own, or its sources'."""
        return self.slots(layer.source or (layer.name,))


def ink_outlines(table: LayerTable, portrait: Portrait, shown: Shown, steps: int) -> Outlines:
    """Outlines of every ink of every shape that is there, ``steps`` points a cubic; all at once,
    because one by one they would take most of the time of a small picture."""
    lines = curves.flatten(table, portrait.points, steps)
    pen = portrait.width.tolist()
    keys, stretches, widths, tapers = [], [], [], []
    for layer in table.layers:
        if not layer.inks:
            continue
        shapes = shown.shapes(layer)
        for k, ink in enumerate(layer.inks):
            stop = None if ink.last is None else ink.last * steps + 1
            for i in shapes:
                keys.append((i, layer.name, k))
                stretches.append(lines[i][ink.first * steps : stop])
                widths.append(ink.width * pen[i])
                tapers.append(ink.taper)
    outlines = curves.pen_outlines(stretches, widths, tapers)
    return dict(zip(keys, outlines, strict=True))


def shadow_offset(table: LayerTable, portrait: Portrait) -> NDArray[np.float32]:
    """[2] by how much cast shadows are moved, in frame units."""
    slot = table.slots[table.slot_index[table.shadow]]
    ends = portrait.points[[slot.start, slot.stop - 1]]
    offset: NDArray[np.float32] = ends[1] - ends[0]
    return offset


def one_turning(table: LayerTable, portrait: Portrait) -> list[NDArray[np.float32]]:
    """Control points of each slot, reversed where the shape turns the other way: together in one
    path, by the non-zero rule, shapes then cover whatever one of them covers."""
    begins, stops, _ = table.slot_bounds
    x, y = portrait.points.T
    cross = np.empty(len(x), np.float32)
    cross[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
    # The last point of a slot is followed by its first.
    cross[stops - 1] = x[stops - 1] * y[begins] - x[begins] * y[stops - 1]
    forward = (np.add.reduceat(cross, begins) >= 0).tolist()
    spans = zip(begins.tolist(), stops.tolist(), forward, strict=True)
    chains = ((portrait.points[a:b], ahead) for a, b, ahead in spans)
    return [chain if ahead else chain[::-1] for chain, ahead in chains]
