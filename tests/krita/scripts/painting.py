"""A document to sketch in, and the recorded sketches painted into it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from recording import load
from stroke import Canvas

RECORDINGS = Path(__file__).resolve().parents[3] / "worker" / "demo" / "recordings"


async def blank(
    t: Any, side: int = 1000, zoom: float = 0.8, brush: float = 5.0, space: tuple[str, ...] = ()
) -> tuple[Any, Any, Canvas]:
    """A new square document, the empty layer on top of it that is active, and its canvas.

    Args:
        brush: its size in document pixels.
        space: colour model and depth in Krita's names, if not 8-bit RGBA.
    """
    doc = await t.new_document(side, side, *space)
    layer = await t.add_paint_layer(doc, "Sketch")
    canvas = await Canvas.of(t, zoom=zoom)
    canvas.view.setBrushSize(brush)
    return doc, layer, canvas


async def paint(canvas: Canvas, recording: str = "clean", most: int | None = None) -> None:
    """The first ``most`` strokes of a recording of 1000 x 1000."""
    for stroke in load(RECORDINGS / f"{recording}.json", 1000, 1000, most):
        await canvas.stroke(stroke, step=40, pause=0.01)
