"""*Keep guidance*: what is shown over the sketch becomes an ordinary layer, in one undo step."""

from __future__ import annotations

from .guidance_painter import GuidancePainter
from .krita_api import application
from .layer_focus import keep_active
from .phrased_error import PhrasedError
from .state import State

#: Not our overlay's name: what is kept is the artist's, and may be read as a sketch.
NAME = "Guidance"


class NothingToKeep(PhrasedError):
    """There is no guidance; the text says so."""


def keep(state: State) -> None:
    """Add a state's guidance as a layer over its sketch. Krita must be idle.

    Raises:
        NothingToKeep: no guidance, or its document is closed.
    """
    source, guidance = state.source, state.guidance
    document = None if source is None else application.find_document(source.document)
    if source is None or guidance is None or document is None:
        raise NothingToKeep("notice.nothing_to_keep")
    painter = GuidancePainter(guidance)
    extent = painter.extent(source.frame)
    if extent.empty:
        raise NothingToKeep("notice.nothing_to_keep")
    artists, sketch = document.active_layer(), document.find(source.layer)
    layer = document.new_layer(NAME, extent, painter.picture(source.frame, extent))
    if sketch is not None:
        document.add_above(layer, sketch)
    else:
        document.add_on_top(layer)
    if artists is not None:
        keep_active(document, artists, instead_of=layer)
