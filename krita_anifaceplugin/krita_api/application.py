"""Krita itself: documents, actions, notifications, the docker's registration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from krita import DockWidgetFactory, DockWidgetFactoryBase, Krita

from .document import Document


def active_document() -> Document | None:
    """The document in the active view."""
    document = Krita.instance().activeDocument()
    return None if document is None else Document(document)


def documents() -> list[Document]:
    """Every open document."""
    return [Document(document) for document in Krita.instance().documents()]


def find_document(document_id: str) -> Document | None:
    """An open document, or None once it is closed."""
    return next((d for d in documents() if d.id == document_id), None)


def action(name: str) -> Any:
    """One of Krita's actions (a QAction), or None."""
    return Krita.instance().action(name)


def holders(action: Any) -> list[Any]:
    """The menus and tool bars that an action is in."""
    if hasattr(action, "associatedObjects"):  # Qt 6
        return list(action.associatedObjects())
    return list(action.associatedWidgets())


def active_window() -> Any:
    """The QMainWindow in front, or None."""
    window = Krita.instance().activeWindow()
    return None if window is None else window.qwindow()


def docker(name: str) -> Any:
    """The docker of that object name in the window in front, or None."""
    window = active_window()
    for found in Krita.instance().dockers():
        if found.objectName() == name and found.parentWidget() == window:
            return found
    return None


def notifier() -> Any:
    """Krita's notifications (saved, closing, ...), switched on."""
    notifier = Krita.instance().notifier()
    notifier.setActive(True)
    return notifier


def register(name: str, docker: Callable[..., Any]) -> None:
    """Add a docker, made anew for every window."""
    area = getattr(DockWidgetFactoryBase, "DockPosition", DockWidgetFactoryBase).DockRight
    Krita.instance().addDockWidgetFactory(DockWidgetFactory(name, area, docker))


def register_extension(extension: Callable[[Any], Any]) -> None:
    """Add an extension: an object that Krita asks for actions, once for every window."""
    krita = Krita.instance()
    krita.addExtension(extension(krita))
