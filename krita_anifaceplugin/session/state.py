"""What is shown at one moment: a frozen value, replaced as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from ..frame.guidance_frame import GuidanceFrame
from ..guidance.curves import Guidance
from ..settings import Settings
from ..sketch.ink import Ink
from ..texts.phrase import SILENCE, Phrase, phrase

#: Suggestions asked for, and places for them in the docker.
COUNT = 4
HINT_NO_DOCUMENT = phrase("hint.no_document")


@dataclass(frozen=True)
class Source:
    """Where a sketch was read: ids of document and layer, and the guidance frame."""

    document: str
    layer: str
    frame: GuidanceFrame


@dataclass(frozen=True)
class Suggestion:
    """A suggested portrait: BGRA ``pixels`` of ``side * side``, the ``portrait`` itself, and the
    ``styles`` by which the worker can make more like it; ``strokes`` is the check sum of the ink
    that it answers, ``reference`` the id of the one whose colours it wears, "" for a picture's."""

    request: int
    index: int
    side: int
    pixels: bytes
    portrait: bytes
    coverage: float
    seed: int = 0
    strokes: int = 0
    styles: str = ""
    reference: str = ""


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
    """A portrait that sets the colours; ``thumbnail`` is a PNG.

    A picture of the artist's own has ``colors``, what the worker read from it; the pack's have
    "", for the worker knows them by their id.
    """

    id: str
    label: str
    thumbnail: bytes
    colors: str = ""


@dataclass(frozen=True)
class Place:
    """Where in the history of suggestions the docker stands: 1 is the oldest, 0 of 0 nowhere."""

    position: int = 0
    count: int = 0


@dataclass(frozen=True)
class State:
    """All that is shown. ``suggestions`` and ``guidance`` belong to ``source``.

    Attributes:
        hint: what to do next, where no suggestions are shown.
        notice: what went wrong; stays until the artist closes it.
        pinned: suggestions kept in view, whatever is drawn.
        selected: place of the chosen one among ``shown``.
        ink: the newest sketch that was asked about.
        picture_side: pixels of the pictures that the worker reads as references, 0 for none.
        reading: whether it reads one now.
    """

    settings: Settings = Settings()
    source: Source | None = None
    hint: Phrase = SILENCE
    notice: Phrase = SILENCE
    busy: bool = False
    accepting: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    pinned: tuple[Suggestion, ...] = ()
    selected: int = 0
    place: Place = Place()
    guidance: Guidance | None = None
    ink: Ink | None = None
    pack: str = ""
    parts: tuple[Part, ...] = ()
    references: tuple[Reference, ...] = ()
    picture_side: int = 0
    reading: bool = False
    times: tuple[tuple[str, float], ...] = ()

    @property
    def at_work(self) -> bool:
        """Whether AniFace is on and there is a document to work on."""
        return self.settings.on and self.hint != HINT_NO_DOCUMENT

    @property
    def shown(self) -> tuple[Suggestion, ...]:
        """Every suggestion in view: those for the sketch, then those pinned."""
        return self.suggestions + self.pinned

    @property
    def chosen(self) -> Suggestion | None:
        """The selected suggestion."""
        shown = self.shown
        return shown[self.selected] if 0 <= self.selected < len(shown) else None
