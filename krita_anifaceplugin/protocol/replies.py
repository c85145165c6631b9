"""What the worker says: its greeting, the answers to requests, errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .curves import Curves


@dataclass(frozen=True)
class Hello:
    """First message of a worker that is ready.

    Attributes:
        protocol, worker, pack: versions and the pack's name.
        parts: [name, "#rrggbb"] of every semantic part, in legend order.
        references: [id, label, thumbnail PNG in base64] each.
        picture_side: pixels of the pictures that the pack reads as references, 0 if it reads none.
    """

    kind: ClassVar[str] = "hello"
    protocol: int
    worker: str
    pack: str
    parts: list[list[str]]
    references: list[list[str]]
    pid: int = 0
    picture_side: int = 0


@dataclass(frozen=True)
class GuidanceReply:
    """Guidance for request ``id``; a later one takes an earlier one's place.

    Attributes:
        curves: {"part": name, "color": "#rrggbb", "alpha": 0 to 1, "width": in frame units,
            "points": [x0, y0, x1, y1, ...]} each: a polyline in frame units, of single precision
            when it has come.
        side, pixels: BGRA picture of the same guidance, or 0 and b"".
    """

    kind: ClassVar[str] = "guidance"
    id: int
    mode: str
    curves: Curves
    side: int = 0
    pixels: bytes = b""


@dataclass(frozen=True)
class SuggestionReply:
    """One suggestion of request ``id``.

    Attributes:
        index: 0 is the best guess.
        pixels: BGRA picture of side * side.
        portrait: the portrait itself; send it back in a RenderRequest.
        coverage: share of the drawn ink that lies on a line of the portrait, 0 to 1.
        styles: its structure vectors, to be sent back as a SuggestRequest's ``around``.
        reference: id of the reference whose colours it wears, "" for a picture's.
    """

    kind: ClassVar[str] = "suggestion"
    id: int
    index: int
    side: int
    pixels: bytes
    portrait: bytes
    seed: int
    coverage: float
    styles: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Done:
    """Request ``id`` is answered whole. ``hint`` is for the artist ("" for none);
    ``times`` in milliseconds by step."""

    kind: ClassVar[str] = "done"
    id: int
    hint: str
    times: dict[str, float]


@dataclass(frozen=True)
class RenderReply:
    """A portrait's pixels, BGRA, side * side."""

    kind: ClassVar[str] = "rendered"
    id: int
    side: int
    pixels: bytes


@dataclass(frozen=True)
class PictureReply:
    """What was read from a picture; ``styles`` goes back as a SuggestRequest's ``colors``."""

    kind: ClassVar[str] = "picture_read"
    id: int
    styles: str


@dataclass(frozen=True)
class ErrorReply:
    """What went wrong, in words an artist can act on. ``id`` is 0 where no request is known;
    ``code`` is one of "frame", "message", "request", "pack", "internal"."""

    kind: ClassVar[str] = "error"
    id: int
    code: str
    message: str
