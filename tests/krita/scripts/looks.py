"""Pictures of the docker to be looked at: narrow, wide, light and with everything open."""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from docker_looks import THEMES, in_theme, seen
from painting import blank, paint
from stroke import Canvas

from krita_anifaceplugin.docker.tile import Tile

HALF = 14


async def sketched(t: Any, recording: str, most: int) -> tuple[Any, Canvas]:
    """A document with the first strokes of a recording on a layer of its own."""
    doc, _, canvas = await blank(t)
    await paint(canvas, recording, most)
    await t.wait(0.5)
    return doc, canvas


async def half_drawn(t: Any, ani: AniFace) -> None:
    """A face half drawn and its guidance, the whole window: the README's picture."""
    doc, _ = await sketched(t, "clean", HALF)
    await ani.settled()
    ani.controller.change_settings(guidance="detailed")
    await t.wait(0.5)
    await ani.settled()
    await t.wait(0.3)
    t.screenshot("half_drawn")
    ani.controller.change_settings(guidance="rough")
    await t.wait(0.5)
    await ani.settled()
    t.screenshot("half_drawn_rough")
    doc.setModified(False)
    doc.close()


async def hovered(t: Any, ani: AniFace) -> None:
    """The larger picture beside the docker."""
    tile = ani.panel.suggestions.findChildren(Tile)[1]
    at = tile.mapToGlobal(tile.rect().center())
    await t.call("xdotool", "mousemove", at.x(), at.y())
    await t.wait(0.8)
    t.screenshot("hover")


async def run(t: Any) -> None:
    ani = AniFace(t)
    empty = await t.new_document(1000, 1000)
    await ani.open(width=220)
    await t.wait(0.5)
    seen(t, ani, "narrow_empty")
    empty.close()
    await ani.open(width=300)
    await half_drawn(t, ani)
    _, canvas = await sketched(t, "rough", 60)
    await ani.open(width=220)
    ani.controller.change_settings(guidance="detailed")
    await t.wait(0.5)
    await ani.settled()
    seen(t, ani, "narrow")
    await hovered(t, ani)
    away = canvas.to_screen(500, 900)
    await t.call("xdotool", "mousemove", *away)
    for theme, _ in THEMES:
        await in_theme(t, theme)
        await ani.open(width=300)
        await t.wait(0.5)
        t.screenshot(theme.replace(" ", "_").lower())
    await ani.open(width=520)
    await t.wait(0.5)
    seen(t, ani, "wide")
    t.value("docker width", ani.docker.width())
