"""Messages between the plugin and its worker. Standard library only; both sides import it.

Every message is a frozen dataclass; ``encode`` and ``decode`` map it to a frame and back (see
``framing``). Its bytes field, if it has one, travels as the frame's payload. Pixels are rows of
8-bit BGRA with straight alpha: Krita's U8 layout, and ``QImage.Format_ARGB32`` on the processors
Krita runs on. Positions are in *frame units*: (0, 0) is the upper left corner of the square
guidance frame on the canvas, (1, 1) its lower right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from krita_anifaceplugin.framing import (
    MAX_HEADER,
    MAX_PAYLOAD,
    BadFrame,
    Frame,
    FrameReader,
    pack_frame,
)

__all__ = [
    "MAX_COUNT", "MAX_HEADER", "MAX_PAYLOAD", "MAX_PICTURE_SIDE", "MAX_RENDER_SIDE",
    "MAX_SKETCH_SIDE", "PROTOCOL_VERSION", "BadFrame", "Done", "ErrorReply", "Frame",
    "FrameReader", "GuidanceReply", "Hello", "Message", "PictureReply", "PictureRequest",
    "ProtocolError", "RenderReply", "RenderRequest", "SuggestRequest", "SuggestionReply",
    "decode", "encode", "pack_frame",
]  # fmt: skip

PROTOCOL_VERSION = 3
MAX_SKETCH_SIDE = 1024
MAX_RENDER_SIDE = 4096
MAX_PICTURE_SIDE = 512
MAX_COUNT = 8
GUIDANCE_MODES = ("off", "rough", "detailed")


class ProtocolError(Exception):
    """A message that breaks the protocol; the text can be shown to the artist."""


# ---- plugin to worker


@dataclass(frozen=True)
class SuggestRequest:
    """Ask for guidance and suggestions. A newer one makes the worker drop this one.

    Attributes:
        id: chosen by the plugin, rising; every reply repeats it.
        width, height: of ``ink`` in pixels; the guidance frame is square, so both are equal.
        ink: width * height bytes, 0 no ink, 255 full ink.
        guidance: "off", "rough" or "detailed".
        guidance_side: pixels of the guidance picture; 0 asks for curves only.
        guidance_opacity: 0 to 1, multiplied into the guidance picture's alpha.
        thumbnail_side: pixels of each suggestion's picture.
        count: how many suggestions, 0 to 8.
        reference: id of the reference that sets the colours, "" for the pack's first.
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
    guidance_opacity: float = 1.0
    thumbnail_side: int = 160
    count: int = 4
    reference: str = ""
    seed: int = 0
    around: str = ""
    colors: str = ""

    def check(self) -> None:
        """Raise ProtocolError unless every value is within its limits."""
        _within("sketch side", self.width, 1, MAX_SKETCH_SIDE)
        if self.width != self.height or len(self.ink) != self.width * self.height:
            raise ProtocolError(
                f"{len(self.ink)} bytes of ink are not a square of {self.width} x {self.height}"
            )
        if self.guidance not in GUIDANCE_MODES:
            raise ProtocolError(f"unknown guidance mode {self.guidance!r:.40}")
        _within("guidance picture's side", self.guidance_side, 0, MAX_RENDER_SIDE)
        _within("guidance opacity", self.guidance_opacity, 0, 1)
        _within("thumbnail's side", self.thumbnail_side, 1, MAX_SKETCH_SIDE)
        _within("number of suggestions", self.count, 0, MAX_COUNT)
        _within("seed", self.seed, 0, 2**63 - 1)


@dataclass(frozen=True)
class RenderRequest:
    """Ask for a portrait's pixels (to accept it). Never dropped in favour of a newer request.

    Attributes:
        side: width and height of the picture in pixels.
        portrait: what a SuggestionReply's ``portrait`` decodes to.
        background: fill the frame with the portrait's paper; else leave it transparent.
    """

    kind: ClassVar[str] = "render"
    id: int
    side: int
    portrait: bytes
    background: bool = False

    def check(self) -> None:
        """Raise ProtocolError unless every value is within its limits."""
        _within("picture's side", self.side, 1, MAX_RENDER_SIDE)


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
        _within("picture's side", self.side, 1, MAX_PICTURE_SIDE)
        if len(self.pixels) != 4 * self.side**2:
            raise ProtocolError(
                f"{len(self.pixels)} bytes are no picture of {self.side} x {self.side}"
            )


# ---- worker to plugin


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
    """Guidance for request ``id``.

    Attributes:
        curves: {"part": name, "color": "#rrggbb", "alpha": 0 to 1, "width": in frame units,
            "points": [x0, y0, x1, y1, ...]} each: a polyline in frame units.
        side, pixels: BGRA picture of the same guidance, or 0 and b"".
    """

    kind: ClassVar[str] = "guidance"
    id: int
    mode: str
    curves: list[dict[str, Any]]
    side: int = 0
    pixels: bytes = b""


@dataclass(frozen=True)
class SuggestionReply:
    """One suggestion of request ``id``.

    Attributes:
        index: 0 is the best guess.
        pixels: BGRA picture of side * side.
        portrait: base64 of the portrait itself; send it back in a RenderRequest.
        coverage: share of the drawn ink that lies on a line of the portrait, 0 to 1.
        styles: its structure vectors, to be sent back as a SuggestRequest's ``around``.
    """

    kind: ClassVar[str] = "suggestion"
    id: int
    index: int
    side: int
    pixels: bytes
    portrait: str
    seed: int
    coverage: float
    styles: str = ""


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


Message = (
    SuggestRequest
    | RenderRequest
    | PictureRequest
    | Hello
    | GuidanceReply
    | SuggestionReply
    | Done
    | RenderReply
    | PictureReply
    | ErrorReply
)
_MESSAGES: dict[str, type[Any]] = {
    cls.kind: cls
    for cls in (
        SuggestRequest, RenderRequest, PictureRequest,
        Hello, GuidanceReply, SuggestionReply, Done, RenderReply, PictureReply, ErrorReply,
    )
}  # fmt: skip
#: Declared field types, by the first word of the annotation, and what JSON gives for them.
_JSON_TYPES: dict[str, type[Any]] = {
    "int": int, "float": float, "str": str, "bool": bool, "list": list, "dict": dict,
}  # fmt: skip


def encode(message: Message) -> bytes:
    """The frame of a message, ready for the pipe."""
    header: dict[str, Any] = {"kind": message.kind}
    payload = b""
    for item in fields(message):
        value = getattr(message, item.name)
        if item.type == "bytes":
            payload = bytes(value)
        else:
            header[item.name] = value
    return pack_frame(header, payload, deflate=isinstance(message, SuggestRequest))


def decode(frame: Frame) -> Message:
    """The message in a frame. Fields it does not know are passed over, so that a newer side may
    add some.

    Raises:
        ProtocolError: unknown kind, a field missing or of the wrong type.
    """
    kind = frame.header.get("kind")
    cls = _MESSAGES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise ProtocolError(f"unknown message {kind!r:.40}")
    values: dict[str, Any] = {}
    for item in fields(cls):
        if item.type == "bytes":
            values[item.name] = frame.payload
        elif item.name in frame.header:
            value = frame.header[item.name]
            values[item.name] = _checked(f"message {kind!r}: {item.name}", str(item.type), value)
    try:
        message: Message = cls(**values)
    except TypeError as error:
        raise ProtocolError(f"message {kind!r}: {error}") from error
    return message


def _checked(where: str, declared: str, value: Any) -> Any:
    """``value`` if it is what the field is declared as, all the way down; an int passes for a
    float."""
    outer, _, inner = declared.removesuffix("]").partition("[")
    if outer == "Any":
        return value
    wanted = _JSON_TYPES[outer]
    given = type(value)
    if wanted is float and given is int and abs(value) < 2**53:
        return float(value)
    if given is not wanted:
        raise ProtocolError(f"{where} must be {wanted.__name__}, not {value!r:.40}")
    if wanted is float and not math.isfinite(value):
        raise ProtocolError(f"{where} must be finite, not {value}")
    if wanted is list:
        each = f"{where}: an item"
        return [_checked(each, inner, item) for item in value]
    if wanted is dict:  # JSON's keys are text
        declared_item = inner.partition(", ")[2]
        if declared_item == "Any":
            return value
        return {key: _checked(f"{where}: {key!r:.20}", declared_item, value[key]) for key in value}
    return value


def _within(what: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise ProtocolError(f"the {what} must be from {low} to {high}, not {value!r:.40}")
