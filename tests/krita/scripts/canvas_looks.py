"""Pictures of the canvas to be looked at: guidance by part, safe colours, a portrait to trace."""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from painting import blank, paint

HALF = 16
#: Settings of each picture, on top of those before.
PICTURES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("detailed", {"guidance": "detailed", "opacity": 0.9}),
    ("undrawn", {"only_undrawn": True}),
    ("safe", {"only_undrawn": False, "palette": "safe"}),
    ("hair", {"parts": "group:hair", "palette": "bright"}),
    ("rough_undrawn", {"guidance": "rough", "only_undrawn": True, "parts": ""}),
    ("traced", {"guidance": "off", "only_undrawn": False, "trace": True}),
)


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=260)
    _, _, canvas = await blank(t, zoom=0.85)
    await paint(canvas, most=HALF)
    await t.wait(0.5)
    await ani.settled()
    for name, settings in PICTURES:
        ani.controller.change_settings(**settings)
        await t.wait(0.6)
        await ani.settled()
        await t.wait(0.6)
        t.screenshot(name)
    ani.controller.change_settings(guidance="detailed", trace=False)
    await t.wait(0.5)
    await ani.settled()
    from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame

    ani.controller.lookout.reader.frames.set(
        ani.state_document(), GuidanceFrame(150, 150, 500, 20.0)
    )
    ani.controller.lookout.look_again()
    await t.wait(0.5)
    await ani.settled()
    ani.controller.frame.edit(True)
    await t.wait(0.5)
    t.screenshot("editing")
    ani.controller.lookout.reader.frames.set(ani.state_document(), GuidanceFrame(0, 0, 200))
    ani.controller.frame.fit()
    await t.wait(1.5)
    await ani.settled()
    t.screenshot("fitted")
