"""Whatever the bytes, good frames come through whole and in order."""

from __future__ import annotations

import random
import struct
import zlib

import pytest

from krita_anifaceplugin.protocol.framing import (
    MAGIC,
    PREAMBLE,
    BadFrame,
    Frame,
    FrameReader,
    pack_frame,
)


def read(data: bytes, reader: FrameReader | None = None) -> list[Frame | BadFrame]:
    return list((reader or FrameReader()).feed(data))


def test_a_frame_survives_any_cutting_of_the_stream() -> None:
    frames = [
        Frame({"kind": "a", "text": "ä\n"}, b""),
        Frame({"kind": "b"}, MAGIC * 50),  # a payload that looks like beginnings of frames
        Frame({}, bytes(range(256)) * 20),
    ]
    stream = b"".join(pack_frame(f.header, f.payload) for f in frames)
    for size in (1, 2, 7, 100, len(stream)):
        reader = FrameReader()
        found = [f for i in range(0, len(stream), size) for f in reader.feed(stream[i : i + size])]
        assert found == frames


def test_a_stream_of_preambles_is_summed_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every preamble is right and claims the whole rest of the stream as its body."""
    size = 1 << 16
    stream = bytearray(size)
    for at in range(0, size - PREAMBLE.size, PREAMBLE.size):
        covered = struct.pack("<4sIII", MAGIC, 0, size - at - PREAMBLE.size, 1)
        stream[at : at + PREAMBLE.size] = covered + struct.pack("<I", zlib.crc32(covered))
    summed = 0
    crc32 = zlib.crc32

    def counting(data: bytes, start: int = 0) -> int:
        nonlocal summed
        summed += len(data)
        return crc32(data, start)

    monkeypatch.setattr(zlib, "crc32", counting)
    found = read(bytes(stream) + pack_frame({"n": 1}))
    assert found[-1] == Frame({"n": 1}) and isinstance(found[0], BadFrame)
    assert summed < 10 * size


@pytest.mark.parametrize("seed", range(30))
def test_damage_costs_only_the_frames_it_hits(seed: int) -> None:
    rng = random.Random(seed)
    stream = b""
    expected = []
    for number in range(25):
        payload = MAGIC * rng.randrange(3) + rng.randbytes(rng.randrange(300)) + b"."
        whole = pack_frame({"n": number}, payload)
        fate = rng.choice(["good", "good", "cut", "flip", "garbage"])
        if fate == "cut":
            whole = whole[: rng.randrange(1, len(whole))]
        elif fate == "flip":
            at = rng.randrange(len(whole))
            whole = whole[:at] + bytes([whole[at] ^ (1 << rng.randrange(8))]) + whole[at + 1 :]
        else:
            expected.append(Frame({"n": number}, payload))
            if fate == "garbage":
                whole = rng.randbytes(rng.randrange(80)) + MAGIC[: rng.randrange(4)] + whole
        stream += whole
    stream += pack_frame({"n": "last"})
    expected.append(Frame({"n": "last"}))
    reader = FrameReader()
    found: list[Frame | BadFrame] = []
    while stream:
        size = rng.randrange(1, 400)
        found += reader.feed(stream[:size])
        stream = stream[size:]
    assert [f for f in found if isinstance(f, Frame)] == expected


def test_a_frame_after_a_cut_one_does_not_wait_for_the_lost_bytes() -> None:
    cut = pack_frame({"n": 1}, bytes(100_000))[:5000]
    found = read(cut + pack_frame({"n": 2}))
    assert found == [BadFrame("frame cut short by another"), Frame({"n": 2})]


def test_a_deflated_payload_comes_through_and_a_false_one_costs_only_itself() -> None:
    ink = bytes(250_000) + b"line" * 100
    frame = pack_frame({"kind": "a"}, ink, deflate=True)
    assert len(frame) < 3000 and read(frame) == [Frame({"kind": "a"}, ink)]
    for size, payload in (
        (5, zlib.compress(b"six by")), (7, zlib.compress(b"six by")), (6, b"six by"),
        (6, zlib.compress(b"six by")[:-1]), ("6", zlib.compress(b"six by")), (-1, b""),
        (1 << 40, zlib.compress(bytes(1000))),
    ):  # fmt: skip
        found = read(pack_frame({"deflated": size}, payload) + pack_frame({"n": 1}))
        assert found == [BadFrame("frame's payload is damaged"), Frame({"n": 1})]
    bomb = zlib.compress(bytes(50_000_000))
    found = read(pack_frame({"deflated": 1000}, bomb), FrameReader(max_payload=100_000))
    assert found == [BadFrame("frame's payload is damaged")]


def test_oversized_lengths_are_refused_before_their_bytes_arrive() -> None:
    reader = FrameReader(max_header=100, max_payload=1000)
    huge = pack_frame({}, bytes(2000))[:40]
    found = read(huge, reader)
    assert len(found) == 1 and isinstance(found[0], BadFrame) and "too large" in found[0].reason
    assert read(pack_frame({"n": 1}), reader) == [Frame({"n": 1})]


def test_a_flood_of_garbage_is_one_report_and_little_memory() -> None:
    reader = FrameReader(max_payload=1000)
    reports = 0
    for _ in range(200):
        reports += len(read(MAGIC * 100 + b"\xff" * 10_000, reader))
    assert reports == 1
    assert read(pack_frame({"n": 1}), reader) == [Frame({"n": 1})]


@pytest.mark.parametrize("text", [b"[1]", b"{", b"\xff", b"[" * 100_000, b"1" * 5000])
def test_headers_that_are_no_object_are_refused_each(text: bytes) -> None:
    import zlib

    covered = struct.pack("<4sIII", MAGIC, len(text), 0, zlib.crc32(text))
    frame = covered + struct.pack("<I", zlib.crc32(covered)) + text
    found = read(frame + frame + pack_frame({"n": 1}))
    assert [type(f) for f in found] == [BadFrame, BadFrame, Frame]
