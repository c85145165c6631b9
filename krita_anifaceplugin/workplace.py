"""What the artist's actions on a document work with, in one main window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .overlay.display import GuidanceDisplay
from .sketch.reader import SketchReader


@dataclass(frozen=True)
class Workplace:
    """Krita's main window, what reads the sketch in it and what shows guidance over it.

    ``look_again`` makes the sketch be read anew.
    """

    window: Any
    reader: SketchReader
    display: GuidanceDisplay
    look_again: Callable[[], None]
