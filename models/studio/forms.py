"""A portrait in the forms that other programs read: SVG, a layered file, strokes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from models.atelier.layers import TABLE
from models.portrait.portrait import Portrait
from models.portrait.svg import svg
from models.studio.crowd_files import Writer
from models.studio.open_raster import write_open_raster
from models.training.drawing_process.clean_strokes import clean_strokes


def forms(side: int) -> Mapping[str, Writer]:
    """By name, what writes a portrait next to its picture of ``side`` pixels."""

    def layers(portrait: Portrait, path: Path) -> None:
        write_open_raster(TABLE, portrait, side, path.with_suffix(".ora"))

    def strokes(portrait: Portrait, path: Path) -> None:
        text = json.dumps(_recording(portrait, side))
        path.with_suffix(".strokes.json").write_text(text + "\n", encoding="utf-8")

    return {"svg": _svg, "layers": layers, "strokes": strokes}


def _svg(portrait: Portrait, path: Path) -> None:
    path.with_suffix(".svg").write_text(svg(TABLE, portrait), encoding="utf-8")


def _recording(portrait: Portrait, side: int) -> dict[str, object]:
    """A stroke recording as ``aniface replay`` plays it, each stroke labelled with its part."""
    strokes = [
        {
            "part": stroke.part,
            "width": round(stroke.width * side, 2),
            "points": [
                [round(x * side, 2), round(y * side, 2), round(pressure, 3)]
                for x, y, pressure in stroke.points.tolist()
            ],
        }
        for stroke in clean_strokes(TABLE, portrait)
    ]
    return {"size": [side, side], "strokes": strokes}
