"""A worker that answers its first sketch with hostile replies and later ones as it should.

python tests/plugin/hostile_worker.py COUNT SEED
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from krita_anifaceplugin.protocol import (  # noqa: E402
    PROTOCOL_VERSION,
    ErrorReply,
    Frame,
    FrameReader,
    Hello,
    Message,
    SuggestRequest,
    decode,
    encode,
)
from tests.plugin.fake_worker import PARTS, answers  # noqa: E402
from tests.protocol.hostile import hostile_pieces  # noqa: E402

#: Another number here is no garbage but another version, which is refused.
HONEST_FIELDS = ("protocol",)


def main() -> int:
    """Greet, then answer until the input ends."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    hello = Hello(PROTOCOL_VERSION, "hostile", "hostile", PARTS, [["r", "R", ""]], os.getpid(), 16)
    _write(encode(hello))
    reader, sketches = FrameReader(), 0
    while data := os.read(0, 1 << 20):
        for frame in reader.feed(data):
            assert isinstance(frame, Frame)
            message = decode(frame)
            assert isinstance(message, SuggestRequest)
            honest: list[Message] = answers(message)
            sketches += 1
            if sketches == 1:
                samples = [hello, *honest, ErrorReply(message.id, "request", "no")]
                frames = [encode(sample) for sample in samples]
                pieces = hostile_pieces(seed, count, frames, HONEST_FIELDS)
                for number, piece in enumerate(pieces):
                    if number == count // 4:
                        _write(encode(replace(hello, pack="quarter")))
                    _write(piece)
                _write(encode(replace(hello, pack="after")))
            for reply in honest:
                _write(encode(reply))
    return 0


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
