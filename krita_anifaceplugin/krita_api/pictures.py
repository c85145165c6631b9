"""Pictures of what is in a document, in sRGB: the active layer, the selection."""

from __future__ import annotations

from ..qt import QtGui
from ..references.picture_files import LARGEST_READ, NoPicture
from . import application


def active_layer() -> QtGui.QImage:
    """What is painted on the active layer, see-through where nothing is.

    Raises:
        NoPicture: no document, or an empty layer.
    """
    document = application.active_document()
    layer = None if document is None else document.active_layer()
    if layer is None:
        raise NoPicture("hint.no_document")
    bounds = layer.bounds
    if bounds.empty:
        raise NoPicture("notice.empty_layer")
    scale = min(1.0, LARGEST_READ / max(bounds.width, bounds.height))
    width, height = round(bounds.width * scale), round(bounds.height * scale)
    image: QtGui.QImage = layer.node.thumbnail(max(1, width), max(1, height))
    return image


def selection() -> QtGui.QImage:
    """What is seen of the document in the rectangle around the selection.

    Raises:
        NoPicture: no document, or nothing is selected.
    """
    document = application.active_document()
    if document is None:
        raise NoPicture("hint.no_document")
    rect = document.selection_bounds()
    if rect is None:
        raise NoPicture("notice.no_selection")
    image: QtGui.QImage = document.document.projection(rect.x, rect.y, rect.width, rect.height)
    return image
