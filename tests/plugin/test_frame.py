"""The guidance frame: geometry, drags, what the document keeps, fit to sketch."""

from __future__ import annotations

import pytest

from krita_anifaceplugin.frame.dragging import Grip, Hold, dragged, hold_at
from krita_anifaceplugin.frame.fit import fitted_frame, refitted_frame, trusted
from krita_anifaceplugin.frame.guidance_frame import LARGEST, SMALLEST, GuidanceFrame
from krita_anifaceplugin.geometry import Rect
from krita_anifaceplugin.guidance.curves import Curve, Guidance
from krita_anifaceplugin.sketch.ink import Ink

FRAME = GuidanceFrame(100, 200, 400, 30.0)


def test_frame_units_and_back() -> None:
    for point in ((0.0, 0.0), (1.0, 0.0), (0.3, 0.9)):
        assert FRAME.in_frame(*FRAME.on_canvas(*point)) == pytest.approx(point)
    assert FRAME.on_canvas(0.5, 0.5) == (300.0, 400.0)
    x, y = FRAME.on_canvas(1.0, 0.5)
    assert x == pytest.approx(473.2, abs=0.1) and y == pytest.approx(500.0), "clockwise"
    corners = [FRAME.on_canvas(x, y) for x in (0, 1) for y in (0, 1)]
    box = FRAME.bounds
    assert all(box.x <= x <= box.right and box.y <= y <= box.bottom for x, y in corners)
    assert box.width <= 400 * 1.3661 + 2


def test_text_keeps_a_frame_and_refuses_nonsense() -> None:
    assert GuidanceFrame.from_text(FRAME.to_text()) == FRAME
    for text in (
        "",
        "{}",
        "[1]",
        '{"x": 1, "y": 2, "side": 1e999}',
        '{"x":0,"y":0,"side":3}',
        "\0",
        '{"x":1%s,"y":0,"side":100}' % ("0" * 400),
        "[" * 100_000,
    ):
        assert GuidanceFrame.from_text(text) is None


@pytest.mark.parametrize("angle", [0.0, 30.0, -120.0])
def test_drags(angle: float) -> None:
    frame = GuidanceFrame(100, 200, 400, angle)
    knob = frame.on_canvas(0.5, -0.1)
    assert hold_at(frame, knob, 10, knob).grip is Grip.TURN
    assert hold_at(frame, frame.on_canvas(0.5, 0.4), 10, knob).grip is Grip.MOVE
    corner = frame.on_canvas(1, 1)
    hold = hold_at(frame, corner, 10, knob)
    assert hold == Hold(Grip.SCALE, (1.0, 1.0))
    grown = dragged(frame, hold, corner, frame.on_canvas(1.25, 1.25))
    assert grown.side == 500 and grown.angle == angle
    assert grown.on_canvas(0, 0) == pytest.approx(frame.on_canvas(0, 0), abs=1)
    both = dragged(frame, hold, corner, frame.on_canvas(1.25, 1.25), about_center=True)
    assert both.side == 600 and both.center == pytest.approx(frame.center, abs=1)
    assert dragged(frame, hold, corner, frame.on_canvas(-9, -9)).side == SMALLEST
    assert dragged(frame, hold, corner, frame.on_canvas(999, 999)).side == LARGEST
    moved = dragged(frame, Hold(Grip.MOVE), (0, 0), (-30, 7))
    assert (moved.x, moved.y, moved.side) == (70, 207, 400)
    turned = dragged(frame, Hold(Grip.TURN), knob, frame.on_canvas(1.1, 0.5), in_steps=True)
    assert (turned.angle - angle) % 360 == pytest.approx(90)


def ink_with(rect: Rect, side: int = 100) -> Ink:
    rows = [bytearray(side) for _ in range(side)]
    for y in range(rect.y, rect.bottom):
        rows[y][rect.x : rect.right] = bytes([255]) * rect.width
    return Ink(side, b"".join(map(bytes, rows)))


def test_fit_to_ink_and_to_the_portrait_seen_in_it() -> None:
    covering = GuidanceFrame(0, -500, 2000)
    ink = ink_with(Rect(40, 50, 30, 12))
    frame = fitted_frame(ink, covering)
    assert frame is not None and frame.side == 1000
    assert frame.center == pytest.approx((1100.0, 620.0), abs=1)
    assert fitted_frame(ink_with(Rect(0, 0, 0, 0)), covering) is None
    assert trusted(ink, covering, frame) and not trusted(ink, covering, covering)
    # A jaw twice as wide as it should be: the frame must be twice as large.
    jaw = Curve("face", "#000000", 1.0, 0.01, (0.175, 0.5, 0.5, 0.8, 0.825, 0.5))
    cheek = Curve("face", "#000000", 1.0, 0.01, (0.2, 0.6, 0.25, 0.6))
    better = refitted_frame(Guidance(1, "rough", (jaw, cheek)), frame)
    assert better is not None and better.side == 2000
    bottom = frame.on_canvas(0.5, 0.8)
    assert better.in_frame(*bottom) == pytest.approx((0.5, 0.655), abs=0.002)
    assert refitted_frame(Guidance(1, "rough", ()), frame) is None
