"""An accepted portrait becomes a layer: one undo step, the artist's layer stays the active one."""

from __future__ import annotations

from .krita_api import application
from .layer_focus import keep_active
from .phrased_error import PhrasedError
from .qt import QtCore, QtGui
from .state import Accepted


class AcceptError(PhrasedError):
    """The portrait could not be inserted; the text says why."""


def insert(accepted: Accepted) -> None:
    """Insert the portrait as a layer over the sketch. Krita must be idle.

    Raises:
        AcceptError: the document is not open any more.
    """
    source = accepted.source
    document = application.find_document(source.document)
    if document is None:
        raise AcceptError("notice.closed")
    artists, sketch = document.active_layer(), document.find(source.layer)
    frame = source.frame
    layer = document.new_layer(accepted.name, frame.rect, _at_side(accepted, frame.side))
    if sketch is not None:
        document.add_above(layer, sketch)
    else:
        document.add_on_top(layer)
    if artists is not None:
        keep_active(document, artists, instead_of=layer)


def _at_side(accepted: Accepted, side: int) -> bytes:
    """The pixels, scaled where the frame is larger than the worker draws."""
    if accepted.side == side:
        return accepted.pixels
    image = QtGui.QImage(
        accepted.pixels, accepted.side, accepted.side, QtGui.QImage.Format.Format_ARGB32
    )
    large = image.scaled(
        side,
        side,
        QtCore.Qt.AspectRatioMode.IgnoreAspectRatio,
        QtCore.Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QtGui.QImage.Format.Format_ARGB32)
    bits = large.constBits()
    assert bits is not None
    bits.setsize(large.sizeInBytes())
    return bytes(bits)
