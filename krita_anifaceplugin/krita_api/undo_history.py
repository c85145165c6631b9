"""What Krita's undo history says; its actions for undo and redo are always enabled."""

from __future__ import annotations

from typing import Any

from ..qt import QtWidgets


def can_redo(window: Any) -> bool:
    """Whether a main window's active document has a step to redo; False where nobody knows."""
    for view in window.findChildren(QtWidgets.QListView):
        model, selection = view.model(), view.selectionModel()
        if model is not None and model.metaObject().className() == "KisUndoModel":
            return bool(selection.currentIndex().row() < model.rowCount() - 1)
    return False
