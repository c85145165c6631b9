"""Puts the artist's layer back after Krita made another one active.

Krita does that some 15 ms after a layer was added or removed, in its own event loop.
"""

from __future__ import annotations

import time

from ..krita_api.document import Document
from ..krita_api.layer import Layer
from ..qt import QtCore
from .layer_names import KEPT_NAME, OURS

STEP_MS = 5
#: Some 15 ms when nothing else runs; on a busy machine Krita takes its time.
PATIENCE_S = 1.5


def artists_layer(document: Document, sketch: Layer | None) -> Layer | None:
    """The layer that the artist works on: the active one, unless that is one which was inserted a
    moment ago and has not given way yet; then the sketch."""
    active = document.active_layer()
    if active is None or sketch is None:
        return active
    return sketch if active.name.startswith((*OURS, KEPT_NAME)) else active


def keep_active(document: Document, layer: Layer, instead_of: Layer | None = None) -> None:
    """Make ``layer`` active again once Krita has made another one active.

    Args:
        instead_of: only this other layer is replaced; None: any other.
    """
    _look(document, layer.id, "" if instead_of is None else instead_of.id, time.monotonic())


def _look(document: Document, wanted: str, other: str, since: float) -> None:
    active = document.active_layer()
    if active is not None and active.id != wanted and other in ("", active.id):
        layer = document.find(wanted)
        if layer is not None:
            document.activate(layer)
        return
    if time.monotonic() - since < PATIENCE_S:
        QtCore.QTimer.singleShot(STEP_MS, lambda: _look(document, wanted, other, since))
