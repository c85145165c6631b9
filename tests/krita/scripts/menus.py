"""Krita's menus and file dialogs, by the real pointer and keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PyQt5.QtWidgets import QApplication, QDialog


async def save_by_keys(t: Any, canvas: Any, file: Path) -> None:
    """Ctrl+S until the file is there: Krita drops it without a word while it saves by itself."""
    for _ in range(4):
        await canvas.key("ctrl+s")
        for _ in range(60):
            if file.exists():
                return
            await t.wait(0.1)
    t.check(False, f"Ctrl+S saved {file.name}")


async def choose(t: Any, action: str) -> None:
    """Click an entry of one of the menus at the top of the window, by its action's name."""
    bar = t.main_window().menuBar()
    head, entry = next(
        (head, entry)
        for head in bar.actions()
        for entry in head.menu().actions()
        if entry.objectName() == action
    )
    at = bar.mapToGlobal(bar.actionGeometry(head).center())
    await t.call("xdotool", "mousemove", at.x(), at.y(), "sleep", 0.05, "click", 1)
    await t.wait(0.6)
    menu = head.menu()
    at = menu.mapToGlobal(menu.actionGeometry(entry).center())
    await t.call("xdotool", "mousemove", at.x(), at.y(), "sleep", 0.2, "click", 1)


async def export(t: Any, file: Path) -> None:
    """File > Export to a file whose name tells the format; every question is answered by Enter."""
    await choose(t, "file_export_file")
    await answered(t, file)


async def answered(t: Any, file: Path) -> None:
    """Krita asks for a file: its name, and Enter to every question after that."""
    await t.wait_until(_dialog, 10, what="Krita asks for a file")
    await t.wait(0.5)
    await t.call("xdotool", "key", "ctrl+a", "type", str(file))
    for _ in range(6):
        await t.call("xdotool", "key", "Return")
        await t.wait(0.8)
        if file.exists() and not _dialog():
            return
    t.check(file.exists(), f"Krita exported {file.name}")


def _dialog() -> bool:
    return isinstance(QApplication.activeModalWidget(), QDialog)
