"""Shapes without ink of their own that artists put down as a blot, or as its outline: pupils."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait import curves
from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line
from models.portrait.portrait import Portrait

#: Layers of such shapes.
BLOTS = ("pupil",)
_BLOT_WIDTH = 0.003


def blots(table: LayerTable, portrait: Portrait) -> list[Line]:
    """Outlines of the blots that show: inside what they are clipped to, or left out."""
    found = []
    for layer in table.layers:
        if layer.name not in BLOTS:
            continue
        shown = [i for i in table.slots_of[layer.name] if portrait.presence[i] >= 0.5]
        if not shown:
            continue
        clips = [i for name in layer.clip for i in table.slots_of[name]]
        frames = [curves.polyline(portrait.points, table.slots[i]) for i in clips]
        outlines = [curves.polyline(portrait.points, table.slots[i]) for i in shown]
        inside = np.any([_inside(np.concatenate(outlines), frame) for frame in frames], axis=0)
        ends = np.cumsum([len(points) for points in outlines])[:-1]
        for i, points, seen in zip(shown, outlines, np.split(inside, ends), strict=True):
            if seen.mean() > 0.6:
                first = int(np.argmax(seen))
                found.append(Line(i, layer.part, points[seen], _BLOT_WIDTH, first=first))
    return found


def _inside(points: NDArray[np.float32], outline: NDArray[np.float32]) -> NDArray[np.bool_]:
    """[n] whether points [n, 2] lie inside a closed outline [m, 2] (crossings are odd)."""
    x, y = points[:, :1], points[:, 1:]
    ax, ay = outline.T
    bx, by = np.concatenate([outline[1:], outline[:1]]).T
    slope = (bx - ax) / np.where(by == ay, 1e-9, by - ay)
    crossed = ((ay > y) != (by > y)) & (x < ax + slope * (y - ay))
    odd: NDArray[np.bool_] = crossed.sum(1) % 2 == 1
    return odd
