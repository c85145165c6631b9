"""A group that holds our picture in the layer stack, and shows parts of it anew at little cost.

Krita shows what was written to a layer only after ``refreshProjection``, which takes as long as
the whole document is large (0.2 s at 4000 x 4000 and more under load, the window standing still).
A shape of a vector layer, however, can ask for any rectangle to be shown anew, with no undo entry:
Krita begins 0.1 s later, in the background, and is some tenths of a second about it. So in large
documents the group holds a vector layer with one invisible shape beside the picture. Making that
shape is one more undo entry, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..geometry import Rect
from ..qt import QtCore
from .document import Document
from .layer import Layer, owned

#: Documents with fewer pixels than this are refreshed whole, which is faster then.
LARGE = 1_500_000
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

    def show_anew(self, rects: Iterable[Rect]) -> None:
        """Show what was written to these rectangles of the picture. Leaves no undo entry."""
        shape = self._shape()
        if shape is None:
            self._document.refresh()
            return
        # A shape counts in points, 72 to the inch.
        x, y = (72.0 / resolution for resolution in self._document.resolution)
        for rect in rects:
            shape.updateAbsolute(
                QtCore.QRectF(rect.x * x, rect.y * y, rect.width * x, rect.height * y)
            )

    def _shape(self) -> Any:
        for node in owned(self.group.node.childNodes()):
            if node.type() == "vectorlayer":
                shapes = node.shapes()
                return shapes[0] if shapes else None
        return None
