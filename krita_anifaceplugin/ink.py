"""Layer pixels to ink: the square of 8-bit ink that the worker reads.

Ink is opacity on a transparent layer, darkness on an opaque one, lightness on a dark opaque one.
Everything runs in Qt's and Python's own loops over bytes; a 1000 x 1000 layer takes about 5 ms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from .geometry import Rect
from .guidance_frame import GuidanceFrame
from .phrased_error import PhrasedError
from .qt import QtCore, QtGui

LARGEST_SIDE = 512
#: A layer whose opaque pixels cover this share of the frame is paper and not a transparent sheet.
PAPER_SHARE = 0.6
#: Ink fainter than this is paper grain or a stray airbrush dab, no line.
FAINTEST = 24
#: A most frequent grey below this means light lines on dark paper.
DARK_PAPER = 90

_Planes = Callable[[bytes, int, int, int], tuple[bytes, bytes]]


class UnreadableLayer(PhrasedError):
    """A layer whose pixels cannot be read as a sketch; the text tells the artist what to do."""


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
class Ink:
    """A square of ink: ``side * side`` bytes, 0 no ink, 255 full ink."""

    side: int
    data: bytes

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.data.translate(None, _FAINT)


def read_ink(pixels: Pixels, frame: GuidanceFrame) -> Ink:
    """The ink inside the guidance frame, at most LARGEST_SIDE pixels a side.

    The frame is cut into cells of a whole number of pixels, so that a line is sampled the same
    way however far the painted area reaches.

    Raises:
        UnreadableLayer: a colour model or depth that is not known.
    """
    cell = -(-frame.side // LARGEST_SIDE)
    side = -(-frame.side // cell)
    planes = _planes(*pixels.color_format)
    reach = Rect(frame.x, frame.y, side * cell, side * cell)
    part = _whole_cells(reach.intersected(pixels.bounds), reach, cell)
    if part.empty:
        return Ink(side, bytes(side * side))
    columns, rows = part.width // cell, part.height // cell
    alpha, grey = planes(pixels.read(part), part.width, part.height, cell)
    opaque = sum(alpha.count(level) for level in range(250, 256))
    ink = _darkness(grey) if opaque >= PAPER_SHARE * side * side else alpha
    left, top = (part.x - reach.x) // cell, (part.y - reach.y) // cell
    return Ink(side, _placed(ink, columns, rows, left, top, side))


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


def _darkness(grey: bytes) -> bytes:
    """How far each pixel stands off the paper, whose grey is the most frequent one."""
    sample = grey[:: max(1, len(grey) // 16384)]
    paper = max(range(256), key=sample.count)
    if paper < DARK_PAPER:
        table = bytes(max(0, v - paper) * 255 // (255 - paper) for v in range(256))
    else:
        table = bytes(max(0, paper - v) * 255 // paper for v in range(256))
    return grey.translate(table)


# ---- colour formats: each gives the alpha and grey planes, scaled down by a whole factor


def _planes(model: str, depth: str) -> _Planes:
    """The reader of a colour format."""
    if (model, depth) == ("RGBA", "U8"):
        return _from_bgra
    if (model, depth) == ("RGBA", "U16"):
        return lambda data, width, height, cell: _from_bgra(data[1::2], width, height, cell)
    try:
        grey, alpha = _CHANNELS[model]
        size, table = _DEPTHS[depth]
    except KeyError:
        raise UnreadableLayer("hint.colours", model=model, depth=depth) from None
    stride = size * (alpha + 1)

    def planes(data: bytes, width: int, height: int, cell: int) -> tuple[bytes, bytes]:
        def plane(channel: int) -> bytes:
            # The highest byte of a little-endian channel holds what eight bits can tell of it.
            high = data[size * channel + size - 1 :: stride]
            if table is not None:
                high = high.translate(table)
            image = QtGui.QImage(high, width, height, width, _GREY)
            return _bytes(_shrunk(image, cell).convertToFormat(_GREY))

        return plane(alpha), plane(grey)

    return planes


def _from_bgra(data: bytes, width: int, height: int, cell: int) -> tuple[bytes, bytes]:
    image = QtGui.QImage(data, width, height, 4 * width, QtGui.QImage.Format.Format_ARGB32)
    small = _shrunk(image, cell).convertToFormat(QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    paper = QtGui.QImage(small.size(), QtGui.QImage.Format.Format_RGB32)
    paper.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(paper)
    painter.drawImage(0, 0, small)
    painter.end()
    alpha = small.convertToFormat(QtGui.QImage.Format.Format_Alpha8)
    return _bytes(alpha), _bytes(paper.convertToFormat(_GREY))


def _shrunk(image: QtGui.QImage, cell: int) -> QtGui.QImage:
    if cell == 1:
        return image
    return image.scaled(
        image.width() // cell,
        image.height() // cell,
        QtCore.Qt.AspectRatioMode.IgnoreAspectRatio,
        QtCore.Qt.TransformationMode.SmoothTransformation,
    )


def _bytes(image: QtGui.QImage) -> bytes:
    """The pixels of an 8-bit image without the padding that Qt puts at the end of a row."""
    bits = image.constBits()
    assert bits is not None
    bits.setsize(image.sizeInBytes())
    data, stride, width = bytes(bits), image.bytesPerLine(), image.width()
    if stride == width:
        return data
    return b"".join(data[i * stride : i * stride + width] for i in range(image.height()))


def _half_table() -> bytes:
    """Highest byte of a 16-bit float to its value, 0 to 255."""
    table = []
    for high in range(256):
        exponent, mantissa = high >> 2 & 31, (high & 3) / 4
        value = (1 + mantissa) * 2.0 ** (exponent - 15) if high < 128 else 0.0
        table.append(min(255, round(255 * value)) if exponent else 0)
    return bytes(table)


def _float_table() -> bytes:
    """Highest byte of a 32-bit float to its value: coarse (a factor of four a step)."""
    return bytes(
        min(255, round(255 * 2.0 ** (2 * high - 126))) if 50 < high < 128 else 0
        for high in range(256)
    )


_GREY = QtGui.QImage.Format.Format_Grayscale8
_FAINT = bytes(range(FAINTEST))
#: Channel that tells light from dark, and the alpha channel, which is the last one. CMYK's black
#: counts ink and not light; measured from its most frequent value it comes to the same.
_CHANNELS = {"RGBA": (1, 3), "GRAYA": (0, 1), "LABA": (0, 3), "CMYKA": (3, 4), "XYZA": (1, 3)}
_DEPTHS: dict[str, tuple[int, bytes | None]] = {
    "U8": (1, None),
    "U16": (2, None),
    "F16": (2, _half_table()),
    "F32": (4, _float_table()),
}
