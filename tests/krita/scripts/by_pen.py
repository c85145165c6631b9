"""A sketch by the pen: it lands as without AniFace, is followed, and edits the frame as well.

Runs with the fake worker of tests/plugin. Argument: pixels on a side of the document; in a large
one only what the pen went over is read.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from painting import blank
from pen import Pen
from sheet import no_smoothing

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


class Sheet:
    """A document with an empty sketch layer, and a pen over it."""

    def __init__(self, t: Any, doc: Any, layer: Any, canvas: Any) -> None:
        self.t, self.doc, self.layer, self.canvas = t, doc, layer, canvas
        self.side = doc.width()
        self.pen = Pen(canvas)

    @classmethod
    async def of(cls, t: Any, side: int) -> Sheet:
        """A new one."""
        doc, layer, canvas = await blank(t, side, zoom=SIDE / side, brush=BRUSH * side / SIDE)
        no_smoothing(t)
        return cls(t, doc, layer, canvas)

    def pixels(self) -> bytes:
        """All of the sketch layer."""
        return bytes(self.layer.pixelData(0, 0, self.side, self.side))

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A position in this document."""
        return x * self.side / SIDE, y * self.side / SIDE

    async def draw(self, number: int) -> None:
        """One of STROKES, thin, thick, thin."""
        await self.pen.stroke([self.at(*p) for p in STROKES[number]], PRESSURES)

    def close(self) -> None:
        """Close it without a question."""
        self.doc.setModified(False)
        self.doc.close()


async def without(t: Any, ani: AniFace, side: int) -> bytes:
    """What the strokes leave in the layer where AniFace is off."""
    ani.controller.change_settings(on=False)
    sheet = await Sheet.of(t, side)
    for number in range(len(STROKES)):
        await sheet.draw(number)
        await sheet.canvas.wait_idle()
    found = sheet.pixels()
    sheet.close()
    ani.controller.change_settings(on=True)
    return found


async def followed(t: Any, ani: AniFace, sheet: Sheet) -> None:
    """Guidance after every stroke, for the sketch as it is."""
    from krita_anifaceplugin.krita_api.layer import Layer
    from krita_anifaceplugin.sketch.ink_reading import read_ink

    for number in range(len(STROKES)):
        before = ani.state.guidance
        await sheet.draw(number)
        await ani.answered(before)
        frame = ani.controller.reader.frames.of(ani.state_document())
        whole = read_ink(Layer(sheet.layer), frame)
        t.check(ani.state.ink == whole, f"pen stroke {number + 1} is followed, and read right")


async def frame_by_pen(t: Any, ani: AniFace, sheet: Sheet) -> None:
    """The frame moves under the pen, and nothing is painted meanwhile."""
    sketch = sheet.pixels()
    frames = ani.controller.reader.frames
    before = frames.of(ani.state_document())
    ani.controller.frame.edit(True)
    await t.wait(0.3)
    await sheet.pen.stroke([sheet.at(200, 200), sheet.at(240, 230)], lift=False)
    t.screenshot("frame")
    sheet.pen.lift(sheet.at(240, 230))
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
    sheet = await Sheet.of(t, side)
    await followed(t, ani, sheet)
    t.screenshot("drawn")
    t.check(sheet.pixels() == bare, "the pen's strokes are to the pixel as without AniFace")
    await frame_by_pen(t, ani, sheet)
    sheet.close()
    await t.wait(0.5)
