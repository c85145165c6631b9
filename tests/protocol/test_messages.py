"""Messages keep their values on the way, and wrong ones are refused in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from krita_anifaceplugin import protocol
from krita_anifaceplugin.protocol import (
    Frame,
    FrameReader,
    Message,
    ProtocolError,
    SuggestRequest,
    decode,
    encode,
)

REQUEST = SuggestRequest(id=7, width=2, height=2, ink=b"\0\x80\xff\0")
MESSAGES: list[Message] = [
    REQUEST,
    protocol.RenderRequest(1, 64, b"portrait", background=True),
    protocol.PictureRequest(9, 1, b"abcd"),
    protocol.PictureReply(9, "c3R5bGVz"),
    protocol.Hello(1, "0.1", "default", [["face", "#ff0000"]], [["rose", "Rose", ""]], 5),
    protocol.GuidanceReply(
        2, "rough", [{"part": "face", "color": "#000000", "points": [0.5, 1.0]}], 1, b"abcd"
    ),
    protocol.SuggestionReply(3, 0, 1, b"abcd", "cG9y", 9, 0.5),
    protocol.Done(4, "hint", {"fit": 1.5}),
    protocol.RenderReply(5, 1, b"abcd"),
    protocol.ErrorReply(0, "frame", "text with ümlaut"),
]


def sent(message: Message) -> Message:
    (frame,) = FrameReader().feed(encode(message))
    assert isinstance(frame, Frame)
    return decode(frame)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda m: m.kind)
def test_every_message_comes_back_as_it_was(message: Message) -> None:
    assert sent(message) == message


def test_fields_of_a_newer_side_are_passed_over_and_missing_ones_have_defaults() -> None:
    header = {"kind": "suggest", "id": 7, "width": 2, "height": 2, "mood": "calm"}
    assert decode(Frame(header, REQUEST.ink)) == REQUEST


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "shout"},
        {"kind": ["suggest"]},
        {"id": "7"},
        {"id": True},
        {"width": 2.0},
        {"guidance_opacity": float("nan")},
        {"guidance_opacity": 10**400},
        {"guidance": None},
        {"height": None},
    ],
)
def test_wrong_types_are_refused(change: dict[str, Any]) -> None:
    header = {"kind": "suggest", "id": 7, "width": 2, "height": 2, **change}
    with pytest.raises(ProtocolError):
        decode(Frame(header, REQUEST.ink))


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ProtocolError, match="width"):
        decode(Frame({"kind": "suggest", "id": 1, "height": 2}, b""))


@pytest.mark.parametrize(
    "change",
    [
        {"width": 3},
        {"ink": b"\0"},
        {"width": 2000, "height": 2000, "ink": bytes(4_000_000)},
        {"width": 0, "height": 0, "ink": b""},
        {"guidance": "loud"},
        {"guidance_side": 5000},
        {"guidance_opacity": 1.5},
        {"thumbnail_side": 0},
        {"count": 9},
        {"count": -1},
        {"seed": -1},
    ],
    ids=str,
)
def test_values_out_of_limits_are_refused(change: dict[str, Any]) -> None:
    REQUEST.check()
    with pytest.raises(ProtocolError):
        replace(REQUEST, **change).check()
