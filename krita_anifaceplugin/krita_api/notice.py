"""The docker shown where AniFace cannot run: it says why. Plain enough for an old Python."""

from __future__ import annotations

from typing import Any

from krita import DockWidget, DockWidgetFactory, DockWidgetFactoryBase, Krita


def register_notice(text: str) -> None:
    """Register a docker that shows ``text``."""
    try:
        from PyQt6.QtWidgets import QLabel
    except ImportError:
        from PyQt5.QtWidgets import QLabel

    class Notice(DockWidget):
        def __init__(self) -> None:
            super().__init__()
            self.setWindowTitle("AniFace")
            label = QLabel(text)
            label.setWordWrap(True)
            label.setMargin(10)
            self.setWidget(label)

        def canvasChanged(self, canvas: Any) -> None:
            pass

    area = getattr(DockWidgetFactoryBase, "DockPosition", DockWidgetFactoryBase).DockRight
    Krita.instance().addDockWidgetFactory(DockWidgetFactory("aniface_notice", area, Notice))
