"""A portrait's visible lines as evenly spaced samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line
from models.portrait.mouth_lines import MOUTH

Floats = NDArray[np.float32]

#: What the bangs hang over; the mouth is not among them, or a chin would pull it down.
_FEATURES = ("eyes", "brows")
#: Parts of small shapes whose form tells what they are: an iris pulled onto a trembling hand's ring
#: is no iris any more, while a lock of hair stays one.
_DELICATE = ("eyes", "brows", "nose", "mouth", "extras")
BROWS = "brows"


@dataclass(frozen=True, eq=False)
class LineSamples:
    """N samples of the visible lines of one portrait.

    Attributes:
        points: [N, 2] frame units.
        part: [N] index into the table's parts.
        line: [N] which line; samples of one line follow each other.
        feature: [N] whether the sample is of an eye or a brow: small, and drawn on purpose.
        delicate: [N] whether the sample's shape must keep its form.
        mouth, brows: [N] whether the sample is of that part.
    """

    points: Floats
    part: NDArray[np.int64]
    line: NDArray[np.int64]
    feature: NDArray[np.bool_]
    delicate: NDArray[np.bool_]
    mouth: NDArray[np.bool_]
    brows: NDArray[np.bool_]

    @classmethod
    def of(cls, lines: Sequence[Line], table: LayerTable, spacing: float = 0.01) -> LineSamples:
        """Samples ``spacing`` frame units apart along each line, its first point among them."""
        if not lines:
            none = np.zeros(0, np.int64)
            return cls.numbered(np.zeros((0, 2), np.float32), none, none, table)
        points = np.concatenate([each.points for each in lines]).astype(np.float64)
        owner = np.repeat(np.arange(len(lines)), [len(each.points) for each in lines])
        # One long ruler for all lines: the gaps between them are on it too, but not sampled.
        along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
        first = np.searchsorted(owner, np.arange(len(lines)))
        last = np.append(first[1:], len(owner)) - 1
        counts = ((along[last] - along[first]) / spacing).astype(np.int64) + 1
        line = np.repeat(np.arange(len(lines)), counts)
        step = np.arange(len(line)) - (np.cumsum(counts) - counts)[line]
        at = along[first][line] + step * spacing
        sampled = np.stack([np.interp(at, along, points[:, axis]) for axis in (0, 1)], axis=1)
        part = np.array([table.parts.index(each.part) for each in lines])
        return cls.numbered(sampled.astype(np.float32), part[line], line, table)

    @classmethod
    def numbered(
        cls, points: Floats, part: NDArray[np.int64], line: NDArray[np.int64], table: LayerTable
    ) -> LineSamples:
        """Samples [N, 2] of known parts [N] and lines [N]."""
        feature = table.parts_among(_FEATURES)
        delicate = table.parts_among(_DELICATE)
        mouth = table.parts_among([MOUTH])
        brows = table.parts_among([BROWS])
        return cls(points, part, line, feature[part], delicate[part], mouth[part], brows[part])

    def moved(self, points: Floats) -> LineSamples:
        """The same samples elsewhere."""
        return replace(self, points=points)

    @cached_property
    def tangents(self) -> Floats:
        """[N, 2] unit vectors along the lines."""
        ahead = np.zeros_like(self.points)
        ahead[:-1] = np.diff(self.points, axis=0) * (np.diff(self.line) == 0)[:, None]
        along = ahead.copy()
        along[1:] += ahead[:-1]
        length = np.hypot(along[:, 0], along[:, 1])[:, None]
        return (along / np.maximum(length, 1e-9)).astype(np.float32)
