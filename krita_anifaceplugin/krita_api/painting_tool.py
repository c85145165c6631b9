"""Which tool paints: of the freehand brush it is known where, of others it is not."""

from __future__ import annotations

from typing import Any

from ..qt import QtWidgets
from . import application

#: Krita's name of the freehand brush, and of the button that chooses it in the toolbox.
BRUSH = "KritaShape/KisToolBrush"
#: Actions that let a brush paint in other places as well, while they are checked.
ELSEWHERE = ("hmirror_action", "vmirror_action", "wrap_around_mode")


class PaintingTool:
    """The tool of one main window.

    Krita tells no plugin which it is; its toolbox shows it, and is there even where it is hidden.
    """

    def __init__(self, window: Any) -> None:
        box = window.findChild(QtWidgets.QDockWidget, "ToolBox")
        self._brush = None if box is None else box.findChild(QtWidgets.QToolButton, BRUSH)
        actions = (application.action(name) for name in ELSEWHERE)
        self._elsewhere = [action for action in actions if action is not None]

    @property
    def paints_under_the_pen(self) -> bool:
        """Whether what changes lies where the pen goes, and nowhere else.

        Raises:
            RuntimeError: the window is closed.
        """
        brush = self._brush is not None and self._brush.isChecked()
        return brush and not any(action.isChecked() for action in self._elsewhere)
