"""Messages to frames and back."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import fields
from itertools import accumulate
from typing import Any

from .curves import curves_apart, curves_together
from .framing import Frame, pack_frame
from .limits import ProtocolError
from .replies import (
    Done,
    ErrorReply,
    GuidanceReply,
    Hello,
    PictureReply,
    RenderReply,
    SuggestionReply,
)
from .requests import PictureRequest, RenderRequest, SuggestRequest

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
#: Header key of how long each part of the payload is, where there are several.
_PARTS = "payload_parts"
#: Declared types of fields that travel in the payload, one after another.
_IN_PAYLOAD = ("bytes", "Curves")
#: Declared field types, by the first word of the annotation, and what JSON gives for them.
_JSON_TYPES: dict[str, type[Any]] = {
    "int": int, "float": float, "str": str, "bool": bool, "list": list, "dict": dict,
}  # fmt: skip


def encode(message: Message) -> bytes:
    """The frame of a message, ready for the pipe."""
    header: dict[str, Any] = {"kind": message.kind}
    parts: list[bytes] = []
    for item in fields(message):
        value = getattr(message, item.name)
        if item.type == "Curves":
            header[item.name], value = curves_apart(value)
        if item.type in _IN_PAYLOAD:
            parts.append(bytes(value))
        else:
            header[item.name] = value
    if len(parts) > 1:
        header[_PARTS] = [len(part) for part in parts]
    return pack_frame(header, b"".join(parts), deflate=isinstance(message, SuggestRequest))


def decode(frame: Frame) -> Message:
    """The message in a frame. Fields it does not know are passed over, so that a newer side may
    add some.

    Raises:
        ProtocolError: unknown kind, a field missing or of the wrong type, a payload of other
            parts.
    """
    kind = frame.header.get("kind")
    cls = _MESSAGES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise ProtocolError(f"unknown message {kind!r:.40}")
    values: dict[str, Any] = {}
    parts = _parts(frame, sum(item.type in _IN_PAYLOAD for item in fields(cls)))
    for item in fields(cls):
        if item.type == "bytes":
            values[item.name] = next(parts)
        elif item.type == "Curves":
            values[item.name] = curves_together(frame.header.get(item.name), next(parts))
        elif item.name in frame.header:
            value = frame.header[item.name]
            values[item.name] = _checked(f"message {kind!r}: {item.name}", str(item.type), value)
    try:
        message: Message = cls(**values)
    except TypeError as error:
        raise ProtocolError(f"message {kind!r}: {error}") from error
    return message


def _parts(frame: Frame, count: int) -> Iterator[bytes]:
    """The ``count`` parts of a payload."""
    payload = frame.payload
    sizes = frame.header.get(_PARTS) if count > 1 else [len(payload)] * count
    if (
        type(sizes) is not list
        or len(sizes) != count
        or any(type(size) is not int for size in sizes)
    ):
        raise ProtocolError(f"the payload's {count} parts must have sizes, not {sizes!r:.40}")
    if any(size < 0 for size in sizes) or count and sum(sizes) != len(payload):
        raise ProtocolError(f"{len(payload)} bytes of payload are not its parts {sizes!r:.40}")
    ends = list(accumulate(sizes))
    return iter([payload[end - size : end] for size, end in zip(sizes, ends, strict=True)])


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
