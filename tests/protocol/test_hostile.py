"""The plugin's reader and its session bear whatever a worker sends."""

from __future__ import annotations

import math
import tracemalloc

from krita_anifaceplugin import protocol
from krita_anifaceplugin.connection.request_queue import Request
from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
from krita_anifaceplugin.protocol import Message, ProtocolError, decode, encode
from krita_anifaceplugin.protocol.framing import Frame, FrameReader
from krita_anifaceplugin.session.session import Session
from krita_anifaceplugin.session.state import Source
from krita_anifaceplugin.settings import Settings
from krita_anifaceplugin.sketch.ink import Ink
from tests.protocol.hostile import hostile_pieces

COUNT = 4000
INK = Ink(8, bytes(24) + b"\xff" * 16 + bytes(24))


def replies(id_: int) -> list[Message]:
    """A good answer to request ``id_``, and a greeting."""
    curve = {"part": "face", "color": "#e08040", "alpha": 1, "width": 0.01, "points": [0, 0, 1, 1]}
    return [
        protocol.Hello(2, "t", "t", [["face", "#e08040"]], [["r", "R", ""]], 1, 16),
        protocol.GuidanceReply(id_, "rough", [curve]),
        protocol.SuggestionReply(id_, 0, 2, bytes(16), b"portrait", 0, 0.5, "s"),
        protocol.Done(id_, "", {"all": 1.0}),
        protocol.RenderReply(id_, 2, bytes(16)),
        protocol.PictureReply(id_, "s"),
        protocol.ErrorReply(id_, "request", "no"),
    ]


def test_a_session_lives_through_hostile_replies() -> None:
    sent: list[Request] = []
    session = Session(Settings(), sent.append, lambda _: None)
    session.sketch(Source("doc", "layer", GuidanceFrame(0, 0, 100)), INK)
    samples = [encode(reply) for reply in replies(sent[-1].id)]
    reader = FrameReader()
    understood = 0
    tracemalloc.start()
    try:
        early = 0
        for number, piece in enumerate(hostile_pieces(5, COUNT, samples)):
            for found in reader.feed(piece):
                if not isinstance(found, Frame):
                    continue
                try:
                    message = decode(found)
                except ProtocolError as error:
                    assert len(str(error)) < 400
                    continue
                understood += 1
                session.receive(message)
            if number == COUNT // 4:
                early = tracemalloc.get_traced_memory()[0]
        late = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert understood > COUNT // 20, "lies reach the session, too"
    assert late < early + (8 << 20)
    state = session.state
    for curve in state.guidance.curves if state.guidance else ():
        assert all(map(math.isfinite, curve.points))
    session.ask_again()
    for reply in replies(sent[-1].id)[:4]:
        session.receive(reply)
    assert session.state.pack == "t" and not session.state.busy
    assert len(session.state.suggestions) == 1 and session.state.guidance is not None
