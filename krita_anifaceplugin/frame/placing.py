"""Where the unit square of frame units lies in the document and on the canvas."""

from __future__ import annotations

from typing import Protocol

from ..qt import QtGui
from .guidance_frame import GuidanceFrame


class Geometry(Protocol):
    """Where document pixels lie on a widget; equal ones place them equally."""

    def image_to_widget(self) -> QtGui.QTransform:
        """Maps document pixels to widget pixels."""


def unit_to_document(frame: GuidanceFrame) -> QtGui.QTransform:
    """Maps the unit square to the frame's square in the document."""
    transform = QtGui.QTransform.fromTranslate(*frame.center)
    transform.rotate(frame.angle)
    transform.scale(frame.side, frame.side)
    return transform.translate(-0.5, -0.5)


def unit_to_widget(frame: GuidanceFrame, geometry: Geometry) -> QtGui.QTransform:
    """Maps the unit square to the frame's square on the canvas widget."""
    return unit_to_document(frame) * geometry.image_to_widget()
