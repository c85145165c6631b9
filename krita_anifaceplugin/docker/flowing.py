"""A widget whose height follows from its width, as Qt's layouts ask it to.

Setting the height from within a resize is answered a turn later or, while docks are dragged
about, not at all: what stands below then lies on top.
"""

from __future__ import annotations

from ..qt import QtCore, QtWidgets


class Flowing(QtWidgets.QWidget):
    """Subclasses say how high they are."""

    def __init__(self) -> None:
        super().__init__()
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Preferred
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def height_at(self, width: int) -> int:
        """The height for a width, in pixels."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_at(width)

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(1, self.height_at(max(1, self.width())))
