"""A menu that opens where it is asked for and is gone once closed."""

from __future__ import annotations

from collections.abc import Callable

from ..qt import QAction, QtCore, QtWidgets


class Menu(QtWidgets.QMenu):
    """Open it with ``popup``, for Krita suffers no nested event loop."""

    def __init__(self, owner: QtWidgets.QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, text: str, run: Callable[[], None]) -> QAction:
        """An entry at the end that runs something."""
        entry = self.addAction(text)
        assert entry is not None
        entry.triggered.connect(lambda _checked=False: run())
        return entry
