"""Pictures of the artist's own, made ready for the worker."""

from __future__ import annotations

from ..images import image_bytes
from ..phrased_error import PhrasedError
from ..qt import QtCore, QtGui

THUMBNAIL_SIDE = 128
#: Larger pictures are read smaller: nothing above the worker's side is of use.
LARGEST_READ = 2048


class NoPicture(PhrasedError):
    """There is no picture to take colours from; the text says what to do."""


def read_picture(path: str) -> QtGui.QImage:
    """The picture in a file.

    Raises:
        NoPicture: the file cannot be read as one.
    """
    reader = QtGui.QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST_READ:
        bound = QtCore.QSize(LARGEST_READ, LARGEST_READ)
        reader.setScaledSize(size.scaled(bound, QtCore.Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise NoPicture("notice.no_picture")
    return image


def prepared(image: QtGui.QImage, side: int) -> tuple[bytes, bytes]:
    """The largest centred square of a picture on white paper: BGRA of ``side`` squared for the
    worker, and a PNG for the docker."""
    square = min(image.width(), image.height())
    left, top = (image.width() - square) // 2, (image.height() - square) // 2
    paper = QtGui.QImage(square, square, QtGui.QImage.Format.Format_RGB32)
    paper.fill(QtGui.QColor(255, 255, 255))
    painter = QtGui.QPainter(paper)
    painter.drawImage(0, 0, image, left, top, square, square)
    painter.end()
    small = _scaled(paper, side)
    buffer = QtCore.QBuffer()
    buffer.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
    _scaled(paper, THUMBNAIL_SIDE).save(buffer, "PNG")
    return image_bytes(small), bytes(buffer.data().data())


def _scaled(image: QtGui.QImage, side: int) -> QtGui.QImage:
    return image.scaled(
        side,
        side,
        QtCore.Qt.AspectRatioMode.IgnoreAspectRatio,
        QtCore.Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QtGui.QImage.Format.Format_RGB32)
