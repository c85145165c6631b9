"""A session beside a worker that answers when it is told to."""

from __future__ import annotations

from typing import Any

from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
from krita_anifaceplugin.protocol import Done, GuidanceReply, SuggestionReply
from krita_anifaceplugin.session.session import Session
from krita_anifaceplugin.session.state import Accepted, Source
from krita_anifaceplugin.settings import Settings
from krita_anifaceplugin.sketch.ink import Ink

#: As a greeting lists them.
REFERENCES = [["rose", "Rose", ""], ["sky", "Sky", ""], ["honey", "Honey", ""]]
SOURCE = Source("doc", "layer", GuidanceFrame(0, 0, 100))
CURVE = {"part": "face", "color": "#ff0000", "alpha": 0.5, "width": 0.01, "points": [0, 0, 1, 1]}


class Bench:
    """A session with what it sent and what it accepted."""

    def __init__(self) -> None:
        self.sent: list[Any] = []
        self.accepted: list[Accepted] = []
        self.pictures: list[tuple[bytes, str]] = []
        self.session = Session(
            Settings(),
            self.sent.append,
            self.accepted.append,
            lambda thumbnail, colors: self.pictures.append((thumbnail, colors)),
        )

    def draw(self, level: int, source: Source = SOURCE) -> int:
        """A sketch of one grey; returns the id of the request it made."""
        self.session.sketch(source, Ink(8, bytes([level]) * 64))
        return self.sent[-1].id if self.sent else 0

    def answer(self, request: int, count: int = 4) -> None:
        """Everything the worker answers to a request; each suggestion wears another reference."""
        self.session.receive(GuidanceReply(request, "rough", [CURVE]))
        for index in range(count):
            self.session.receive(suggestion(request, index))
        self.session.receive(Done(request, "", {"all": 1.0}))


def suggestion(request: int, index: int) -> SuggestionReply:
    """One of the suggestions that answer a request."""
    portrait = f"{request}-{index}".encode()
    return SuggestionReply(
        request, index, 2, bytes(16), portrait, 0, 0.5, f"styles {request} {index}",
        REFERENCES[index % len(REFERENCES)][0],
    )  # fmt: skip
