"""Raw pixels of every colour format to planes of eight bits: opacity, light, colours.

Everything runs in Qt's and Python's own loops over bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..images import image_bytes
from ..phrased_error import PhrasedError
from ..qt import QtCore, QtGui


class UnreadableLayer(PhrasedError):
    """A layer whose pixels cannot be read as a sketch; the text tells the artist what to do."""


#: Red, green, blue, one byte a pixel each.
Colors = tuple[bytes, bytes, bytes]


@dataclass(frozen=True, eq=False)
class Planes:
    """One byte a pixel each: opacity, lightness over white paper, and red, green, blue (None where
    the format tells no colours). Most sketches are opacity alone; the others, which take longer,
    are made when they are asked for."""

    alpha: bytes
    grey: Callable[[], bytes]
    colors: Callable[[], Colors | None] = lambda: None

    @classmethod
    def stacked(cls, bands: Sequence[Planes]) -> Planes:
        """The rows of at least one band below those of another."""
        if len(bands) == 1:
            return bands[0]
        return cls(
            b"".join(band.alpha for band in bands),
            lambda: b"".join(band.grey() for band in bands),
            lambda: _joined([band.colors() for band in bands]),
        )


def _joined(bands: Sequence[Colors | None]) -> Colors | None:
    colors = [band for band in bands if band is not None]
    if not colors:
        return None
    red, green, blue = (b"".join(plane) for plane in zip(*colors, strict=True))
    return red, green, blue


#: Pixels, their width and height, and the side of the square that becomes one byte.
Reader = Callable[[bytes, int, int, int], Planes]
#: Rows of every such square that are looked at, where it has more: lines in a document so large
#: are no thinner.
ROWS = 4


def plane_reader(model: str, depth: str) -> Reader:
    """The reader of a colour format, in Krita's names.

    Raises:
        UnreadableLayer: a format that is not known.
    """
    if (model, depth) == ("RGBA", "U8"):
        return _from_bgra
    if (model, depth) == ("RGBA", "U16"):
        return lambda data, width, height, cell: _from_bgra(data[1::2], width, height, cell)
    if model not in _CHANNELS or depth not in _DEPTHS:
        raise UnreadableLayer("hint.colours", model=model, depth=depth)
    light, alpha, count = _CHANNELS[model]
    size, eight_bits = _DEPTHS[depth]
    stride = size * count

    def read(data: bytes, width: int, height: int, cell: int) -> Planes:
        def plane(channel: int) -> bytes:
            values = eight_bits(data, size * channel, stride)
            skip = _skip(cell)
            image = QtGui.QImage(values, width, height // skip, skip * width, _GREY)
            return image_bytes(_shrunk(image, cell).convertToFormat(_GREY))

        def grey() -> bytes:
            if model == "CMYKA":  # light is the black there
                return _least_ink([plane(channel) for channel in range(4)], width // cell)
            return plane(light)

        def colors() -> Colors | None:
            # Floating point comes as red, green, blue.
            return (plane(0), plane(1), plane(2)) if model == "RGBA" else None

        return Planes(plane(alpha), grey, colors)

    return read


def _from_bgra(data: bytes, width: int, height: int, cell: int) -> Planes:
    skip, kind = _skip(cell), QtGui.QImage.Format.Format_ARGB32
    image = QtGui.QImage(data, width, height // skip, skip * 4 * width, kind)
    small = _Small(_shrunk(image, cell), data)
    alpha = small.picture.convertToFormat(QtGui.QImage.Format.Format_Alpha8)
    return Planes(image_bytes(alpha), small.grey, small.colors)


@dataclass(frozen=True, eq=False)
class _Small:
    """A picture, and the bytes that it may lie over: Qt does not keep them."""

    picture: QtGui.QImage
    under: bytes

    def grey(self) -> bytes:
        paper = QtGui.QImage(self.picture.size(), _RGB)
        paper.fill(QtCore.Qt.GlobalColor.white)
        painter = QtGui.QPainter(paper)
        painter.drawImage(0, 0, self.picture.convertToFormat(_PREMULTIPLIED))
        painter.end()
        return image_bytes(paper.convertToFormat(_GREY))

    def colors(self) -> Colors:
        straight = image_bytes(self.picture.convertToFormat(QtGui.QImage.Format.Format_ARGB32))
        return straight[2::4], straight[1::4], straight[0::4]


def _skip(cell: int) -> int:
    """Of so many rows one is looked at: in each cell alike, and at ``ROWS`` of it or more."""
    return next(step for step in range(max(1, cell // ROWS), 0, -1) if cell % step == 0)


def _shrunk(image: QtGui.QImage, cell: int) -> QtGui.QImage:
    """One pixel for each cell of an image that holds every ``_skip(cell)``-th row."""
    if cell == 1:
        return image
    return image.scaled(
        image.width() // cell,
        image.height() * _skip(cell) // cell,
        QtCore.Qt.AspectRatioMode.IgnoreAspectRatio,
        QtCore.Qt.TransformationMode.SmoothTransformation,
    )


def _least_ink(inks: list[bytes], columns: int) -> bytes:
    """CMYK to lightness: white less a third of each coloured ink, times white less the black."""
    cyan, magenta, yellow = (int.from_bytes(p.translate(_THIRD), "little") for p in inks[:3])
    # Thirds of three inks fit a byte, so no sum runs into its neighbour.
    colored = (cyan + magenta + yellow).to_bytes(len(inks[0]), "little")
    clear, dark = (
        QtGui.QImage(p.translate(_INVERTED), columns, len(p) // columns, columns, _GREY)
        for p in (colored, inks[3])
    )
    product = clear.convertToFormat(_RGB)
    painter = QtGui.QPainter(product)
    painter.setCompositionMode(QtGui.QPainter.CompositionMode.CompositionMode_Multiply)
    painter.drawImage(0, 0, dark.convertToFormat(_RGB))
    painter.end()
    return image_bytes(product)[0::4]


# ---- one channel of any depth to eight bits


def _whole(size: int) -> Callable[[bytes, int, int], bytes]:
    """Integers: the highest byte of a little-endian channel is what eight bits can tell."""
    return lambda data, offset, stride: data[offset + size - 1 :: stride]


def _half(data: bytes, offset: int, stride: int) -> bytes:
    return data[offset + 1 :: stride].translate(_HALF)


def _single(data: bytes, offset: int, stride: int) -> bytes:
    """32-bit floats: the highest byte holds half of the exponent, the next one its last bit and
    the upper mantissa. For each highest byte that matters, a table of the next."""
    high, low = data[offset + 3 :: stride], data[offset + 2 :: stride]
    found = int.from_bytes(high.translate(_OVER_ONE), "little")
    for value in (0x3D, 0x3E, 0x3F):
        here = int.from_bytes(high.translate(_only(value)), "little")
        found |= here & int.from_bytes(low.translate(_single_table(value)), "little")
    return found.to_bytes(len(high), "little")


def _only(value: int) -> bytes:
    return bytes(255 if v == value else 0 for v in range(256))


def _single_table(high: int) -> bytes:
    exponents = [2 * (high & 0x7F) + (low >> 7) - 127 for low in range(256)]
    return bytes(
        min(255, round(255 * (1 + (low & 127) / 128) * 2.0**exponent))
        for low, exponent in enumerate(exponents)
    )


def _half_table() -> bytes:
    """Highest byte of a 16-bit float to its value, 0 to 255."""
    table = []
    for high in range(256):
        exponent, mantissa = high >> 2 & 31, (high & 3) / 4
        value = (1 + mantissa) * 2.0 ** (exponent - 15) if high < 128 else 0.0
        table.append(min(255, round(255 * value)) if exponent else 0)
    return bytes(table)


_GREY = QtGui.QImage.Format.Format_Grayscale8
_RGB = QtGui.QImage.Format.Format_RGB32
_PREMULTIPLIED = QtGui.QImage.Format.Format_ARGB32_Premultiplied
_HALF = _half_table()
_OVER_ONE = bytes(255 if 0x3F < v < 0x80 else 0 for v in range(256))
_THIRD = bytes(v // 3 for v in range(256))
_INVERTED = bytes(255 - v for v in range(256))
#: Channel that tells light from dark, the alpha channel, and how many there are.
_CHANNELS = {
    "RGBA": (1, 3, 4),
    "GRAYA": (0, 1, 2),
    "LABA": (0, 3, 4),
    "CMYKA": (3, 4, 5),
    "XYZA": (1, 3, 4),
}
_DEPTHS: dict[str, tuple[int, Callable[[bytes, int, int], bytes]]] = {
    "U8": (1, _whole(1)),
    "U16": (2, _whole(2)),
    "F16": (2, _half),
    "F32": (4, _single),
}
