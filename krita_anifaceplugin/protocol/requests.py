"""What the plugin asks of its worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .limits import (
    GUIDANCE_MODES,
    MAX_COUNT,
    MAX_PICTURE_SIDE,
    MAX_RENDER_SIDE,
    MAX_SKETCH_SIDE,
    ProtocolError,
    within,
)


@dataclass(frozen=True)
class SuggestRequest:
    """Ask for guidance and suggestions. A newer one makes the worker drop this one.

    Attributes:
        id: chosen by the plugin, rising; every reply repeats it.
        width, height: of ``ink`` in pixels; the guidance frame is square, so both are equal.
        ink: width * height bytes, 0 no ink, 255 full ink.
        guidance: "off", "rough" or "detailed".
        guidance_side: pixels of the guidance picture; 0 asks for curves only.
        guidance_early: rough guidance comes twice: of the best guess as soon as it is known, and
            then whole.
        guidance_opacity: 0 to 1, multiplied into the guidance picture's alpha.
        thumbnail_side: pixels of each suggestion's picture.
        count: how many suggestions, 0 to 8.
        reference: id of the reference that sets the colours; "" for another one each.
        seed: decides the draws; the same request gives the same bytes.
        around: a SuggestionReply's ``styles``: variations of it are wanted, itself the first;
            "" for what the sketch alone says.
        colors: a PictureReply's ``styles``, whose colours take the place of ``reference``'s; ""
            for none.
    """

    kind: ClassVar[str] = "suggest"
    id: int
    width: int
    height: int
    ink: bytes
    guidance: str = "rough"
    guidance_side: int = 512
    guidance_early: bool = False
    guidance_opacity: float = 1.0
    thumbnail_side: int = 160
    count: int = 4
    reference: str = ""
    seed: int = 0
    around: str = ""
    colors: str = ""

    def check(self) -> None:
        """Raise ProtocolError unless every value is within its limits."""
        within("sketch side", self.width, 1, MAX_SKETCH_SIDE)
        if self.width != self.height or len(self.ink) != self.width * self.height:
            raise ProtocolError(
                f"{len(self.ink)} bytes of ink are not a square of {self.width} x {self.height}"
            )
        if self.guidance not in GUIDANCE_MODES:
            raise ProtocolError(f"unknown guidance mode {self.guidance!r:.40}")
        within("guidance picture's side", self.guidance_side, 0, MAX_RENDER_SIDE)
        within("guidance opacity", self.guidance_opacity, 0, 1)
        within("thumbnail's side", self.thumbnail_side, 1, MAX_SKETCH_SIDE)
        within("number of suggestions", self.count, 0, MAX_COUNT)
        within("seed", self.seed, 0, 2**63 - 1)


@dataclass(frozen=True)
class RenderRequest:
    """Ask for a portrait's pixels (to accept it). Never dropped in favour of a newer request.

    Attributes:
        side: width and height of the picture in pixels.
        portrait: a SuggestionReply's.
        background: fill the frame with the portrait's paper; else leave it transparent.
    """

    kind: ClassVar[str] = "render"
    id: int
    side: int
    portrait: bytes
    background: bool = False

    def check(self) -> None:
        """Raise ProtocolError unless every value is within its limits."""
        within("picture's side", self.side, 1, MAX_RENDER_SIDE)


@dataclass(frozen=True)
class PictureRequest:
    """Ask for the style vectors of a portrait in a picture. Never dropped.

    Attributes:
        side: width and height of the picture in pixels, the greeting's ``picture_side``.
        pixels: side * side opaque BGRA pixels.
    """

    kind: ClassVar[str] = "picture"
    id: int
    side: int
    pixels: bytes

    def check(self) -> None:
        """Raise ProtocolError unless every value is within its limits."""
        within("picture's side", self.side, 1, MAX_PICTURE_SIDE)
        if len(self.pixels) != 4 * self.side**2:
            raise ProtocolError(
                f"{len(self.pixels)} bytes are no picture of {self.side} x {self.side}"
            )
