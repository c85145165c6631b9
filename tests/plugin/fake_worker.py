"""A worker that answers at once with simple, repeatable pictures. It speaks the real protocol.

    python tests/plugin/fake_worker.py [--protocol N] [--dies-after N] [--slow S] [--log FILE]

Its guidance is a circle through the ink's centre; its portraits are flat colours. Used where the
plugin is tested and not the worker.
"""

from __future__ import annotations

import argparse
import base64
import math
import os
import struct
import sys
import time
import zlib
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from krita_anifaceplugin.protocol import (  # noqa: E402
    PROTOCOL_VERSION,
    Done,
    Frame,
    FrameReader,
    GuidanceReply,
    Hello,
    Message,
    PictureReply,
    PictureRequest,
    RenderReply,
    RenderRequest,
    SuggestionReply,
    SuggestRequest,
    decode,
    encode,
)

PARTS = [["face", "#e08040"], ["eyes", "#3080e0"], ["bangs", "#30a060"]]
COLORS = ((90, 120, 230), (120, 200, 90), (220, 140, 80), (180, 90, 200))  # BGR


def png(side: int, bgr: tuple[int, int, int]) -> bytes:
    """A square of one colour as a PNG."""
    row = b"\0" + bytes(reversed(bgr)) * side

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * side)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def circle(request: SuggestRequest) -> dict[str, Any]:
    """A circle whose height tells where the ink's middle lies, and its first point which ink."""
    width = request.width
    rows = [i for i in range(request.height) if any(request.ink[i * width : (i + 1) * width])]
    middle = (sum(rows) / len(rows) + 0.5) / request.height if rows else 0.5
    first = zlib.crc32(request.ink) / 2**32
    angles = [(first + k / 48) * math.tau for k in range(49)]
    points = [
        value
        for angle in angles
        for value in (0.5 + 0.25 * math.cos(angle), middle + 0.25 * math.sin(angle))
    ]
    return {"part": "face", "color": "#e08040", "alpha": 0.8, "width": 0.006, "points": points}


def picture(side: int, index: int) -> bytes:
    """BGRA pixels of a portrait: one colour, see-through outside the middle."""
    solid = bytes((*COLORS[index % len(COLORS)], 255))
    edge = side // 8
    row = bytes(4 * edge) + solid * (side - 2 * edge) + bytes(4 * edge)
    return bytes(4 * side * edge) + row * (side - 2 * edge) + bytes(4 * side * edge)


def answers(message: Message) -> list[Message]:
    """All replies to a request."""
    if isinstance(message, RenderRequest):
        index = message.portrait[0]
        return [RenderReply(message.id, message.side, picture(message.side, index))]
    if isinstance(message, PictureRequest):
        return [PictureReply(message.id, message.pixels[:3].hex())]
    assert isinstance(message, SuggestRequest)
    side = message.thumbnail_side
    found: list[Message] = []
    if message.guidance != "off":
        found.append(GuidanceReply(message.id, message.guidance, [circle(message)]))
    for index in range(message.count):
        portrait = bytes([index, message.id % 256])
        pixels = picture(side, index)
        styles = f"styles {index}"
        found.append(SuggestionReply(message.id, index, side, pixels, portrait, index, 0.9, styles))
    return [*found, Done(message.id, "", {"all": 1.0})]


def main() -> int:
    """Greet, then answer until the input ends."""
    options = argparse.ArgumentParser()
    options.add_argument("--protocol", type=int, default=PROTOCOL_VERSION)
    options.add_argument("--dies-after", type=int, default=0, help="requests until it crashes")
    options.add_argument("--slow", type=float, default=0.0, help="seconds to each answer")
    options.add_argument("--picture-side", type=int, default=16, help="0: it reads none")
    options.add_argument("--log", type=Path, help="file that gets a line per start and request")
    args = options.parse_args()

    def note(text: str) -> None:
        if args.log:
            with args.log.open("a") as file:
                file.write(text + "\n")

    def say(message: Message) -> None:
        sys.stdout.buffer.write(encode(message))
        sys.stdout.buffer.flush()

    note("start")
    references = [
        [f"r{i}", f"Reference {i}", base64.b64encode(png(48, color)).decode()]
        for i, color in enumerate(COLORS)
    ]
    side = args.picture_side
    say(Hello(args.protocol, "fake", "fake", PARTS, references, os.getpid(), side))
    reader, seen = FrameReader(), 0
    while data := os.read(0, 1 << 20):
        for frame in reader.feed(data):
            if not isinstance(frame, Frame):
                continue
            message = decode(frame)
            seen += 1
            note(f"{type(message).__name__} {getattr(message, 'id', '')}")
            if args.dies_after and seen >= args.dies_after:
                os._exit(3)
            time.sleep(args.slow)
            for reply in answers(message):
                say(reply)
    return 0


if __name__ == "__main__":
    sys.exit(main())
