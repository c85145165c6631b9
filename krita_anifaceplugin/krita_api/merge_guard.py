"""Tells of an action that takes the picture as it is seen, before Krita runs it.

Flattening or copying all that is seen would take a guidance layer along. Krita runs its own slot
of an action before any slot of ours, so what comes earlier is watched: the click or the key on a
menu's entry, and the shortcut. These menus are opened for much else, so opening tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..qt import QtCore, QtGui, QtWidgets
from . import application

ACTIONS = ("flatten_image", "copy_merged", "new_from_visible", "split_alpha_save_merged")


class MergeGuard(QtCore.QObject):
    """Calls ``before`` ahead of ACTIONS in one main window; at times without need."""

    def __init__(self, window: Any, before: Callable[[], None]) -> None:
        super().__init__(window)
        self._before = before
        kind, key = QtCore.QEvent.Type, QtCore.Qt.Key
        self._shortcut = kind.Shortcut
        self._click, self._press = kind.MouseButtonRelease, kind.KeyPress
        self._enter = (key.Key_Return, key.Key_Enter, key.Key_Space)
        self._actions = [action for name in ACTIONS if (action := application.action(name))]
        for action in self._actions:
            action.installEventFilter(self)
            for holder in application.holders(action):
                if isinstance(holder, QtWidgets.QMenu):
                    holder.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject | None, event: QtCore.QEvent | None) -> bool:
        if event is None:
            return False
        if event.type() == self._shortcut or (
            isinstance(watched, QtWidgets.QMenu) and self._chosen(watched, event) in self._actions
        ):
            self._before()
        return False

    def _chosen(self, menu: QtWidgets.QMenu, event: QtCore.QEvent) -> Any:
        """The entry that an event in a menu is about to run, or None."""
        if event.type() == self._click:
            return menu.activeAction()
        if event.type() != self._press or not isinstance(event, QtGui.QKeyEvent):
            return None
        if event.key() in self._enter:
            return menu.activeAction()
        letter = event.text().lower()
        return next((a for a in menu.actions() if letter and letter == _letter(a)), None)


def _letter(action: Any) -> str:
    """The letter that runs a menu's entry: the one behind its lone ampersand."""
    _, _, after = action.text().replace("&&", "").partition("&")
    return str(after[:1].lower())
