"""One layer of a document."""

from __future__ import annotations

from typing import Any

from ..geometry import Rect
from ..layers.layer_names import OURS
from ..qt import QtCore, sip


def owned(nodes: list[Any]) -> list[Any]:
    """Krita's list of nodes, each let go of when Python lets go of it.

    Krita's binding keeps what it gives in lists for ever, and with each node its layer's pixels,
    even after the layer was removed or its document closed.
    """
    for node in nodes:
        if isinstance(node, sip.simplewrapper):
            sip.transferback(node)
    return nodes


class Layer:
    """Wraps a ``krita.Node``. Krita makes a new one at every call: compare ``id``."""

    def __init__(self, node: Any) -> None:
        self.node = node

    @property
    def id(self) -> str:
        return str(self.node.uniqueId().toString())

    @property
    def name(self) -> str:
        return str(self.node.name())

    @property
    def is_ours(self) -> bool:
        """Whether AniFace made it."""
        return self.name.startswith(OURS)

    @property
    def is_paint_layer(self) -> bool:
        return bool(self.node.type() == "paintlayer")

    @property
    def is_group(self) -> bool:
        return bool(self.node.type() == "grouplayer")

    @property
    def in_document(self) -> bool:
        """Whether it has not been deleted."""
        return self.node.parentNode() is not None

    @property
    def visible(self) -> bool:
        return bool(self.node.visible())

    @property
    def shown(self) -> bool:
        """Whether it is visible, and so is every group it lies in."""
        node = self.node
        while node is not None and node.visible():
            node = node.parentNode()
        return node is None

    def set_visible(self, visible: bool) -> None:
        """Show or hide it; Krita never undoes that."""
        self.node.setVisible(visible)

    @property
    def color_label(self) -> int:
        """Number of the colour label in the layer docker, 0 for none."""
        return int(self.node.colorLabel())

    def children(self) -> list[Layer]:
        """What is in a group, bottom to top."""
        return [Layer(node) for node in owned(self.node.childNodes())]

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle with all that is painted."""
        rect = self.node.bounds()
        return Rect(rect.x(), rect.y(), rect.width(), rect.height())

    @property
    def color_format(self) -> tuple[str, str]:
        """Colour model and depth, as ("RGBA", "U8")."""
        return str(self.node.colorModel()), str(self.node.colorDepth())

    def change_key(self) -> int:
        """Another number whenever anything of the layer changed; costs microseconds."""
        return int(self.node.thumbnail(32, 32).cacheKey())

    def read(self, rect: Rect) -> bytes:
        """The layer's own raw pixels."""
        return bytes(self.node.pixelData(rect.x, rect.y, rect.width, rect.height).data())

    def write(self, rect: Rect, pixels: bytes) -> None:
        """Replace pixels of an 8-bit RGBA layer. Krita does not check: too few would crash it.

        Raises:
            ValueError: the layer is of another colour format, or the length is wrong.
        """
        if self.color_format != ("RGBA", "U8") or len(pixels) != 4 * rect.width * rect.height:
            raise ValueError(f"cannot write {len(pixels)} bytes to {rect} of {self.color_format}")
        if not rect.empty:
            data = QtCore.QByteArray(pixels)
            self.node.setPixelData(data, rect.x, rect.y, rect.width, rect.height)
