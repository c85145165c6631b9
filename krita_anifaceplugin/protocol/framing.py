"""Frames on a byte stream: how the plugin and its worker keep messages apart.

A frame is a fixed preamble, a JSON header and raw bytes (the *payload*: pixels, a portrait):

    magic "AFK1" | header length u32 | payload length u32 | body crc32 | preamble crc32

all little-endian; the body is header + payload, the preamble's checksum covers the four values
before it. A header may say that its payload is ``deflated``, and how long it is without that.
``FrameReader`` never raises on bad input: it yields a ``BadFrame`` and looks for the
next frame, so a cut, damaged or hostile frame costs only itself. Standard library only.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAGIC = b"AFK1"
PREAMBLE = struct.Struct("<4sIIII")
#: Header key of a payload's true length, where zlib has made it shorter.
_DEFLATED = "deflated"
#: What the preamble's own checksum covers.
_COVERED = struct.Struct("<4sIII")
MAX_HEADER = 4 << 20
#: One picture of 4096 x 4096; layered portraits travel layer by layer.
MAX_PAYLOAD = 80 << 20
#: So many damaged frames in a row are searched for others inside; later ones are dropped whole, for
#: a stream of nothing but preambles would be summed again from every one of them to its end.
_SEARCHED_DAMAGED = 4


@dataclass(frozen=True)
class Frame:
    """One header with its raw bytes."""

    header: dict[str, Any]
    payload: bytes = b""


@dataclass(frozen=True)
class BadFrame:
    """What a FrameReader makes of bytes that are no frame; ``reason`` says why."""

    reason: str


def pack_frame(header: dict[str, Any], payload: bytes = b"", *, deflate: bool = False) -> bytes:
    """Bytes of one frame. Raises ValueError where the header holds what JSON cannot.

    ``deflate`` suits a sketch: it is nearly empty, and what is larger than a pipe's buffer
    (64 KB) comes through piece by piece, whenever both ends have time.
    """
    if deflate:
        header = {**header, _DEFLATED: len(payload)}
        payload = zlib.compress(payload, 1)
    text = json.dumps(header, separators=(",", ":"), allow_nan=False).encode()
    check = zlib.crc32(payload, zlib.crc32(text))
    covered = _COVERED.pack(MAGIC, len(text), len(payload), check)
    return covered + struct.pack("<I", zlib.crc32(covered)) + text + payload


class FrameReader:
    """Turns a byte stream into frames, whatever the stream holds."""

    def __init__(self, max_header: int = MAX_HEADER, max_payload: int = MAX_PAYLOAD) -> None:
        """Frames over ``max_header`` or ``max_payload`` bytes become BadFrames."""
        self._buffer = bytearray()
        self._max = (max_header, max_payload)
        self._searched = 0  # no whole frame starts inside the unfinished one before this offset
        self._in_garbage = False
        self._damaged = 0  # frames with a wrong checksum since the last good one

    def feed(self, data: bytes) -> Iterator[Frame | BadFrame]:
        """Take more bytes; yield what they complete. At most one largest frame is ever held."""
        self._buffer += data
        while (found := self._next()) is not None:
            if isinstance(found, BadFrame):
                if self._in_garbage:
                    continue  # one report for each stretch of garbage, not one for each byte
                self._in_garbage = True
            yield found

    def _next(self) -> Frame | BadFrame | None:
        """The next thing in the buffer, or None if it takes more bytes to tell."""
        if self._drop_to_magic():
            return BadFrame("bytes that belong to no frame")
        sizes = self._sizes(0)
        if sizes is None:
            return None
        if isinstance(sizes, str):
            return self._bad(sizes)
        if len(self._buffer) < PREAMBLE.size + sum(sizes):
            return self._rescue_from_cut_frame()
        return self._take(*sizes)

    def _sizes(self, at: int) -> tuple[int, int] | str | None:
        """Header and payload length of the preamble at ``at``; what is wrong with it; None if
        it is not whole yet."""
        if len(self._buffer) < at + PREAMBLE.size:
            return None
        magic, header, payload, check, own = PREAMBLE.unpack_from(self._buffer, at)
        if zlib.crc32(_COVERED.pack(magic, header, payload, check)) != own:
            return "frame damaged (wrong checksum of its preamble)"
        if header > self._max[0] or payload > self._max[1]:
            return f"frame too large ({header} + {payload} bytes)"
        return header, payload

    def _take(self, header_size: int, payload_size: int) -> Frame | BadFrame:
        """The whole frame at the buffer's start."""
        text = bytes(self._buffer[PREAMBLE.size : PREAMBLE.size + header_size])
        end = PREAMBLE.size + header_size + payload_size
        payload = bytes(self._buffer[PREAMBLE.size + header_size : end])
        if zlib.crc32(payload, zlib.crc32(text)) != PREAMBLE.unpack_from(self._buffer)[3]:
            self._damaged += 1
            if self._damaged > _SEARCHED_DAMAGED:
                self._drop(end)
                return BadFrame("many damaged frames")
            return self._bad("frame damaged (wrong checksum)")
        self._drop(end)
        self._in_garbage, self._damaged = False, 0
        try:
            header = json.loads(text)
        except (ValueError, RecursionError):
            return BadFrame("frame header is not JSON")
        if not isinstance(header, dict):
            return BadFrame("frame header is not a JSON object")
        if _DEFLATED not in header:
            return Frame(header, payload)
        inflated = _inflated(payload, header.pop(_DEFLATED), self._max[1])
        return (
            BadFrame("frame's payload is damaged") if inflated is None else Frame(header, inflated)
        )

    def _rescue_from_cut_frame(self) -> BadFrame | None:
        """A whole preamble inside an unfinished frame means that its writer stopped half-way.

        Two checksums and the magic make a mistake a matter of 2**-64, so the new frame is taken
        at once and does not wait for the lost bytes.
        """
        at = self._buffer.find(MAGIC, max(self._searched, 1))
        while at >= 0:
            sizes = self._sizes(at)
            if sizes is None:
                self._searched = at
                return None
            if isinstance(sizes, tuple):
                self._drop(at)
                self._in_garbage = False
                return BadFrame("frame cut short by another")
            at = self._buffer.find(MAGIC, at + 1)
        self._searched = max(1, len(self._buffer) - len(MAGIC) + 1)
        return None

    def _drop_to_magic(self) -> bool:
        """Drop what stands before the next magic; whether there was anything."""
        at = self._buffer.find(MAGIC)
        drop = at if at >= 0 else len(self._buffer) - _magic_prefix_at_end(self._buffer)
        if drop:
            self._drop(drop)
        return drop > 0

    def _bad(self, reason: str) -> BadFrame:
        """Give up the frame at the buffer's start, but not what may follow its magic."""
        self._drop(len(MAGIC))
        return BadFrame(reason)

    def _drop(self, size: int) -> None:
        del self._buffer[:size]
        self._searched = 0


def _inflated(payload: bytes, size: Any, most: int) -> bytes | None:
    """``size`` bytes out of a deflated payload, None where it is not just that."""
    if type(size) is not int or not 0 <= size <= most:
        return None
    inflater = zlib.decompressobj()
    try:
        data = inflater.decompress(payload, size + 1)
    except zlib.error:
        return None
    return data if len(data) == size and inflater.eof else None


def _magic_prefix_at_end(buffer: bytearray) -> int:
    """Length of the longest proper prefix of the magic that ends the buffer."""
    return next((n for n in range(len(MAGIC) - 1, 0, -1) if buffer.endswith(MAGIC[:n])), 0)
