"""Which layers are the sketch: the active paint layer, or the layer or group that is pinned."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..krita_api.document import Document
from ..krita_api.layer import Layer
from ..texts.phrase import SILENCE, Phrase, phrase

HINT_OURS = phrase("hint.own_layer")
HINT_KIND = phrase("hint.kind")
HINT_HIDDEN = phrase("hint.hidden")
HINT_IGNORED = phrase("hint.ignored")

ANNOTATION = "aniface/sketch-layer"
DESCRIPTION = "AniFace sketch layer"


@dataclass(frozen=True)
class Choice:
    """The layer that is followed, or why there is none (``trouble``, SILENCE where there is)."""

    layer: Layer
    trouble: Phrase = SILENCE


class SketchChoice:
    """Remembers what is pinned; the document keeps it, too."""

    def __init__(self) -> None:
        self._pinned: dict[str, Layer | None] = {}

    def pinned(self, document: Document) -> Layer | None:
        """The pinned layer of a document, None where there is none or it was deleted."""
        if document.id not in self._pinned:
            layer_id = document.annotation(ANNOTATION)
            self._pinned[document.id] = document.find(layer_id) if layer_id else None
        layer = self._pinned[document.id]
        return layer if layer is not None and layer.in_document else None

    def pin(self, document: Document, layer: Layer) -> Phrase:
        """Follow this layer whichever is active; returns why it cannot be pinned, or SILENCE."""
        trouble = _trouble(layer, 0)
        if not trouble:
            self._pinned[document.id] = layer
            document.annotate(ANNOTATION, DESCRIPTION, layer.id)
        return trouble

    def unpin(self, document: Document) -> None:
        """Follow the active layer again."""
        if self._pinned.get(document.id) is not None:
            document.remove_annotation(ANNOTATION)
        self._pinned[document.id] = None

    def forget_closed(self, open_ids: Collection[str]) -> None:
        """Let go of closed documents, whose layers would stay in memory as long as we hold one."""
        self._pinned = {k: v for k, v in self._pinned.items() if k in open_ids}

    def of(self, document: Document, ignored_label: int) -> Choice | None:
        """The layer to follow now, or None where the document has no active one.

        ``ignored_label`` is the number of Krita's colour label for construction lines, 0 none.
        """
        pinned = self.pinned(document)
        layer = pinned or document.active_layer()
        if layer is None:
            return None
        trouble = _trouble(layer, ignored_label)
        if not trouble and pinned is None and layer.is_group:
            trouble = HINT_KIND
        return Choice(layer, trouble)


def sheets(layer: Layer, ignored_label: int) -> list[Layer]:
    """The paint layers that are read: the layer itself, or a group's visible ones."""
    if not layer.is_group:
        return [layer]
    found: list[Layer] = []
    for child in layer.children():
        if child.is_ours or not child.visible:
            continue
        if ignored_label and child.color_label == ignored_label:
            continue
        if child.is_group or child.is_paint_layer:
            found += sheets(child, ignored_label)
    return found


def _trouble(layer: Layer, ignored_label: int) -> Phrase:
    if layer.is_ours:
        return HINT_OURS
    if not layer.is_paint_layer and not layer.is_group:
        return HINT_KIND
    if ignored_label and layer.color_label == ignored_label:
        return HINT_IGNORED
    return SILENCE if layer.shown else HINT_HIDDEN
