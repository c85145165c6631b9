"""Portraits from their normal scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from models.atelier.body import draw_body
from models.atelier.clothes import draw_clothes
from models.atelier.extras import draw_extras
from models.atelier.eyes import draw_eyes
from models.atelier.face.brows import draw_brows
from models.atelier.face.contour import draw_face
from models.atelier.face.ears import draw_ears
from models.atelier.face.mouth import draw_mouth
from models.atelier.face.nose import draw_nose
from models.atelier.hair.back import draw_back
from models.atelier.hair.bangs import draw_bangs
from models.atelier.hair.sides import draw_sides
from models.atelier.head import Head
from models.atelier.layers import TABLE
from models.atelier.palette import paints
from models.atelier.parameters import COLOURS
from models.atelier.scores import Scores
from models.atelier.sheet import Sheet
from models.atelier.tied import draw_tied
from models.portrait.crowd import Crowd
from models.portrait.portrait import Portrait

#: Draws the slots of one part for a whole crowd.
Builder = Callable[[Scores, Head, Sheet], None]
_BUILDERS: Mapping[str, Builder] = {
    "face": draw_face, "ears": draw_ears, "eyes": draw_eyes, "brows": draw_brows,
    "nose": draw_nose, "mouth": draw_mouth, "bangs": draw_bangs, "sides": draw_sides,
    "back": draw_back, "tied": draw_tied, "body": draw_body, "clothes": draw_clothes,
    "extras": draw_extras,
}  # fmt: skip
#: As many portraits as are built at once: more take more memory and no less time each.
_BATCH = 128


def portraits(z: NDArray[np.float32]) -> Crowd:
    """The portraits of normal scores z [N, D], D = len(PARAMETERS)."""
    pieces = [_batch(z[at : at + _BATCH]) for at in range(0, len(z), _BATCH)]
    names = ("points", "presence", "width", "paints")
    return Crowd(*(np.concatenate([getattr(p, name) for p in pieces]) for name in names))


def portrait(z: NDArray[np.float32]) -> Portrait:
    """The portrait of normal scores z [D]."""
    return portraits(z[None])[0]


def _batch(z: NDArray[np.float32]) -> Crowd:
    head = Head.of(Scores(z, "layout"))
    sheet = Sheet(TABLE, head)
    for part, build in _BUILDERS.items():
        build(Scores(z, "layout", f"{part}.shape", f"{part}.detail"), head, sheet)
    sheet.finish()
    colours = paints({name: Scores(z, f"colour.{name}") for name in COLOURS})
    return Crowd(sheet.points, sheet.presence, sheet.width, colours)
