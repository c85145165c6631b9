"""Between Qt's pictures and bytes."""

from __future__ import annotations

from .qt import QtGui


def image_bytes(image: QtGui.QImage) -> bytes:
    """An image's pixels, row by row, without the padding that Qt puts at the end of a row."""
    bits = image.constBits()
    assert bits is not None
    bits.setsize(image.sizeInBytes())
    data, stride, width = bytes(bits), image.bytesPerLine(), image.width() * image.depth() // 8
    if stride == width:
        return data
    return b"".join(data[i * stride : i * stride + width] for i in range(image.height()))


def bgra_image(side: int, pixels: bytes) -> QtGui.QImage:
    """A square picture over BGRA pixels of straight alpha, which must stay as long as it does."""
    return QtGui.QImage(pixels, side, side, QtGui.QImage.Format.Format_ARGB32)
