"""A scene drawn tile by tile for a layer: only where there is something, a little at a time."""

from __future__ import annotations

import time
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..guidance.painter import Run
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
    """BGRA pixels of straight alpha, and their check sum, which UNKNOWN is of none."""

    pixels: bytes
    check: int

    @classmethod
    def of(cls, image: QtGui.QImage, summed: bool = True) -> Tile:
        """A tile's picture; summed up only where a layer may hold the same already."""
        pixels = straight_bytes(image)
        return cls(pixels, zlib.crc32(pixels) if summed else UNKNOWN)

    @property
    def blank(self) -> bool:
        """Whether nothing is to be seen in it."""
        return self.pixels == BLANK


class Drawing(ABC):
    """Draws one scene, a little at a time; ``tiles`` fills by place.

    Args:
        within: the document's rectangle; tiles outside it are left out.
    """

    def __init__(self, scene: Scene, within: Rect) -> None:
        self.tiles: dict[Place, Tile] = {}
        self._scene = scene
        self._within = within
        self._steps = self._draw()

    def draw_some(self, seconds: float) -> bool:
        """Draw for a moment; whether all is drawn."""
        end = time.monotonic() + seconds
        for _ in self._steps:
            if time.monotonic() > end:
                return False
        return True

    @abstractmethod
    def _draw(self) -> Iterator[None]:
        """Fill ``tiles``; a step may take some milliseconds."""

    def _trace_places(self) -> Iterator[Place]:
        """The tiles that the picture to trace lies in."""
        if self._scene.trace is not None:
            yield from places_of(self._scene.frame.bounds.intersected(self._within))


class TileDrawing(Drawing):
    """The scene as it is, sharp."""

    def _draw(self) -> Iterator[None]:
        runs: dict[Place, list[Run]] = {}
        scene = self._scene
        if scene.curves is not None:
            to_document = unit_to_document(scene.frame)
            for index, (points, reach) in enumerate(scene.curves.lines(to_document)):
                for place, run in self._runs(index, points, reach):
                    runs.setdefault(place, []).append(run)
                yield
        for place in sorted({*runs, *self._trace_places()}):
            self.tiles[place] = self._tile(place, runs.get(place, []))
            yield

    def _runs(
        self, index: int, points: QtGui.QPolygonF, reach: float
    ) -> Iterator[tuple[Place, Run]]:
        """The stretches of a curve that touch each tile; it reaches so far from its points."""
        margin = reach + 1
        box = points.boundingRect().adjusted(-margin, -margin, margin, margin)
        corner = (int(box.left() // SIDE), int(box.top() // SIDE))
        if corner == (int(box.right() // SIDE), int(box.bottom() // SIDE)):
            if self._inside(corner):  # as most short curves are
                yield corner, Run(index, 0, points.size())
            return
        open_runs: dict[Place, int] = {}
        xs, ys = [p.x() for p in points], [p.y() for p in points]
        last = len(xs) - 2
        for i in range(len(xs) - 1):
            left = int((min(xs[i], xs[i + 1]) - margin) // SIDE)
            right = int((max(xs[i], xs[i + 1]) + margin) // SIDE)
            top = int((min(ys[i], ys[i + 1]) - margin) // SIDE)
            bottom = int((max(ys[i], ys[i + 1]) + margin) // SIDE)
            here = {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}
            for place in [p for p in open_runs if p not in here]:
                yield place, Run(index, open_runs.pop(place), i + 1)
            for place in here:
                if place not in open_runs and self._inside(place):
                    open_runs[place] = i
        for place, first in open_runs.items():
            yield place, Run(index, first, last + 2)

    def _inside(self, place: Place) -> bool:
        return not tile_rect(place).intersected(self._within).empty

    def _tile(self, place: Place, runs: list[Run]) -> Tile:
        rect = tile_rect(place)
        curves = QtGui.QImage(SIDE, SIDE, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
        curves.fill(0)
        scene = self._scene
        moved = QtGui.QTransform.fromTranslate(-rect.x, -rect.y)
        if runs and scene.curves is not None:
            painter = QtGui.QPainter(curves)
            scene.curves.paint_runs(painter, unit_to_document(scene.frame) * moved, runs)
            painter.end()
        image = QtGui.QImage(curves.size(), curves.format())
        image.fill(0)
        painter = QtGui.QPainter(image)
        scene.paint_trace(painter, moved)
        painter.setOpacity(scene.opacity)
        painter.drawImage(QtCore.QPoint(0, 0), curves)
        painter.end()
        return Tile.of(image)
