"""The finished line drawing that a sketch is a stage of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.blots import blots
from models.portrait.layer_table import LayerTable
from models.portrait.lines import visible_lines
from models.portrait.portrait import Portrait

#: Points of a line closer than this (frame units) are thinned out: a third of a pixel at 256 is
#: below what a hand, or a curve drawn through the rest, can tell.
_SPACING = 0.006


@dataclass(frozen=True, eq=False)
class LineDrawing:
    """All visible lines of a portrait.

    Attributes:
        points: [M, 2] frame units, line after line.
        starts: [L + 1] line i owns points starts[i] to starts[i + 1].
        part: [L] index into the table's parts.
        width: [L] pen width in frame units.
        blot: [L] whether the line goes round something that is black inside (a pupil).
    """

    points: NDArray[np.float32]
    starts: NDArray[np.int64]
    part: NDArray[np.int64]
    width: NDArray[np.float32]
    blot: NDArray[np.bool_]

    def of_parts(self, parts: Sequence[str], wanted: Sequence[str]) -> NDArray[np.bool_]:
        """[L] whether a line belongs to one of the ``wanted`` parts, of all ``parts``."""
        # An index into a few flags: np.isin takes ten times as long.
        found: NDArray[np.bool_] = np.array([part in wanted for part in parts])[self.part]
        return found

    def __len__(self) -> int:
        return len(self.part)

    @classmethod
    def of(cls, table: LayerTable, portrait: Portrait) -> LineDrawing:
        """The lines that an artist would draw of a portrait."""
        return cls.with_slots(table, portrait)[0]

    @classmethod
    def with_slots(
        cls, table: LayerTable, portrait: Portrait
    ) -> tuple[LineDrawing, NDArray[np.int64]]:
        """The lines of a portrait, and the slot [L] that each belongs to."""
        lines = visible_lines(table, portrait)
        filled = blots(table, portrait)
        kept = [_thinned(line.points) for line in (*lines, *filled)]
        counts = [len(points) for points in kept]
        drawing = cls(
            points=np.concatenate([np.zeros((0, 2), np.float32), *kept]).astype(np.float32),
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            part=np.array([table.parts.index(line.part) for line in (*lines, *filled)], np.int64),
            width=np.array([line.width for line in (*lines, *filled)], np.float32),
            blot=np.arange(len(kept)) >= len(lines),
        )
        return drawing, np.array([line.slot for line in (*lines, *filled)], np.int64)


def _thinned(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Every so many of a line's points, evenly by number; always the first and the last."""
    length = float(np.hypot(*np.diff(points, axis=0).T).sum())
    wanted = int(np.clip(length / _SPACING, 4, len(points)))
    return points[np.linspace(0, len(points) - 1, wanted).round().astype(int)]
