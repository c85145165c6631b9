"""A sketch at some stage of its making, and what it is a sketch of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.placement import Placement
from models.training.drawing_process.construction import with_construction
from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import fillable_lids
from models.training.drawing_process.face_marks import with_face_marks
from models.training.drawing_process.geometry import Warp, somewhere, unsteady
from models.training.drawing_process.hand import Hand, draw_hand
from models.training.drawing_process.order import drawing_order
from models.training.drawing_process.outlined_hair import with_outlined_hair
from models.training.drawing_process.raster import rasterise
from models.training.drawing_process.strokes import Strokes, choose_strokes
from models.training.drawing_process.symbols import with_symbols
from models.training.drawing_process.telling import telling

#: Parts that an artist may fill with black, as open eyes are.
_FILLED_PARTS = ("brows",)
#: No pen is wider than this share of the head's own frame: more would leave a blot.
_WIDEST = 0.022


@dataclass(frozen=True, eq=False)
class Sketch:
    """``ink`` [side, side] 0 to 255; ``strokes`` as the hand put them down; ``warp``, then
    ``placement``, bring the portrait's points to where the sketch has them; ``completion`` is the
    share of all lines drawn."""

    ink: NDArray[np.uint8]
    strokes: Strokes
    warp: Warp
    placement: Placement
    completion: float


def draw_completion(rng: np.random.Generator) -> float:
    """How far a sketch has come: every stage, the first strokes and the whole more often."""
    kind = rng.random()
    if kind < 0.15:
        return 1.0
    return float(rng.uniform(0.005, 0.15)) if kind < 0.35 else float(rng.uniform(0.05, 1.0))


def sketch(
    drawing: LineDrawing,
    parts: Sequence[str],
    seed: Sequence[int],
    side: int = 256,
    *,
    completion: float | None = None,
    hand: Hand | None = None,
    placement: Placement | None = None,
) -> Sketch:
    """Draw a portrait's lines as an artist might have by some moment.

    What is not given is drawn from ``seed``. The same seed with a greater ``completion`` is the
    same sketch later.

    Args:
        drawing: the finished line drawing, of at least one line.
        parts: names of the parts that the drawing's lines refer to.
        seed: any non-negative numbers.
        side: width and height in pixels.
        completion: share of the lines drawn, above 0 up to 1.
    """
    rng = np.random.default_rng(tuple(seed))
    completion = draw_completion(rng) if completion is None else completion
    # One stream per concern: a longer sketch uses more numbers of each without shifting others.
    hand_rng, place_rng, order_rng, stroke_rng, help_rng, mark_rng, *look_rngs = rng.spawn(9)
    symbol_rng, hair_rng, face_rng = look_rngs
    hand = hand or draw_hand(hand_rng)
    placement = placement or somewhere(place_rng)
    warp = Warp.random(hand.warp, place_rng, stretch=hand.stretch)
    if hand.symbols or hand.outlined:
        drawing = with_symbols(drawing, parts, hand.symbols, symbol_rng, plain_hat=hand.outlined)
    if hand.outlined:
        drawing = with_outlined_hair(drawing, parts, hair_rng)
    if hand.marks:
        drawing = with_face_marks(drawing, parts, face_rng)
    order = drawing_order(drawing, parts, order_rng)
    always = telling(drawing, parts) if hand.omitted else np.zeros(len(drawing), np.bool_)
    strokes = choose_strokes(drawing, order, completion, hand, always, stroke_rng)
    if hand.construction:
        strokes = with_construction(strokes, drawing, parts, help_rng)
    wobble_seed, ink_seed, fill_seed = (int(n) for n in mark_rng.integers(1 << 31, size=3))
    points = unsteady(strokes, placement.apply(warp(strokes.points)), hand, wobble_seed)

    fillable = drawing.of_parts(parts, _FILLED_PARTS)
    if hand.fill:
        fillable |= fillable_lids(drawing, parts)
    share = np.where(drawing.blot, hand.blots, np.where(fillable, hand.fill, 0.0))
    filled = np.random.default_rng(fill_seed).random(len(drawing)) < share
    drawn = strokes.line >= 0
    line = np.maximum(strokes.line, 0)
    relative = np.clip(drawing.width / max(float(np.median(drawing.width)), 1e-6), 0.6, 1.8)
    pen = min(hand.pen * placement.scale ** (1 - hand.same_pen), _WIDEST * placement.scale)
    widths = pen * np.where(drawn, relative[line], hand.helping)
    ink = rasterise(
        strokes, points, widths.astype(np.float32), hand, filled[line] & drawn, side, ink_seed
    )
    return Sketch(ink, replace(strokes, points=points), warp, placement, completion)
