"""What the worker sends, checked, as the values that a State holds. What is damaged is left out."""

from __future__ import annotations

import base64
import binascii

from ..protocol import MAX_PICTURE_SIDE, ErrorReply, Hello, SuggestionReply
from .state import COUNT, Part, Reference, Suggestion

#: Characters of an error's words that the docker has room for.
MOST_WORDS = 500


def suggestion_of(reply: SuggestionReply, strokes: int) -> Suggestion | None:
    """A suggestion, or None where its place or its picture's size is wrong.

    ``strokes`` is the check sum of the ink that it answers.
    """
    if not 0 <= reply.index < COUNT or len(reply.pixels) != 4 * reply.side**2:
        return None
    return Suggestion(
        request=reply.id,
        index=reply.index,
        side=reply.side,
        pixels=reply.pixels,
        portrait=reply.portrait,
        coverage=min(max(reply.coverage, 0.0), 1.0),
        seed=reply.seed,
        strokes=strokes,
        styles=reply.styles,
        reference=reply.reference,
    )


def words_of(error: ErrorReply) -> str:
    """What an error says, cut where it goes on for ever."""
    words = error.message
    return words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1] + "…"


def picture_side_of(hello: Hello) -> int:
    """Pixels of the pictures that the pack reads, 0 where it reads none."""
    return hello.picture_side if 0 < hello.picture_side <= MAX_PICTURE_SIDE else 0


def parts_of(hello: Hello) -> tuple[Part, ...]:
    """The pack's semantic parts, in the order of its legend."""
    return tuple(Part(*item[:2]) for item in hello.parts if len(item) >= 2)


def references_of(hello: Hello) -> tuple[Reference, ...]:
    """The pack's own references; a damaged thumbnail is b""."""
    whole = (item for item in hello.references if len(item) >= 3)
    return tuple(Reference(item[0], item[1], _decoded(item[2])) for item in whole)


def _decoded(text: str) -> bytes:
    """Base64 to bytes; damaged text to b""."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
