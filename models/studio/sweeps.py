"""Strips that show what a parameter does, from its low to its high end."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from models.atelier.parameters import INDEX, PARAMETERS
from models.atelier.portraits import portraits
from models.atelier.showing import sweep
from models.studio.crowd import pictures_of
from models.studio.sheets import sheet, stacked

STEPS = 7


def sweep_strips(names: Sequence[str], side: int) -> Image.Image:
    """One labelled strip a parameter, each picture ``side`` pixels wide."""
    return stacked([_strip(name, side) for name in names])


def _strip(name: str, side: int) -> Image.Image:
    people = sweep(name, STEPS)
    doc = next(p.doc for p in PARAMETERS if p.name == name)
    labels = [f"{score:+.2f}" for score in people[:, INDEX[name]]]
    pictures = pictures_of(portraits(people), side)
    return sheet(pictures, STEPS, labels, f"{name}: {doc}")
