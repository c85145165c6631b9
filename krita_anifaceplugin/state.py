"""What is shown at one moment: a frozen value, replaced as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from .guidance import Guidance
from .guidance_frame import GuidanceFrame
from .ink import Ink
from .settings import Settings

#: Suggestions asked for, and places for them in the docker.
COUNT = 4


@dataclass(frozen=True)
class Source:
    """Where a sketch was read: ids of document and layer, and the guidance frame."""

    document: str
    layer: str
    frame: GuidanceFrame


@dataclass(frozen=True)
class Suggestion:
    """A suggested portrait: BGRA ``pixels`` of ``side * side`` and the ``portrait`` itself;
    ``strokes`` is the check sum of the ink that it answers."""

    request: int
    index: int
    side: int
    pixels: bytes
    portrait: bytes
    coverage: float
    seed: int = 0
    strokes: int = 0


@dataclass(frozen=True)
class Accepted:
    """A portrait ready to become a layer: BGRA pixels, and where they belong.

    ``under`` and ``hides_sketch`` are what the artist had chosen when it was accepted.
    """

    source: Source
    side: int
    pixels: bytes
    name: str
    under: bool = False
    hides_sketch: bool = False


@dataclass(frozen=True)
class Part:
    """A semantic part of the legend."""

    name: str
    color: str


@dataclass(frozen=True)
class Reference:
    """A portrait that sets the colours; ``thumbnail`` is a PNG."""

    id: str
    label: str
    thumbnail: bytes


@dataclass(frozen=True)
class State:
    """All that is shown. ``suggestions`` and ``guidance`` belong to ``source``; ``ink`` is the
    newest sketch that was asked about."""

    settings: Settings = Settings()
    source: Source | None = None
    hint: str = ""
    busy: bool = False
    accepting: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    selected: int = 0
    guidance: Guidance | None = None
    ink: Ink | None = None
    pack: str = ""
    parts: tuple[Part, ...] = ()
    references: tuple[Reference, ...] = ()
    times: tuple[tuple[str, float], ...] = ()

    @property
    def chosen(self) -> Suggestion | None:
        """The selected suggestion."""
        return self.suggestions[self.selected] if self.selected < len(self.suggestions) else None
