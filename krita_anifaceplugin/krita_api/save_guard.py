"""Tells of a save, export or close before Krita begins it.

Krita announces a save when it is over, and runs its own slot of an action before any slot of
ours. What comes earlier: the File menu opens, a tool bar's button is pressed, a shortcut reaches
the action, a window is asked to close, a dialog asks for a file. What scripts save or export is
in `script_saves`. A save by other ways is told of when it is over. An autosave is announced in the
status bar before it copies the document; its file's name, in every language, ends in AUTOSAVE.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..qt import QtCore, QtWidgets
from . import application

ACTIONS = (
    "file_save",
    "file_save_as",
    "file_export_file",
    "file_export_advanced",
    "save_incremental_version",
    "save_incremental_backup",
    "file_close",
    "file_close_all",
    "file_quit",
)
AUTOSAVE = "-autosave.kra"


class SaveGuard(QtCore.QObject):
    """Calls ``before`` ahead of a save or close in one main window, ``before_autosave`` ahead of
    an autosave, ``after`` when a save is over.

    All may be called without need; ``after`` gets the file's name.
    """

    def __init__(
        self,
        window: Any,
        before: Callable[[], None],
        before_autosave: Callable[[], None],
        after: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._before = before
        self._before_autosave = before_autosave
        self._last_message = ""
        self._closing = QtCore.QEvent.Type.Close
        self._shortcut = QtCore.QEvent.Type.Shortcut
        self._blocked = QtCore.QEvent.Type.WindowBlocked
        self._watch_actions()
        self._watch_window(window)
        area = window.findChild(QtWidgets.QMdiArea)
        if area is not None:
            for sub in area.subWindowList():
                self._watch_window(sub)
            area.subWindowActivated.connect(self._watch_window)
        window.statusBar().messageChanged.connect(self._said)
        application.notifier().imageSaved.connect(after)

    def eventFilter(self, watched: QtCore.QObject | None, event: QtCore.QEvent | None) -> bool:
        if event is None:
            return False
        kind = event.type()
        if kind in (self._closing, self._shortcut) or (kind == self._blocked and _asks_for_file()):
            self._before()
        return False

    def _said(self, message: str) -> None:
        """Krita's status bar says something else; of an autosave twice, before and after."""
        begins = AUTOSAVE in message and AUTOSAVE not in self._last_message
        self._last_message = message
        if begins:
            self._before_autosave()

    def _watch_actions(self) -> None:
        menus: list[QtWidgets.QMenu] = []
        for action in filter(None, map(application.action, ACTIONS)):
            action.installEventFilter(self)
            for holder in application.holders(action):
                if isinstance(holder, QtWidgets.QMenu) and holder not in menus:
                    menus.append(holder)
                    holder.aboutToShow.connect(self._before)
                elif isinstance(holder, QtWidgets.QToolBar):
                    button = holder.widgetForAction(action)
                    if isinstance(button, QtWidgets.QAbstractButton):
                        button.pressed.connect(self._before)

    def _watch_window(self, window: Any) -> None:
        """Qt takes a filter that is installed twice for one."""
        if window is not None:
            window.installEventFilter(self)


def _asks_for_file() -> bool:
    """Whether the dialog that opens is one for files: an action that nobody saw was triggered."""
    dialog = QtWidgets.QApplication.activeModalWidget()
    return isinstance(dialog, QtWidgets.QFileDialog)
