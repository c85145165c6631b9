"""Layer pixels to ink."""

from __future__ import annotations

import pytest

from krita_anifaceplugin.geometry import Rect
from krita_anifaceplugin.guidance_frame import GuidanceFrame
from krita_anifaceplugin.ink import UnreadableLayer, read_ink

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
