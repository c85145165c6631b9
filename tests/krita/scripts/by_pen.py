"""A sketch by the pen: it lands as without AniFace, is followed, and edits the frame as well.

Runs with the fake worker of tests/plugin. Argument: pixels on a side of the document. Only what the
pen went over is read, but where a brush paints elsewhere too.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from pen import Pen
from sheet import Sheet

#: Positions are in a document so large, scaled to the one that is painted in.
SIDE = 400
BRUSH = 14.0
STROKES = (
    [(90.0, 110.0), (200.0, 80.0), (310.0, 110.0)],
    [(120.0, 180.0), (170.0, 165.0)],
    [(240.0, 165.0), (290.0, 180.0)],
    [(150.0, 300.0), (200.0, 320.0), (250.0, 300.0)],
)
PRESSURES = (0.15, 1.0, 0.3)


async def blank(t: Any, side: int) -> Sheet:
    """A new document with an empty sketch layer, and a brush that shows the pen's pressure."""
    sheet = await Sheet.of(t, side)
    sheet.canvas.view.setBrushSize(BRUSH * side / SIDE)
    return sheet


def at(sheet: Sheet, x: float, y: float) -> tuple[float, float]:
    """A position in this document."""
    return x * sheet.side / SIDE, y * sheet.side / SIDE


async def draw(sheet: Sheet, number: int) -> None:
    """One of STROKES, thin, thick, thin."""
    await Pen(sheet.canvas).stroke([at(sheet, *p) for p in STROKES[number]], PRESSURES)


async def without(t: Any, ani: AniFace, side: int) -> bytes:
    """What the strokes leave in the layer where AniFace is off."""
    ani.controller.change_settings(on=False)
    sheet = await blank(t, side)
    for number in range(len(STROKES)):
        await draw(sheet, number)
        await sheet.canvas.wait_idle()
    found = sheet.pixels()
    sheet.close()
    ani.controller.change_settings(on=True)
    return found


async def followed(t: Any, ani: AniFace, sheet: Sheet) -> None:
    """Guidance after every stroke, for the sketch as it is."""
    for number in range(len(STROKES)):
        before = ani.state.guidance
        await draw(sheet, number)
        await ani.answered(before)
        t.check(read_right(ani, sheet), f"pen stroke {number + 1} is followed, and read right")
    t.check(ani.controller.lookout.reader.unsure, "of the last one only where the pen was")


def read_right(ani: AniFace, sheet: Sheet) -> bool:
    """Whether the sketch was read as it is."""
    from krita_anifaceplugin.krita_api.layer import Layer
    from krita_anifaceplugin.sketch.ink_reading import read_ink

    frame = ani.controller.lookout.reader.frames.of(ani.state_document())
    return bool(ani.state.ink == read_ink(Layer(sheet.layer), frame))


async def mirrored(t: Any, ani: AniFace, sheet: Sheet) -> None:
    """A mirrored stroke is read on both sides at once; the drawing is left as it was."""
    mirror = t.krita.action("hmirror_action")
    mirror.trigger()
    await t.wait(0.3)
    sketch, before = sheet.pixels(), ani.state.guidance
    await draw(sheet, 1)
    await ani.answered(before)
    t.check(not ani.controller.lookout.reader.unsure, "a mirrored stroke is read whole")
    t.check(read_right(ani, sheet), "and right")
    mirror.trigger()
    await sheet.canvas.key("ctrl+z")
    await t.wait_until(lambda: sheet.pixels() == sketch, 10, what="it is undone")
    await ani.settled()


async def frame_by_pen(t: Any, ani: AniFace, sheet: Sheet) -> None:
    """The frame moves under the pen, and nothing is painted meanwhile."""
    sketch, pen = sheet.pixels(), Pen(sheet.canvas)
    frames = ani.controller.lookout.reader.frames
    before = frames.of(ani.state_document())
    ani.controller.frame.edit(True)
    await t.wait(0.3)
    await pen.stroke([at(sheet, 200, 200), at(sheet, 240, 230)], lift=False)
    t.screenshot("frame")
    pen.lift(at(sheet, 240, 230))
    await t.wait(0.3)
    after = frames.of(ani.state_document())
    moved = [(after.x - before.x) * SIDE / sheet.side, (after.y - before.y) * SIDE / sheet.side]
    t.check(
        abs(moved[0] - 40) <= 2 and abs(moved[1] - 30) <= 2, f"the pen moves the frame: {moved}"
    )
    t.check(sheet.pixels() == sketch, "and paints nothing")
    ani.controller.frame.edit(False)
    await t.wait(0.3)


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=260)
    side = int(t.args[0])
    bare = await without(t, ani, side)
    t.check(any(bare), "the pen paints")
    sheet = await blank(t, side)
    await followed(t, ani, sheet)
    t.screenshot("drawn")
    t.check(sheet.pixels() == bare, "the pen's strokes are to the pixel as without AniFace")
    await mirrored(t, ani, sheet)
    await frame_by_pen(t, ani, sheet)
    sheet.close()
    await t.wait(0.5)
