"""A document: its layers, its rest, and the few changes AniFace makes to it."""

from __future__ import annotations

from typing import Any

from ..geometry import Rect
from ..qt import QtCore, QtGui
from .layer import Layer

SRGB = "sRGB-elle-V2-srgbtrc.icc"


class Document:
    """Wraps a ``krita.Document``. ``id`` is the same for every view and wrapper of it."""

    def __init__(self, document: Any) -> None:
        self.document = document
        root = document.rootNode()
        self.id = "" if root is None else str(root.uniqueId().toString())

    @property
    def is_open(self) -> bool:
        """Whether it has not been closed since."""
        return self.document.rootNode() is not None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return int(self.document.width()), int(self.document.height())

    @property
    def resolution(self) -> tuple[float, float]:
        """Pixels per inch, across and down."""
        return self.document.xRes() or 72.0, self.document.yRes() or 72.0

    @property
    def description(self) -> str:
        """For diagnostics; no name, no path."""
        width, height = self.size
        model, depth = self.document.colorModel(), self.document.colorDepth()
        return f"{width} x {height}, {model} {depth}"

    @property
    def file_name(self) -> str:
        return str(self.document.fileName())

    def save(self) -> bool:
        """Save under the name it has."""
        return bool(self.document.save())

    def is_idle(self) -> bool:
        """Whether no stroke and no update is under way."""
        if not self.document.tryBarrierLock():
            return False
        self.document.unlock()
        return True

    def settle(self) -> None:
        """Wait until all that was begun is done. Never call it in the middle of a stroke."""
        self.document.waitForDone()

    def active_layer(self) -> Layer | None:
        node = self.document.activeNode()
        return None if node is None else Layer(node)

    def activate(self, layer: Layer) -> None:
        """Make a layer the one that is painted on."""
        self.document.setActiveNode(layer.node)

    def find(self, layer_id: str) -> Layer | None:
        """The layer of that id, or None where it is gone."""
        return next((layer for layer in self.layers() if layer.id == layer_id), None)

    def top_layers(self) -> list[Layer]:
        """The layers that are in no group, bottom to top."""
        return [Layer(node) for node in self.document.topLevelNodes()]

    def layers(self) -> list[Layer]:
        """Every layer, those in groups included."""
        found: list[Layer] = []
        waiting = list(self.document.rootNode().childNodes())
        while waiting:
            node = waiting.pop()
            found.append(Layer(node))
            waiting.extend(node.childNodes())
        return found

    def selection_bounds(self) -> Rect | None:
        """The rectangle around the selection, or None where nothing is selected."""
        selection = self.document.selection()
        if selection is None:
            return None
        rect = Rect(selection.x(), selection.y(), selection.width(), selection.height())
        return None if rect.empty else rect

    def color_at(self, x: int, y: int) -> tuple[int, int, int, int]:
        """What is seen at a pixel: red, green, blue and alpha in sRGB, 0 to 255 each."""
        seen = QtGui.QColor.fromRgba(self.document.projection(x, y, 1, 1).pixel(0, 0))
        return seen.red(), seen.green(), seen.blue(), seen.alpha()

    def annotation(self, name: str) -> str:
        """Text that is kept with the document, "" where there is none."""
        if name not in self.document.annotationTypes():
            return ""
        return bytes(self.document.annotation(name).data()).decode("utf-8", "replace")

    def annotate(self, name: str, description: str, text: str) -> None:
        """Keep a text with the document; it is worth saving, so the document is modified."""
        self.document.setAnnotation(name, description, QtCore.QByteArray(text.encode()))
        self.document.setModified(True)

    def remove_annotation(self, name: str) -> None:
        """Keep that text no longer."""
        self.document.removeAnnotation(name)
        self.document.setModified(True)

    def refresh(self) -> None:
        """Show what was written to layers. Leaves no undo entry."""
        self.document.refreshProjection()

    def blank_layer(self, name: str) -> Layer:
        """An empty layer of 8-bit RGBA that is in no document yet.

        Filled before it is added, adding it is one step to undo.
        """
        node = self.document.createNode(name, "paintlayer")
        node.setColorSpace("RGBA", "U8", SRGB)
        return Layer(node)

    def to_own_colors(self, layer: Layer) -> None:
        """Convert a layer that is in no document yet to the document's colour space."""
        own = self.document
        space = (own.colorModel(), own.colorDepth(), own.colorProfile())
        if space == ("RGBA", "U8", SRGB):
            return
        layer.node.setColorSpace(own.colorModel(), own.colorDepth(), own.colorProfile())

    def add_on_top(self, layer: Layer) -> None:
        """Add a new layer above all others; Krita makes it the active one a little later."""
        self._keeping_modified(lambda: self.document.rootNode().addChildNode(layer.node, None))

    def add_above(self, layer: Layer, below: Layer) -> None:
        """Add a new layer directly above another; Krita makes it the active one."""
        parent = below.node.parentNode() or self.document.rootNode()
        parent.addChildNode(layer.node, below.node)

    def add_below(self, layer: Layer, above: Layer) -> None:
        """Add a new layer directly below another, or above it where that is the lowest one:
        Krita's scripting cannot put anything under that."""
        parent = above.node.parentNode() or self.document.rootNode()
        siblings = [Layer(node).id for node in parent.childNodes()]
        place = siblings.index(above.id)
        neighbour = above.node if place == 0 else parent.childNodes()[place - 1]
        parent.addChildNode(layer.node, neighbour)

    def remove(self, layer: Layer) -> None:
        """Take a layer out. Waits until Krita is idle: never call it in the middle of a stroke."""
        self._keeping_modified(layer.node.remove)

    def _keeping_modified(self, change: Any) -> None:
        """What we add and take away ourselves gives nobody a reason to save."""
        modified = self.document.modified()
        change()
        if not modified:
            self.document.setModified(False)
