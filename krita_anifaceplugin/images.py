"""Between Qt's pictures and bytes."""

from __future__ import annotations

from collections.abc import Sequence

from .qt import QtCore, QtGui

#: Bytes that Qt converts without a thread of its own.
_STRIP = 1 << 16


def image_bytes(image: QtGui.QImage) -> bytes:
    """An image's pixels, row by row, without the padding that Qt puts at the end of a row."""
    bits = image.constBits()
    assert bits is not None
    bits.setsize(image.sizeInBytes())
    data, stride, width = bytes(bits), image.bytesPerLine(), image.width() * image.depth() // 8
    if stride == width:
        return data
    return b"".join(data[i * stride : i * stride + width] for i in range(image.height()))


def straight_bytes(image: QtGui.QImage) -> bytes:
    """An image's pixels as BGRA of straight alpha, row by row.

    Converted in strips: one of 128 KB and more Qt shares among threads, and waits for all of them,
    which beside a busy worker takes four times as long.
    """
    width, height = image.width(), image.height()
    rows = max(1, _STRIP // max(1, 4 * width))
    strips = (image.copy(0, y, width, min(rows, height - y)) for y in range(0, height, rows))
    straight = QtGui.QImage.Format.Format_ARGB32
    return b"".join(image_bytes(strip.convertToFormat(straight)) for strip in strips)


def bgra_image(side: int, pixels: bytes) -> QtGui.QImage:
    """A square picture over BGRA pixels of straight alpha, which must stay as long as it does."""
    return QtGui.QImage(pixels, side, side, QtGui.QImage.Format.Format_ARGB32)


def png_image(data: bytes, most: int) -> QtGui.QImage | None:
    """The picture in a PNG; None where it is none, or wider or higher than ``most`` pixels. No
    other format is looked for, for some fetch other files."""
    buffer = QtCore.QBuffer()
    buffer.setData(data)
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    reader = QtGui.QImageReader(buffer, b"PNG")
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > most:
        return None
    image = reader.read()
    return None if image.isNull() else image


def quartered(images: Sequence[QtGui.QImage], side: int = 128) -> QtGui.QImage:
    """The first four of ``images`` as the quarters of one picture of ``side`` pixels."""
    picture = QtGui.QImage(side, side, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(picture)
    painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
    half = side // 2
    for place, image in enumerate(images[:4]):
        row, column = divmod(place, 2)
        painter.drawImage(QtCore.QRect(column * half, row * half, half, half), image)
    painter.end()
    return picture
