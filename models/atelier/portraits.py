"""A portrait from its normal scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.atelier.back_hair import draw_back
from models.atelier.bangs import draw_bangs
from models.atelier.body import draw_body
from models.atelier.brows import draw_brows
from models.atelier.clothes import draw_clothes
from models.atelier.ears import draw_ears
from models.atelier.extras import draw_extras
from models.atelier.eyes import draw_eyes
from models.atelier.face import draw_face
from models.atelier.head import Head
from models.atelier.layers import TABLE
from models.atelier.nose_mouth import draw_mouth, draw_nose
from models.atelier.palette import paints
from models.atelier.parameters import COLOURS, Scores
from models.atelier.sheet import Sheet
from models.atelier.side_hair import draw_sides
from models.atelier.tied_hair import draw_tied
from models.portrait.portrait import Portrait

_BUILDERS = {
    "face": draw_face, "ears": draw_ears, "eyes": draw_eyes, "brows": draw_brows,
    "nose": draw_nose, "mouth": draw_mouth, "bangs": draw_bangs, "sides": draw_sides,
    "back": draw_back, "tied": draw_tied, "body": draw_body, "clothes": draw_clothes,
    "extras": draw_extras,
}  # fmt: skip


def portrait(z: NDArray[np.float32]) -> Portrait:
    """The portrait of normal scores z [D], D = len(PARAMETERS)."""
    sheet = Sheet(TABLE, Head.of(Scores(z, "layout")))
    for part, build in _BUILDERS.items():
        build(Scores(z, "layout", f"{part}.shape", f"{part}.detail"), sheet.head, sheet)
    sheet.finish()
    colours = paints({name: Scores(z, f"colour.{name}") for name in COLOURS})
    return Portrait(sheet.points, sheet.presence, sheet.width, colours)
