"""Brings a request's ink to the one form that the student was trained on.

Training draws sketches at ``sketch_side`` (256) pixels with lines 1 to 4 pixels wide and full
ink at 1. A canvas may be any size, its lines hair-thin or faint, so a sketch is

1. averaged over areas down to ``sketch_side`` (interpolated up, if it is smaller),
2. cleared of what is fainter than any line (paper grain, eraser residue), and
3. raised until its strong lines are full ink again: a 2 px line on a 1024 px canvas covers half
   a pixel here, and must not vanish for it. Weak lines stay weaker than strong ones.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float32]

#: Ink below this share of a pixel, after averaging, is no line.
_FAINT = 0.03
#: A sketch of thinner or paler lines than 1 / this stays pale.
_MAX_GAIN = 8.0
#: Share of inked pixels above the level that becomes full ink: a line's core, not its edge.
_CORE = 0.3
#: Inked pixels at 256 x 256 below which there is nothing to read: about a dot of the pen.
_MIN_INKED = 8


def prepare(ink: bytes, side: int, sketch_side: int) -> Floats:
    """Sketch [sketch_side, sketch_side], 0 paper to 1 ink, from side * side bytes of ink."""
    picture = Image.frombuffer("L", (side, side), ink, "raw", "L", 0, 1)
    if side != sketch_side:
        method = Image.Resampling.BOX if side > sketch_side else Image.Resampling.BILINEAR
        picture = picture.resize((sketch_side, sketch_side), method)
    sketch: Floats = np.asarray(picture, np.float32) * np.float32(1 / 255)
    sketch[sketch < _FAINT] = 0
    inked = sketch[sketch > 0]
    if len(inked) == 0:
        return sketch
    core = float(np.quantile(inked, 1 - _CORE))
    raised: Floats = np.minimum(sketch * min(1 / core, _MAX_GAIN), 1)
    return raised


def is_empty(sketch: Floats) -> bool:
    """Whether there is too little ink to read anything from it."""
    return int(np.count_nonzero(sketch)) < _MIN_INKED * (sketch.shape[0] / 256) ** 2
