"""Layer pixels to ink: the square of 8-bit ink that the worker reads.

Ink is opacity on a transparent layer, darkness on an opaque one, lightness on a dark opaque one.
Everything runs in Qt's and Python's own loops over bytes; a 1000 x 1000 layer takes about 5 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Protocol

from ..frame.guidance_frame import GuidanceFrame
from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..images import image_bytes
from ..qt import QtCore, QtGui
from .ink import Ink
from .ink_planes import Planes, plane_reader

LARGEST_SIDE = 512
#: A layer whose opaque pixels cover this share of the frame is paper and not a transparent sheet.
PAPER_SHARE = 0.6
#: What counts as opaque.
_OPAQUE = bytes(range(250, 256))
#: A most frequent grey below this means light lines on dark paper.
DARK_PAPER = 90
#: Pixels that are read at a time: four to sixteen bytes each.
BAND = 1 << 19
#: How far a pixel's red, green and blue may be from a colour that is ignored.
ALIKE = 44


class Pixels(Protocol):
    """What is read from: a layer's pixels (`krita_api.layer.Layer`, or a test's double)."""

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle with all that is painted."""

    @property
    def color_format(self) -> tuple[str, str]:
        """Colour model and depth in Krita's names."""

    def read(self, rect: Rect) -> bytes:
        """The raw pixels of a rectangle, row by row."""


@dataclass(frozen=True)
class Reading:
    """How pixels become ink.

    Attributes:
        kind: "auto" finds out; "alpha" takes opacity, "dark" darkness, "light" lightness.
        ignored: red, green, blue of lines that are no sketch, or None.
    """

    kind: str = "auto"
    ignored: tuple[int, int, int] | None = None


AUTO = Reading()


def read_ink(pixels: Pixels, frame: GuidanceFrame, reading: Reading = AUTO) -> Ink:
    """The ink inside the guidance frame, at most LARGEST_SIDE pixels a side.

    The frame is cut into cells of a whole number of pixels, so that a line is sampled the same
    way however far the painted area reaches.

    Raises:
        UnreadableLayer: a colour model or depth that is not known.
    """
    cell = cell_of(frame)
    side = -(-frame.side // cell)
    reach = _reach(frame)
    upright, opacity = _read_square(pixels, reach, cell, reading)
    if not frame.angle:
        return Ink(side, upright, opacity)
    return Ink(side, _turned(upright, reach, frame, cell, side))


def patched(ink: Ink, pixels: Pixels, frame: GuidanceFrame, part: Rect) -> Ink:
    """``ink`` of an upright frame with one part of the document read anew.

    It must be a layer's ``opacity``.

    Raises:
        UnreadableLayer: a colour model or depth that is not known.
    """
    cell, reach, side = cell_of(frame), _reach(frame), ink.side
    part = _whole_cells(part.intersected(reach), reach, cell)
    if part.empty:
        return ink
    columns, rows = part.width // cell, part.height // cell
    left, top = (part.x - reach.x) // cell, (part.y - reach.y) // cell
    # All of it, painted or not: to ask how far the paint reaches takes longer.
    fresh = _read_planes(pixels, part, cell).alpha
    return Ink(side, _laid(ink.data, side, fresh, columns, rows, left, top), opacity=True)


def on_paper(alpha: bytes, side: int) -> bool:
    """Whether opacity covers so much of a square of ``side`` that the layer is no clear sheet."""
    see_through = len(alpha.translate(None, _OPAQUE))
    return len(alpha) - see_through >= PAPER_SHARE * side * side


def _laid(
    under: bytes, width: int, over: bytes, columns: int, rows: int, left: int, top: int
) -> bytes:
    """Bytes in rows of ``width``, with a rectangle of others in their place."""
    found = bytearray(under)
    for row in range(rows):
        at = (top + row) * width + left
        found[at : at + columns] = over[row * columns : (row + 1) * columns]
    return bytes(found)


def cell_of(frame: GuidanceFrame) -> int:
    """Document pixels on a side of what becomes one pixel of ink."""
    return -(-frame.side // LARGEST_SIDE)


def _reach(frame: GuidanceFrame) -> Rect:
    """The upright square of whole cells that holds the frame."""
    cell, around = cell_of(frame), frame.bounds
    cells = max(-(-side // cell) for side in (frame.side, around.width, around.height))
    return Rect(around.x, around.y, cells * cell, cells * cell)


def merged(inks: Sequence[Ink]) -> Ink:
    """Several layers' ink of the same frame as one: the strongest at each place."""
    return reduce(_stronger, inks)


def _stronger(a: Ink, b: Ink) -> Ink:
    if b.empty or a.empty:
        return a if b.empty else b
    target, other = _image(a.data, a.side), _image(b.data, b.side)
    painter = QtGui.QPainter(target)
    painter.setCompositionMode(QtGui.QPainter.CompositionMode.CompositionMode_Lighten)
    painter.drawImage(0, 0, other)
    painter.end()
    return Ink(a.side, image_bytes(target)[0::4])


def _image(ink: bytes, side: int) -> QtGui.QImage:
    """Ink as the grey levels of a picture that can be painted on."""
    grey = QtGui.QImage(ink, side, side, side, QtGui.QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QtGui.QImage.Format.Format_RGB32)


def _turned(upright: bytes, reach: Rect, frame: GuidanceFrame, cell: int, side: int) -> bytes:
    """The turned frame's ink out of the ink of the upright square around it."""
    target = QtGui.QImage(side, side, QtGui.QImage.Format.Format_RGB32)
    target.fill(0)
    to_document = QtGui.QTransform.fromTranslate(reach.x, reach.y).scale(cell, cell)
    to_unit, _ = unit_to_document(frame).inverted()
    to_cells = QtGui.QTransform.fromScale(frame.side / cell, frame.side / cell)
    painter = QtGui.QPainter(target)
    painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(to_document * to_unit * to_cells)
    painter.drawImage(QtCore.QPoint(0, 0), _image(upright, reach.width // cell))
    painter.end()
    return image_bytes(target)[0::4]


def _read_square(pixels: Pixels, reach: Rect, cell: int, reading: Reading) -> tuple[bytes, bool]:
    """Ink of an upright square, one byte a cell; and whether it is nothing but opacity."""
    side = reach.width // cell
    part = _whole_cells(reach.intersected(pixels.bounds), reach, cell)
    if part.empty:
        return bytes(side * side), False
    planes = _read_planes(pixels, part, cell)
    kind = reading.kind
    if kind == "auto" and not on_paper(planes.alpha, side):
        kind = "alpha"
    ink = planes.alpha if kind == "alpha" else _contrast(planes.grey(), kind)
    columns = part.width // cell
    opacity = kind == "alpha"
    colors = None if reading.ignored is None else planes.colors()
    if reading.ignored is not None and colors is not None:
        blurred = columns if kind != "alpha" else 0
        ink, opacity = _without(ink, colors, reading.ignored, blurred), False
    left, top = (part.x - reach.x) // cell, (part.y - reach.y) // cell
    placed = _placed(ink, columns, part.height // cell, left, top, side)
    return placed, opacity


def _read_planes(pixels: Pixels, part: Rect, cell: int) -> Planes:
    """All planes, read in bands: a document of 10,000 pixels a side would fill the memory."""
    read = plane_reader(*pixels.color_format)
    height = max(1, BAND // part.width // cell) * cell
    bands = []
    for y in range(part.y, part.bottom, height):
        band = Rect(part.x, y, part.width, min(height, part.bottom - y))
        bands.append(read(pixels.read(band), band.width, band.height, cell))
    return Planes.stacked(bands)


def _whole_cells(part: Rect, reach: Rect, cell: int) -> Rect:
    """``part`` grown to the grid of cells that starts at ``reach``'s corner."""
    if part.empty:
        return part
    x = reach.x + (part.x - reach.x) // cell * cell
    y = reach.y + (part.y - reach.y) // cell * cell
    return Rect(x, y, -(-(part.right - x) // cell) * cell, -(-(part.bottom - y) // cell) * cell)


def _placed(ink: bytes, columns: int, rows: int, left: int, top: int, side: int) -> bytes:
    """``ink`` (rows * columns) at (left, top) in a square of nothing."""
    if columns == rows == side:
        return ink
    before, after = bytes(left), bytes(side - left - columns)
    lines = [before + ink[i * columns : (i + 1) * columns] + after for i in range(rows)]
    return bytes(top * side) + b"".join(lines) + bytes((side - top - rows) * side)


def _contrast(grey: bytes, kind: str) -> bytes:
    """How far each pixel stands off the paper, whose grey is the most frequent one."""
    sample = grey[:: max(1, len(grey) // 16384)]
    paper = max(range(256), key=sample.count)
    if kind == "light" or (kind == "auto" and paper < DARK_PAPER):
        span = max(1, 255 - paper)
        table = bytes(min(255, max(0, v - paper) * 255 // span) for v in range(256))
    else:
        table = bytes(min(255, max(0, paper - v) * 255 // max(1, paper)) for v in range(256))
    return grey.translate(table)


def _without(
    ink: bytes, colors: tuple[bytes, bytes, bytes], ignored: tuple[int, int, int], columns: int
) -> bytes:
    """Ink less what has the ignored colour; ``columns`` > 0: and less its soft edges on paper."""
    alike = -1
    for plane, value in zip(colors, ignored, strict=True):
        table = bytes(255 if abs(v - value) <= ALIKE else 0 for v in range(256))
        alike &= int.from_bytes(plane.translate(table), "little")
    if columns:
        for step in (8, 8 * columns):
            alike |= alike << step | alike >> step
    size = len(ink)
    kept = int.from_bytes(ink, "little") & ~alike
    return kept.to_bytes(size, "little")
