"""A scene drawn tile by tile for a layer: only where there is something, a little at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..guidance.painter import GuidancePainter, Run
from ..images import straight_bytes
from ..qt import QtCore, QtGui
from .scene import Scene

#: Pixels of a tile's side: four of Krita's own.
SIDE = 256
BLANK = bytes(4 * SIDE * SIDE)

#: In the place of a check sum: it may be anything.
UNKNOWN = -1

Place = tuple[int, int]


def tile_rect(place: Place) -> Rect:
    """The document pixels of a tile."""
    return Rect(place[0] * SIDE, place[1] * SIDE, SIDE, SIDE)


def places_of(rect: Rect) -> Iterator[Place]:
    """The tiles that hold a rectangle of document pixels."""
    for y in range(rect.y // SIDE, -(-rect.bottom // SIDE)):
        for x in range(rect.x // SIDE, -(-rect.right // SIDE)):
            yield x, y


@dataclass(frozen=True)
class Tile:
    """BGRA pixels of straight alpha, and a check sum of what they were drawn from; UNKNOWN where
    no layer may be taken to hold them already."""

    place: Place
    pixels: bytes
    check: int = UNKNOWN


class Drawing(ABC):
    """Draws one scene, a little at a time.

    Args:
        within: the document's rectangle; tiles outside it are left out.
    """

    def __init__(self, scene: Scene, within: Rect) -> None:
        self._scene = scene
        self._within = within
        self._inside = frozenset(places_of(within))

    @abstractmethod
    def steps(self) -> Iterator[Tile | None]:
        """The tiles in which there is something, each but once; None where a while has passed
        without one. None is to be kept: in memory that was not used before, a tile takes as long
        again."""

    def tiles(self) -> Iterator[Tile]:
        """All of them in one go."""
        return (tile for tile in self.steps() if tile is not None)

    def _trace_places(self) -> Iterator[Place]:
        """The tiles that the picture to trace lies in."""
        if self._scene.trace is not None:
            yield from places_of(self._scene.frame.bounds.intersected(self._within))


class TileDrawing(Drawing):
    """The scene as it is, sharp."""

    def __init__(self, scene: Scene, within: Rect) -> None:
        super().__init__(scene, within)
        # The same two pictures for all tiles: a new one costs as much as what is drawn into it.
        self._whole, self._lines = (
            QtGui.QImage(SIDE, SIDE, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
            for _ in range(2)
        )

    def steps(self) -> Iterator[Tile | None]:
        runs: dict[Place, list[Run]] = {}
        scene = self._scene
        if scene.curves is not None:
            to_document = unit_to_document(scene.frame)
            for index, (points, reach) in enumerate(scene.curves.lines(to_document)):
                for place, run in self._runs(index, points, reach):
                    runs.setdefault(place, []).append(run)
                yield None
        for place in sorted({*runs, *self._trace_places()}):
            yield self._tile(place, runs.get(place, []))

    def _runs(
        self, index: int, points: QtGui.QPolygonF, reach: float
    ) -> Iterator[tuple[Place, Run]]:
        """The stretches of a curve that touch each tile; it reaches so far from its points."""
        margin = reach + 1
        box = points.boundingRect().adjusted(-margin, -margin, margin, margin)
        corner = (int(box.left() // SIDE), int(box.top() // SIDE))
        if corner == (int(box.right() // SIDE), int(box.bottom() // SIDE)):
            if corner in self._inside:  # as most short curves are
                yield corner, Run(index, 0, points.size())
            return
        low = [(int((p.x() - margin) // SIDE), int((p.y() - margin) // SIDE)) for p in points]
        high = [(int((p.x() + margin) // SIDE), int((p.y() + margin) // SIDE)) for p in points]
        open_runs: dict[Place, int] = {}
        span: tuple[int, int, int, int] | None = None
        for i in range(len(low) - 1):
            (left, top), (x, y), (right, bottom), (u, v) = *low[i : i + 2], *high[i : i + 2]
            before, span = span, (min(left, x), max(right, u), min(top, y), max(bottom, v))
            if span == before:  # neighbours are, where the document is not huge
                continue
            left, right, top, bottom = span
            here = {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}
            for place in open_runs.keys() - here:
                yield place, Run(index, open_runs.pop(place), i + 1)
            for place in here & self._inside:
                open_runs.setdefault(place, i)
        for place, first in open_runs.items():
            yield place, Run(index, first, len(low))

    def _tile(self, place: Place, runs: list[Run]) -> Tile:
        rect, scene, whole = tile_rect(place), self._scene, self._whole
        moved = QtGui.QTransform.fromTranslate(-rect.x, -rect.y)
        whole.fill(0)
        painter = QtGui.QPainter(whole)
        scene.paint_trace(painter, moved)
        if runs and scene.curves is not None:
            painter.setOpacity(scene.opacity)
            painter.drawImage(QtCore.QPoint(0, 0), self._curves(scene.curves, runs, moved))
        painter.end()
        return Tile(place, straight_bytes(whole), self._check(runs))

    def _curves(
        self, curves: GuidancePainter, runs: list[Run], moved: QtGui.QTransform
    ) -> QtGui.QImage:
        """The curves of a tile by themselves, for they fade as a whole."""
        self._lines.fill(0)
        painter = QtGui.QPainter(self._lines)
        curves.paint_runs(painter, unit_to_document(self._scene.frame) * moved, runs)
        painter.end()
        return self._lines

    def _check(self, runs: list[Run]) -> int:
        """A check sum of what a tile is drawn from; its pixels would take a hundred times as
        long."""
        scene = self._scene
        trace = None if scene.trace is None else (scene.trace.image.cacheKey(), scene.trace_opacity)
        checks = [] if scene.curves is None else scene.curves.checks
        drawn = [(checks[run.curve], run.first, run.end) for run in runs]
        return hash((scene.frame, scene.opacity, trace, *drawn))
