"""Layer pixels to ink."""

from __future__ import annotations

import struct
from functools import reduce

import pytest

from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
from krita_anifaceplugin.geometry import Rect
from krita_anifaceplugin.sketch.ink import Ink
from krita_anifaceplugin.sketch.ink_planes import UnreadableLayer
from krita_anifaceplugin.sketch.ink_reading import Reading, merged, read_ink
from krita_anifaceplugin.sketch.kept_ink import KeptInk

BLACK, WHITE, CLEAR = (0, 0, 0, 255), (255, 255, 255, 255), (0, 0, 0, 0)


class Sheet:
    """A layer of one colour with a square of another; BGRA, 8 bit or widened to 16."""

    def __init__(
        self,
        side: int,
        paper: tuple[int, ...],
        ink: tuple[int, ...],
        mark: Rect,
        depth: str = "U8",
    ) -> None:
        self.side, self.paper, self.ink, self.mark = side, paper, ink, mark
        self.color_format = ("RGBA", depth)
        self.reads = 0

    @property
    def bounds(self) -> Rect:
        return self.mark if self.paper[3] == 0 else Rect(0, 0, self.side, self.side)

    def read(self, rect: Rect) -> bytes:
        self.reads += rect.width * rect.height
        out = bytearray()
        for y in range(rect.y, rect.bottom):
            for x in range(rect.x, rect.right):
                inside = not Rect(x, y, 1, 1).intersected(self.mark).empty
                color = bytes(self.ink if inside else self.paper)
                out += (
                    color
                    if self.color_format[1] == "U8"
                    else bytes(b for channel in color for b in (channel, channel))
                )
        return bytes(out)


@pytest.mark.parametrize("depth", ["U8", "U16"])
@pytest.mark.parametrize(
    ("paper", "pen"), [(CLEAR, BLACK), (CLEAR, (40, 90, 250, 255)), (WHITE, BLACK), (BLACK, WHITE)]
)
def test_ink_is_where_it_was_drawn(
    paper: tuple[int, ...], pen: tuple[int, ...], depth: str
) -> None:
    sheet = Sheet(100, paper, pen, Rect(20, 30, 10, 15), depth)
    ink = read_ink(sheet, GuidanceFrame(0, 0, 100))
    assert ink.side == 100 and len(ink.data) == 10_000 and not ink.empty
    drawn = {i for i, value in enumerate(ink.data) if value > 200}
    assert drawn == {y * 100 + x for y in range(30, 45) for x in range(20, 30)}
    assert sum(value > 0 for value in ink.data) == len(drawn)


def test_frame_crops_and_scales() -> None:
    sheet = Sheet(1200, CLEAR, BLACK, Rect(300, 300, 90, 60))
    ink = read_ink(sheet, GuidanceFrame(240, 240, 900))
    assert ink.side == 450
    rows = [ink.data[y * 450 : (y + 1) * 450] for y in range(450)]
    assert [y for y, row in enumerate(rows) if max(row) > 128] == list(range(30, 60))
    assert [x for x, value in enumerate(rows[40]) if value > 128] == list(range(30, 75))
    assert sheet.reads <= 92 * 62, "only what is painted is read"


def test_in_a_large_document_no_line_is_passed_over() -> None:
    frame = GuidanceFrame(0, 0, 4096)
    for top in range(800, 808):
        ink = read_ink(Sheet(4096, CLEAR, BLACK, Rect(400, top, 80, 2)), frame)
        assert ink.side == 512
        rows = [ink.data[y * 512 : (y + 1) * 512] for y in range(512)]
        drawn = [y for y, row in enumerate(rows) if max(row) > 0]
        assert drawn and set(drawn) <= {100, 101}, "one row of two is looked at"
        assert [x for x, value in enumerate(rows[drawn[0]]) if value] == list(range(50, 60))


def test_a_line_does_not_move_when_another_is_drawn() -> None:
    frame = GuidanceFrame(3, 5, 1100)
    one = read_ink(Sheet(1200, CLEAR, BLACK, Rect(401, 403, 7, 51)), frame)
    two = read_ink(Sheet(1200, CLEAR, BLACK, Rect(400, 403, 8, 51)), frame)
    assert one.side == two.side
    changed = [
        i % one.side for i, (a, b) in enumerate(zip(one.data, two.data, strict=True)) if a != b
    ]
    assert len(set(changed)) <= 1, "one more column of paint changes one column of cells"


def test_nothing_and_faint_things_are_empty() -> None:
    frame = GuidanceFrame(0, 0, 64)
    assert read_ink(Sheet(64, CLEAR, BLACK, Rect(0, 0, 0, 0)), frame).empty
    assert read_ink(Sheet(64, WHITE, WHITE, Rect(5, 5, 9, 9)), frame).empty
    assert read_ink(Sheet(64, WHITE, (245, 245, 245, 255), Rect(5, 5, 9, 9)), frame).empty
    assert read_ink(Sheet(64, CLEAR, BLACK, Rect(200, 200, 9, 9)), frame).empty


class Raw:
    """A layer of 40 x 40 in any format: one colour, and a square of 10 x 10 at (10, 20)."""

    def __init__(self, model: str, depth: str, paper: bytes, pen: bytes) -> None:
        self.color_format = (model, depth)
        self._paper, self._pen = paper, pen

    @property
    def bounds(self) -> Rect:
        return Rect(0, 0, 40, 40)

    def read(self, rect: Rect) -> bytes:
        return b"".join(
            self._pen if 10 <= x < 20 <= y < 30 else self._paper
            for y in range(rect.y, rect.bottom)
            for x in range(rect.x, rect.right)
        )


def channels(form: str, *values: float) -> bytes:
    return struct.pack(f"<{len(values)}{form}", *values)


FORMATS = [
    ("GRAYA", "U8", bytes((230, 255)), bytes((40, 255))),
    ("GRAYA", "U16", channels("H", 60000, 65535), channels("H", 9000, 65535)),
    ("CMYKA", "U8", bytes((0, 0, 0, 10, 255)), bytes((0, 0, 0, 230, 255))),
    ("CMYKA", "U8", bytes((0, 0, 0, 0, 255)), bytes((250, 240, 240, 0, 255))),
    ("CMYKA", "U16", channels("H", 0, 0, 0, 0, 65535), channels("H", 0, 0, 0, 60000, 65535)),
    ("LABA", "U16", channels("H", 60000, 32896, 32896, 65535), channels("H", 9000, 1, 1, 65535)),
    ("RGBA", "F16", channels("e", 0.9, 0.9, 0.9, 1.0), channels("e", 0.1, 0.1, 0.1, 1.0)),
    ("RGBA", "F32", channels("f", 0.9, 0.9, 0.9, 1.0), channels("f", 0.3, 0.3, 0.3, 1.0)),
    ("RGBA", "F32", channels("f", 7.0, 7.0, 7.0, 1.0), channels("f", 0.2, 0.2, 0.2, 1.0)),
]


@pytest.mark.parametrize(("model", "depth", "paper", "pen"), FORMATS)
def test_every_format(model: str, depth: str, paper: bytes, pen: bytes) -> None:
    frame = GuidanceFrame(0, 0, 40)
    for light, dark in ((paper, pen), (pen, paper)):
        ink = read_ink(Raw(model, depth, light, dark), frame)
        drawn = {i for i, value in enumerate(ink.data) if value > 100}
        if light is paper or min(paper) < 90:
            assert drawn == {y * 40 + x for y in range(20, 30) for x in range(10, 20)}
    clear = bytes(len(paper))
    ink = read_ink(Raw(model, depth, clear, pen), frame)
    assert sum(value > 250 for value in ink.data) == 100, "opacity on a transparent layer"


def test_thirty_two_bits_are_read_finely() -> None:
    levels = []
    for value in (0.04, 0.06, 0.12, 0.2, 0.26, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.5):
        pen = channels("f", 0, 0, 0, value)
        ink = read_ink(Raw("RGBA", "F32", bytes(16), pen), GuidanceFrame(0, 0, 40))
        levels.append(max(ink.data))
        assert max(ink.data) == pytest.approx(255 * min(value, 1.0), abs=3)
    assert levels == sorted(levels)


def test_the_kind_of_ink_can_be_set() -> None:
    frame = GuidanceFrame(0, 0, 100)
    sheet = Sheet(100, (128, 128, 128, 255), BLACK, Rect(20, 30, 10, 15))
    dark = read_ink(sheet, frame, Reading("dark"))
    assert sum(v > 200 for v in dark.data) == 150 and read_ink(sheet, frame, Reading("light")).empty
    light = Sheet(100, (128, 128, 128, 255), WHITE, Rect(20, 30, 10, 15))
    assert read_ink(light, frame).empty, "white on grey is no ink unless it is asked for"
    assert sum(v > 200 for v in read_ink(light, frame, Reading("light")).data) == 150
    assert sum(v > 200 for v in read_ink(light, frame, Reading("alpha")).data) == 10_000


@pytest.mark.parametrize("paper", [CLEAR, WHITE])
def test_a_colour_is_ignored(paper: tuple[int, ...]) -> None:
    frame = GuidanceFrame(0, 0, 100)
    blue = Sheet(100, paper, (230, 120, 60, 255), Rect(20, 30, 10, 15))
    ignoring = Reading(ignored=(70, 110, 240))
    assert not read_ink(blue, frame).empty and read_ink(blue, frame, ignoring).empty
    black = Sheet(100, paper, BLACK, Rect(20, 30, 10, 15))
    assert read_ink(black, frame, ignoring) == read_ink(black, frame)


def test_a_turned_frame() -> None:
    sheet = Sheet(300, CLEAR, BLACK, Rect(100, 40, 100, 10))
    ink = read_ink(sheet, GuidanceFrame(50, 50, 200, 90.0))
    # Turned clockwise: what was above the centre lies to the left of it, out of the frame's top.
    columns = [max(ink.data[x :: ink.side]) for x in range(ink.side)]
    assert ink.side == 200 and max(columns) == 0
    ink = read_ink(sheet, GuidanceFrame(20, 20, 260, 90.0))
    inside = [i for i, v in enumerate(ink.data) if v > 128]
    assert {i % 260 for i in inside} == set(range(20, 30))
    assert {i // 260 for i in inside} == set(range(80, 180))


def test_large_documents_are_read_in_bands() -> None:
    class Blank(Raw):
        largest = 0

        @property
        def bounds(self) -> Rect:
            return Rect(0, 0, 10_000, 10_000)

        def read(self, rect: Rect) -> bytes:
            self.largest = max(self.largest, rect.width * rect.height)
            return bytes(2 * rect.width * rect.height)

    sheet = Blank("GRAYA", "U8", b"", b"")
    ink = read_ink(sheet, GuidanceFrame(0, 0, 10_000))
    assert ink.side == 500 and ink.empty and sheet.largest <= 5_000_000


class Painted(Raw):
    """A see-through layer of 4096 x 4096 with squares of ink, and what was read of it."""

    def __init__(self) -> None:
        super().__init__("GRAYA", "U8", b"", b"")
        self.squares: list[Rect] = []
        self.pixels_read = 0

    @property
    def bounds(self) -> Rect:
        return reduce(Rect.united, self.squares, Rect(0, 0, 0, 0))

    def read(self, rect: Rect) -> bytes:
        self.pixels_read += rect.width * rect.height
        out = bytearray(2 * rect.width * rect.height)
        for square in self.squares:
            part = square.intersected(rect)
            for y in range(part.y, part.bottom):
                at = 2 * ((y - rect.y) * rect.width + part.x - rect.x)
                out[at : at + 2 * part.width] = bytes((0, 255)) * part.width
        return bytes(out)


def test_only_what_the_pen_went_over_is_read_anew() -> None:
    layer, frame, kept = Painted(), GuidanceFrame(0, 0, 4096), KeptInk()
    layer.squares.append(Rect(300, 400, 900, 1200))
    first = kept.read("sketch", layer, frame, Reading(), None)
    assert first == read_ink(layer, frame) and not kept.unsure
    stroke = Rect(1800, 1903, 70, 30)
    layer.squares.append(stroke)
    layer.pixels_read = 0
    assert kept.read("sketch", layer, frame, Reading(), stroke) == read_ink(layer, frame)
    assert layer.pixels_read < 100_000 + 1570 * 1540, "a little, and what read_ink reads"
    while kept.unsure:
        assert kept.check_some(layer), "the guess was right"
    layer.squares.append(Rect(3000, 3000, 80, 80))
    layer.squares.append(stroke)
    guess = kept.read("sketch", layer, frame, Reading(), stroke)
    assert guess != read_ink(layer, frame), "something else was painted, too"
    answers: list[bool] = []
    while kept.unsure:
        answers.append(kept.check_some(layer))
    assert not answers[-1] and all(answers[:-1])
    assert kept.read("sketch", layer, frame, Reading(), stroke) == read_ink(layer, frame)
    layer.squares.clear()
    assert kept.read("sketch", layer, frame, Reading(), None).empty, "undone"
    layer.squares.append(Rect(0, 0, 4096, 2000))
    kept.read("sketch", layer, frame, Reading(), None)
    layer.squares.append(Rect(0, 2000, 4096, 1000))
    filled = kept.read("sketch", layer, frame, Reading(), Rect(0, 2000, 4096, 1000))
    assert filled == read_ink(layer, frame) and not filled.opacity, "paper is read as paper"


@pytest.mark.parametrize("side", [300, 999, 2000])
def test_what_is_read_anew_is_what_all_of_it_would_be(side: int) -> None:
    layer, frame, kept = Painted(), GuidanceFrame(7, -5, side), KeptInk()
    for number in range(6):
        stroke = Rect(31 + 40 * number, 9 + 33 * number, 61, 5)
        layer.squares.append(stroke)
        found = kept.read("sketch", layer, frame, Reading(), stroke)
        assert found == read_ink(layer, frame) and kept.unsure == (number > 0)


def test_layers_of_a_group_are_one_sketch() -> None:
    one, two = Ink(4, bytes([200] * 4 + [0] * 12)), Ink(4, bytes([90] * 8 + [0] * 8))
    assert merged([one, two]).data == bytes([200] * 4 + [90] * 4 + [0] * 8)
    assert merged([one, Ink(4, bytes(16))]) == one


def test_unknown_colours_say_so() -> None:
    sheet = Sheet(64, CLEAR, BLACK, Rect(0, 0, 4, 4))
    sheet.color_format = ("YCbCrA", "U8")
    with pytest.raises(UnreadableLayer, match="YCbCrA"):
        read_ink(sheet, GuidanceFrame(0, 0, 64))


def test_frames() -> None:
    assert GuidanceFrame.largest(1000, 700) == GuidanceFrame(150, 0, 700)
    assert GuidanceFrame.around(Rect(10, 400, 300, 100), 1000, 700) == GuidanceFrame(10, 300, 300)
    assert GuidanceFrame.around(Rect(900, 600, 90, 90), 1000, 700) == GuidanceFrame(900, 600, 90)
    assert GuidanceFrame.around(Rect(0, 0, 1000, 100), 1000, 700) == GuidanceFrame(0, -450, 1000)
