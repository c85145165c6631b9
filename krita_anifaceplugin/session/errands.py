"""What the worker is asked besides suggestions: portraits to draw, pictures to read."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from ..protocol import ErrorReply, PictureReply, PictureRequest, RenderReply, RenderRequest
from .answers import words_of

#: Ids rise over all sessions of a process, for they share one worker.
_ids = itertools.count(1)


def new_id() -> int:
    """An id that no request of this process has had."""
    return next(_ids)


@dataclass(frozen=True)
class Rendered:
    """What came of a portrait: BGRA pixels of ``side * side``. ``refusal`` is the worker's own
    words where it would not draw it; 0, b"" and no words mean a damaged answer."""

    side: int = 0
    pixels: bytes = b""
    refusal: str = ""


@dataclass(frozen=True)
class Read:
    """What came of a picture: its colours, or the worker's own words for why there are none."""

    colors: str = ""
    refusal: str = ""


class Errands:
    """Hands each answer to whoever asked, once."""

    def __init__(self, send: Callable[[RenderRequest | PictureRequest], None]) -> None:
        """``send`` hands a request to the worker."""
        self._send = send
        self._renders: dict[int, Callable[[Rendered], None]] = {}
        self._reads: dict[int, Callable[[Read], None]] = {}

    def render(self, portrait: bytes, side: int, done: Callable[[Rendered], None]) -> None:
        """Have a portrait drawn, ``side`` pixels wide and high."""
        request = RenderRequest(id=new_id(), side=side, portrait=portrait)
        self._renders[request.id] = done
        self._send(request)

    def read(self, pixels: bytes, side: int, done: Callable[[Read], None]) -> None:
        """Have the colours of a picture read: BGRA of ``side * side``."""
        request = PictureRequest(new_id(), side, pixels)
        self._reads[request.id] = done
        self._send(request)

    def receive(self, message: RenderReply | PictureReply | ErrorReply) -> bool:
        """Take an answer; whether it was one that somebody waits for."""
        if message.id in self._renders:
            self._renders.pop(message.id)(_rendered(message))
        elif message.id in self._reads:
            self._reads.pop(message.id)(_read(message))
        else:
            return False
        return True


def _rendered(message: RenderReply | PictureReply | ErrorReply) -> Rendered:
    if isinstance(message, ErrorReply):
        return Rendered(refusal=words_of(message))
    if isinstance(message, RenderReply) and len(message.pixels) == 4 * message.side**2 > 0:
        return Rendered(message.side, message.pixels)
    return Rendered()


def _read(message: RenderReply | PictureReply | ErrorReply) -> Read:
    if isinstance(message, ErrorReply):
        return Read(refusal=words_of(message))
    return Read(message.styles if isinstance(message, PictureReply) else "")
