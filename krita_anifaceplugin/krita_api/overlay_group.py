"""A group that holds our picture in the layer stack, and shows parts of it anew at little cost.

Krita shows what was written to a layer only after ``refreshProjection``, which takes as long as
the whole document is large (0.2 s at 4000 x 4000 and more under load, the window standing still).
A shape of a vector layer, however, can ask for any rectangle to be shown anew, with no undo entry,
and Krita sees to it in the background. So in large documents the group holds a vector layer with
one invisible shape beside the picture. Making that shape is one more undo entry, once.

Krita collects what shapes ask for (in a KisSignalCompressor): it begins a tenth of a second after
the first of them, or two where its timer is a hair early. Asked again from then on, within half a
second, it begins at once if it did not for a tenth of a second. So it is woken before there is
anything to show, and asked again and again until it has begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..geometry import Rect
from ..qt import QtCore
from .document import Document
from .layer import Layer

#: Documents with fewer pixels than this are refreshed whole, which is faster then.
LARGE = 1_500_000
#: Asked for to hurry Krita, in points. Outside the document its layer would not change by it.
_CORNER = QtCore.QRectF(0.0, 0.0, 1.0, 1.0)
#: When to ask again, from one time to the next: once Krita must begin, in case it has not; where
#: something is to be shown, until it has.
_TO_WAKE, _TO_SHOW = (106,), (12,) * 20
#: Names of what is in a group, by the group's.
_PICTURE, _REFRESH = "{} picture", "{} refresh"
_SHAPE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="2px" height="2px" viewBox="0 0 2 2">'
    '<rect width="1" height="1" fill="none"/></svg>'
)


class OverlayGroup:
    """The group in one document."""

    def __init__(self, document: Document, group: Layer, picture: Layer) -> None:
        self._document, self.group, self.picture = document, group, picture

    @classmethod
    def create(cls, document: Document, name: str) -> OverlayGroup:
        """A locked group that is in no document yet."""
        group = Layer(document.document.createGroupLayer(name))
        picture = document.blank_layer(_PICTURE.format(name))
        nodes = [picture.node]
        width, height = document.size
        if width * height >= LARGE:
            vectors = document.document.createVectorLayer(_REFRESH.format(name))
            vectors.addShapesFromSvg(_SHAPE)
            nodes.append(vectors)
        # What is in such a group Krita draws at once, and not first a picture of the group.
        group.node.setPassThroughMode(True)
        group.node.setChildNodes(nodes)  # unlike addChildNode it leaves no undo entry
        for node in (*nodes, group.node):
            node.setLocked(True)
        return cls(document, group, picture)

    @staticmethod
    def is_one(layer: Layer, name: str) -> bool:
        """Whether a layer is such a group: of that name, with nothing in it but what ``create``
        puts there. Another layer of the same name is somebody's own work."""
        inside = (_PICTURE.format(name), _REFRESH.format(name))
        own = layer.name == name and layer.is_group
        return own and all(child.name in inside for child in layer.children())

    @classmethod
    def find(cls, document: Document, name: str, group_id: str = "") -> OverlayGroup | None:
        """The group of that name (and id), if the document holds it whole."""
        for group in document.top_layers():
            if group_id in ("", group.id) and cls.is_one(group, name):
                pictures = [child for child in group.children() if child.is_paint_layer]
                return cls(document, group, pictures[0]) if pictures else None
        return None

    def wake(self) -> None:
        """Have Krita be quick about what it is asked to show anew in the next half second."""
        self._ask(None, _TO_WAKE)

    def show_anew(self, rect: Rect) -> None:
        """Show what was written to a rectangle of the picture. Leaves no undo entry."""
        if not self._ask(rect, _TO_SHOW):
            self._document.refresh()

    def _ask(self, rect: Rect | None, again: Sequence[int]) -> bool:
        """Ask to show a rectangle anew, or next to nothing; False where there is no shape to ask
        with."""
        layer = next((x for x in self.group.children() if x.node.type() == "vectorlayer"), None)
        shapes = [] if layer is None else layer.node.shapes()
        if layer is None or not shapes:
            return False
        before = layer.change_key()
        shapes[0].updateAbsolute(_CORNER if rect is None else self._in_points(rect))
        self._ask_again(layer, shapes[0], before, again)
        return True

    def _in_points(self, rect: Rect) -> QtCore.QRectF:
        """A rectangle of the document as a shape counts, 72 to the inch."""
        x, y = (72.0 / resolution for resolution in self._document.resolution)
        return QtCore.QRectF(rect.x * x, rect.y * y, rect.width * x, rect.height * y)

    def _ask_again(self, layer: Layer, shape: Any, before: int, waits: Sequence[int]) -> None:
        """Ask until Krita has begun, which is a change of the shape's layer."""

        def ask() -> None:
            if self._document.is_open and layer.change_key() == before:
                shape.updateAbsolute(_CORNER)  # alive, for its layer is held
                self._ask_again(layer, shape, before, waits[1:])

        if waits:
            QtCore.QTimer.singleShot(waits[0], ask)
