"""Every way to change a sketch, by the artist's own tools and menus: is it read as it is now?

Runs with the fake worker of tests/plugin. What the worker was asked about is compared with the
whole layer read anew. Argument: pixels on a side of the document, 400 or a multiple; in a large
one the plugin reads only where the pen was, and looks at the rest later.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from docker_hand import AniFace
from krita import Selection
from painting import blank
from stroke import Canvas

#: Positions are in a document so large, scaled to the one that is painted in.
SIDE = 400
STROKE = [(110.0, 120.0), (250.0, 160.0)]
BRUSH = "KritaShape/KisToolBrush"


class Sheet:
    """A document with a stroke on its sketch layer, and the artist at it."""

    def __init__(self, t: Any, ani: AniFace, doc: Any, canvas: Canvas) -> None:
        self.t, self.ani, self.doc, self.canvas = t, ani, doc, canvas
        self.scale = doc.width() / SIDE

    def _fresh(self) -> bytes:
        """The ink of the active layer, all of it read now; b"" where there is none."""
        from krita_anifaceplugin.krita_api.layer import Layer
        from krita_anifaceplugin.sketch.ink_reading import read_ink

        frame = self.ani.controller.lookout.reader.frames.of(self.ani.state_document())
        ink = read_ink(Layer(self.doc.activeNode()), frame)
        return b"" if ink.empty else bytes(ink.data)

    def _asked(self) -> bytes:
        """The ink that the worker was asked about last, b"" where there is no sketch."""
        ink = self.ani.state.ink
        return b"" if ink is None else bytes(ink.data)

    async def sees(self, what: str, change: Callable[[], Awaitable[Any]]) -> None:
        """A change is another sketch than before, and read right."""
        before = self._asked()
        await change()

        def right() -> bool:
            return self._asked() == self._fresh() != before

        await self.t.wait_until(right, 10, what=f"the sketch is read as it is after {what}")
        self.t.check(True, f"seen and read right: {what}")

    async def and_back(self, what: str, change: Callable[[], Awaitable[Any]]) -> None:
        """So are the change's undo and redo."""
        await self.sees(what, change)
        await self.sees(f"undo of {what}", partial(self.canvas.key, "ctrl+z"))
        await self.sees(f"redo of {what}", partial(self.canvas.key, "ctrl+shift+z"))

    async def action(self, name: str) -> None:
        """One of Krita's own actions, as from its menu."""
        self.t.krita.action(name).trigger()
        await self.t.wait(0.1)

    async def stroke(self, *points: tuple[float, float]) -> None:
        """Drag the real pointer."""
        scale = self.scale
        await self.canvas.stroke([(x * scale, y * scale) for x, y in points], step=12 * scale)

    def select(self, x: int, y: int, width: int, height: int) -> None:
        """A rectangle is selected."""
        selection = Selection()
        selection.select(*(round(v * self.scale) for v in (x, y, width, height)), 255)
        self.doc.setSelection(selection)


async def by_brush(sheet: Sheet) -> None:
    """A stroke and the eraser."""
    await sheet.and_back("a stroke", partial(sheet.stroke, (100.0, 300.0), (300.0, 300.0)))
    await sheet.action("erase_action")
    await sheet.and_back("the eraser", partial(sheet.stroke, (200.0, 280.0), (200.0, 320.0)))
    await sheet.action("erase_action")


async def by_menus(sheet: Sheet) -> None:
    """Fill, clear, mirror: the pen is nowhere near."""
    sheet.select(60, 60, 40, 40)
    fill = partial(sheet.action, "fill_selection_foreground_color")
    await sheet.and_back("a filled selection", fill)
    sheet.select(90, 90, 60, 60)
    await sheet.and_back("a cleared selection", partial(sheet.action, "clear"))
    await sheet.action("deselect")
    await sheet.and_back("a mirrored layer", partial(sheet.action, "mirrorNodeX"))


async def by_tools(sheet: Sheet) -> None:
    """Move and transform, which paint elsewhere than where the pointer is."""

    async def moved() -> None:
        await sheet.action("KritaTransform/KisToolMove")
        await sheet.stroke((200.0, 200.0), (220.0, 240.0))
        await sheet.action(BRUSH)  # until then Krita holds the move open, and does not rest

    async def transformed() -> None:
        await sheet.action("KisToolTransform")
        await sheet.t.wait(0.5)
        await sheet.stroke((200.0, 200.0), (160.0, 180.0))
        await sheet.canvas.key("Return")
        await sheet.t.wait(0.5)
        await sheet.action(BRUSH)

    await sheet.and_back("the move tool", moved)
    await sheet.and_back("the transform tool", transformed)


async def by_clipboard(sheet: Sheet) -> None:
    """Cut, pasted as a layer, merged down."""
    sheet.select(50, 250, 300, 130)
    await sheet.and_back("cut", partial(sheet.action, "edit_cut"))
    await sheet.sees("paste", partial(sheet.action, "edit_paste"))
    await sheet.and_back("merged down", partial(sheet.action, "merge_layer"))
    await sheet.action("deselect")


async def by_image(sheet: Sheet) -> None:
    """The whole image mirrored, turned, widened, scaled and cropped."""
    side, doc = sheet.doc.width(), sheet.doc

    async def called(change: Callable[..., Any], *values: Any) -> None:
        change(*values)
        await sheet.t.wait(0.1)

    await sheet.sees("a mirrored image", partial(sheet.action, "mirrorImageHorizontal"))
    await sheet.sees("a turned image", partial(sheet.action, "rotateImageCW90"))
    more, half = side * 5 // 4, side // 2
    await sheet.and_back("a wider canvas", partial(called, doc.resizeImage, 0, 0, more, more))
    scaled = partial(called, doc.scaleImage, half, half, 72, 72, "Bicubic")
    await sheet.and_back("a scaled image", scaled)
    await sheet.and_back("a cropped image", partial(called, doc.crop, 0, half // 4, half, half))


async def by_visibility(sheet: Sheet) -> None:
    """A sketch that is not seen is none, whether its layer is hidden or a group around it."""
    t, doc, state = sheet.t, sheet.doc, lambda: sheet.ani.state
    node = doc.activeNode()
    group = doc.createGroupLayer("Group")
    doc.rootNode().addChildNode(group, None)
    await t.wait(0.3)
    node.remove()
    group.addChildNode(node, None)
    await t.wait(0.3)
    doc.setActiveNode(node)
    for hidden, what in ((node, "the layer"), (group, "its group")):
        hidden.setVisible(False)
        await t.wait_until(lambda: state().hint.key == "hint.hidden", 5, what=f"{what} is hidden")
        t.check(state().guidance is None and not sheet.ani.state.ink, f"{what} hidden: no sketch")
        await sheet.sees(f"{what} shown", lambda hidden=hidden: _shown(t, hidden))


async def _shown(t: Any, node: Any) -> None:
    node.setVisible(True)
    await t.wait(0.1)


async def run(t: Any) -> None:
    side = int(t.args[0])
    ani = AniFace(t)
    await ani.open(width=260)
    doc, _, canvas = await blank(t, side, zoom=SIDE / side, brush=6.0 * side / SIDE)
    sheet = Sheet(t, ani, doc, canvas)
    await sheet.stroke(*STROKE)
    await ani.answered(None)
    await ani.settled()
    for part in (by_brush, by_menus, by_tools, by_clipboard, by_image, by_visibility):
        await part(sheet)
    # Krita 5.1's layer docker falls over a document that is closed while it still takes note of
    # a layer's visibility.
    await t.wait(1.0)
    doc.setModified(False)
    doc.close()
    await t.wait(0.5)
