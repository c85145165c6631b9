"""A face drawn from its first stroke to the accepted portrait, one picture a stroke: a film."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docker_hand import AniFace
from painting import blank
from recording import load

SKETCHES = Path(__file__).resolve().parents[3] / "worker" / "evaluation" / "sketches"


async def run(t: Any) -> None:
    name = t.args[0] if t.args else "shoujo"
    ani = AniFace(t)
    await ani.open(width=300)
    doc, _, canvas = await blank(t, zoom=0.72)
    ani.controller.change_settings(guidance="detailed", opacity=0.8)
    for number, stroke in enumerate(load(SKETCHES / f"{name}.json", 1000, 1000)):
        await canvas.stroke(stroke, step=40, pause=0.01)
        await t.wait(0.6)
        await ani.settled()
        await t.wait(0.5)
        t.screenshot(f"stroke_{number:02}")
    ani.controller.change_settings(guidance="off", trace=True)
    await t.wait(0.8)
    await ani.settled()
    t.screenshot("traced")
    ani.controller.change_settings(trace=False, accept_hides_sketch=True)
    ani.panel.suggestions.accepted.emit(-1)
    await t.wait(2.0)
    t.screenshot("accepted")
    doc.setModified(False)
    doc.close()
