"""A layer of ours becomes one of the artist's, beside the sketch it was made from."""

from __future__ import annotations

from ..krita_api.document import Document
from ..krita_api.layer import Layer
from .layer_focus import artists_layer, keep_active


def add_beside(document: Document, layer: Layer, sketch: Layer | None, under: bool = False) -> None:
    """Add a layer that is in no document yet, in the document's colours, as one undo step: over
    the sketch or ``under`` it, on top of all where that is gone (None). The artist's layer stays
    the active one. Krita must be idle."""
    artists = artists_layer(document, sketch)
    document.to_own_colors(layer)
    if sketch is None:
        document.add_on_top(layer)
    elif under:
        document.add_below(layer, sketch)
    else:
        document.add_above(layer, sketch)
    if artists is not None:
        keep_active(document, artists, instead_of=layer)
