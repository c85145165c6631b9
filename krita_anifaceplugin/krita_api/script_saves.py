"""Tells of what another plugin's script saves or exports, before it does.

Krita announces no export and a save only when it is over. All plugins share one Python, though,
and Krita's class of documents lets its methods be replaced: while somebody listens, the ones
that write a file call the listeners first. Measured in Krita 5.1.5: before this an exportImage held
the guidance layer, now it holds the artist's. What a script does by other means is not told of:
Document.projection, pixelData and thumbnail, a method it took hold of before, an action triggered
that asks for no file (a save is mended when it is over, see `save_guard`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from krita import Document

#: ``clone`` is how a script gets a copy to export.
METHODS = ("save", "saveAs", "exportImage", "clone")
_LISTENERS = "aniface_listeners"


def listen(before: Callable[[], None]) -> None:
    """Call ``before`` ahead of every save or export by a script."""
    for name in METHODS:
        method = _method(name)
        listeners = getattr(method, _LISTENERS, None)
        if listeners is None:
            listeners = []
            setattr(Document, name, _announced(method, listeners))
        if before not in listeners:
            listeners.append(before)


def unlisten(before: Callable[[], None]) -> None:
    """Call it no more; with nobody left, Krita's own methods are put back."""
    for name in METHODS:
        method = _method(name)
        listeners = getattr(method, _LISTENERS, None)
        if listeners is not None and before in listeners:
            listeners.remove(before)
            if not listeners:
                setattr(Document, name, method.__wrapped__)


def _method(name: str) -> Any:
    """A method as the class itself holds it; it loads Krita's own when they are asked for."""
    getattr(Document, name)
    return vars(Document)[name]


def _announced(method: Any, listeners: list[Callable[[], None]]) -> Any:
    def announced(document: Any, *values: Any) -> Any:
        for before in tuple(listeners):
            before()
        return method.__get__(document, type(document))(*values)

    announced.__wrapped__ = method  # type: ignore[attr-defined]
    setattr(announced, _LISTENERS, listeners)
    return announced
