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
    protocol.SuggestionReply(3, 0, 1, b"abcd", b"portrait", 9, 0.5),
    protocol.Done(4, "hint", {"fit": 1.5}),
    protocol.RenderReply(5, 1, b"abcd"),
    protocol.ErrorReply(0, "frame", "text with ümlaut"),
]


def framed(message: Message) -> Frame:
    (frame,) = FrameReader().feed(encode(message))
    assert isinstance(frame, Frame)
    return frame


def sent(message: Message) -> Message:
    return decode(framed(message))


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


CURVES: list[dict[str, Any]] = [
    {"part": "face", "color": "#000000", "alpha": 0.5, "width": 0.01, "points": [0.0, 0.5, 1, 2]},
    {"part": "eyes", "color": "#0000ff", "alpha": 0.9, "width": 0.01, "points": []},
    {"part": "face", "color": "#000000", "alpha": 0.5, "width": 0.01, "points": [-0.25, 15.5]},
]
GUIDANCE = protocol.GuidanceReply(2, "rough", CURVES, 1, b"abcd")


def test_curves_come_through_in_their_order_finer_than_a_pixel_of_a_large_document() -> None:
    assert sent(GUIDANCE) == GUIDANCE
    assert sent(replace(GUIDANCE, curves=[], pixels=b"")) == replace(
        GUIDANCE, curves=[], pixels=b""
    )
    places = [i / 997 for i in range(-500, 1996)]
    came = sent(replace(GUIDANCE, curves=[{**CURVES[0], "points": places}]))
    assert isinstance(came, protocol.GuidanceReply)
    (curve,) = came.curves
    assert max(abs(a - b) for a, b in zip(curve["points"], places, strict=True)) < 1e-6


@pytest.mark.parametrize(
    "change",
    [
        {"counts": [4, 0, 3]},
        {"counts": [4, -2, 4]},
        {"counts": [4, 2]},
        {"counts": [4, 0, 2, 0]},
        {"counts": [2**62, 0, 2]},
        {"counts": [4, False, 2]},
        {"counts": [4.0, 0, 2]},
        {"counts": None},
        {"counts": [0] * (protocol.MAX_COORDINATES + 1)},
        {"which": [0, 2, 0]},
        {"which": [0, -1, 0]},
        {"which": [0, 1]},
        {"which": {"0": 1}},
        {"looks": []},
        {"looks": [{"alpha": "1" * 1000}, {}]},
        {"looks": [{"part": 7}, {}]},
        {"looks": ["a", "b"]},
    ],
    ids=lambda change: str(change)[:40],
)
def test_curves_that_do_not_fit_their_points_are_refused(change: dict[str, Any]) -> None:
    frame = framed(GUIDANCE)
    with pytest.raises(ProtocolError, match="guidance"):
        decode(
            Frame({**frame.header, "curves": {**frame.header["curves"], **change}}, frame.payload)
        )


@pytest.mark.parametrize(
    "sizes",
    [None, 28, [28], [24, 4, 0], [24, 3], [23, 5], [32, -4], [24.0, 4], [True, 27], [0, 28]],
)
def test_a_payload_of_other_parts_is_refused(sizes: Any) -> None:
    frame = framed(GUIDANCE)
    assert frame.header["payload_parts"] == [24, 4]
    with pytest.raises(ProtocolError):
        decode(Frame({**frame.header, "payload_parts": sizes}, frame.payload))


@pytest.mark.parametrize("payload", [b"", bytes(27), bytes(29), bytes(1 << 20)], ids=len)
def test_guidance_cut_short_or_too_long_is_refused(payload: bytes) -> None:
    with pytest.raises(ProtocolError, match="payload"):
        decode(Frame(framed(GUIDANCE).header, payload))


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf")])
def test_points_that_are_not_finite_are_refused(wrong: float) -> None:
    curves = [*CURVES[:2], {**CURVES[2], "points": [0.5, wrong]}]
    with pytest.raises(ProtocolError, match="finite"):
        sent(replace(GUIDANCE, curves=curves))


def test_a_look_of_many_values_is_not_copied_to_every_curve() -> None:
    """A hundred thousand keys for as many curves would be more than fits into any memory."""
    count = protocol.MAX_COORDINATES // 2
    look = {"color": "#000000", **{str(i): 0 for i in range(count)}}
    curves = {"looks": [look], "which": [0] * count, "counts": [0] * count}
    header = {"kind": "guidance", "id": 1, "mode": "", "curves": curves, "payload_parts": [0, 0]}
    found = decode(Frame(header))
    assert isinstance(found, protocol.GuidanceReply) and len(found.curves) == count
    assert found.curves[0] == {"color": "#000000", "points": []}


def test_a_flood_of_points_is_refused_before_it_is_unpacked() -> None:
    many = [{**CURVES[0], "points": [0.0] * (protocol.MAX_COORDINATES + 2)}]
    with pytest.raises(ProtocolError, match="too many"):
        sent(replace(GUIDANCE, curves=many))


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
