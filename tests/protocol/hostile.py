"""Byte streams as a broken or ill-meaning other side would send them; the same for each seed."""

from __future__ import annotations

import json
import random
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from krita_anifaceplugin.protocol.framing import MAGIC, BadFrame, Frame, FrameReader

#: Values that take the place of a header's own.
VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 3, 2**31, 2**63, -(2**63), 10**400, 0.5, 1e308, float("nan"),
    float("inf"), "", "x", "\0", "\ud800", "ä" * 3000, "../../etc/passwd", [], [[]], [1], [None],
    [[1, 2, 3]], [["a", "b", 3]], [{}], [{"points": [0, 0, 1e308, float("nan")]}],
    [{"part": 1, "color": "#ff0000", "alpha": 1, "width": 1, "points": [1e308, -1e308] * 3}],
    [{"part": None, "color": "red", "alpha": "1", "width": [], "points": "1234"}],
    {}, {"a": "b"}, {"a": float("nan")}, {"": []},
    {"looks": [{}], "which": [0], "counts": [4]}, {"looks": [{}], "which": [0], "counts": [2**70]},
    {"looks": [{"points": 1}], "which": [0, 0], "counts": [8, -4]}, {"looks": [], "which": [0]},
)  # fmt: skip
#: Texts that stand where a header should.
TEXTS = (
    b"", b"[1]", b"null", b"{", b"\xff\xfe", b"[" * 50_000, b"1" * 5000, b'{"kind":"hello"',
    b'{"kind":["suggest"]}', b'{"kind":"suggest","kind":"done"}', b'{"id":1}', b'"kind"',
)  # fmt: skip


def raw_frame(text: bytes, payload: bytes = b"", header: int = -1, body: int = -1) -> bytes:
    """A frame whose checksums are right, whatever its header says; ``header`` and ``body``
    replace the true lengths."""
    sizes = (len(text) if header < 0 else header, len(payload) if body < 0 else body)
    covered = struct.pack("<4sIII", MAGIC, *sizes, zlib.crc32(payload, zlib.crc32(text)))
    return covered + struct.pack("<I", zlib.crc32(covered)) + text + payload


def hostile_pieces(
    seed: int, count: int, samples: Sequence[bytes], spare: Sequence[str] = ()
) -> Iterator[bytes]:
    """``count`` pieces of a stream.

    Args:
        samples: frames of good messages, to be cut, damaged and lied about.
        spare: header fields that keep their values.
    """
    rng = random.Random(seed)
    good = [_parsed(sample) for sample in samples]
    for _ in range(count):
        sample, frame = rng.choice(samples), rng.choice(good)
        yield rng.choice(_MAKERS)(rng, sample, frame, spare)


def _parsed(sample: bytes) -> Frame:
    (frame,) = FrameReader().feed(sample)
    assert not isinstance(frame, BadFrame), frame.reason
    return frame


def _noise(rng: random.Random, sample: bytes, frame: Frame, spare: Sequence[str]) -> bytes:
    return MAGIC[: rng.randrange(5)] + rng.randbytes(rng.randrange(400))


def _cut(rng: random.Random, sample: bytes, frame: Frame, spare: Sequence[str]) -> bytes:
    return sample[: rng.randrange(1, len(sample))]


def _flipped(rng: random.Random, sample: bytes, frame: Frame, spare: Sequence[str]) -> bytes:
    data = bytearray(sample)
    for _ in range(rng.randrange(1, 4)):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def _lying(rng: random.Random, sample: bytes, frame: Frame, spare: Sequence[str]) -> bytes:
    """Whole and undamaged, but with values that no honest side would send."""
    header = dict(frame.header)
    names = [name for name in header if name not in spare]
    for name in rng.sample(names, rng.randrange(1, 3)):
        if rng.random() < 0.2:
            del header[name]
        else:
            header[name] = rng.choice(VALUES)
    return raw_frame(json.dumps(header).encode(), frame.payload)


def _other_payload(rng: random.Random, sample: bytes, frame: Frame, spare: Sequence[str]) -> bytes:
    return raw_frame(json.dumps(frame.header).encode(), rng.randbytes(rng.choice((0, 1, 7, 3000))))


def _no_header(rng: random.Random, sample: bytes, frame: Frame, spare: Sequence[str]) -> bytes:
    return raw_frame(rng.choice(TEXTS), rng.randbytes(rng.randrange(20)))


def _wrong_lengths(rng: random.Random, sample: bytes, frame: Frame, spare: Sequence[str]) -> bytes:
    """Announces far more than will ever come."""
    sizes = (2**32 - 1, 2**31, 70 << 20, 3 << 20, 60_000, 0)
    return raw_frame(b"{}", b"x" * 50, rng.choice(sizes), rng.choice(sizes))


_Maker = Callable[[random.Random, bytes, Frame, Sequence[str]], bytes]
_MAKERS: tuple[_Maker, ...] = (
    _noise, _cut, _flipped, _lying, _lying, _other_payload, _no_header, _wrong_lengths,
)  # fmt: skip
