"""A picture of a sketch on its way: rows are stages, columns what the artist would see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from krita_anifaceplugin.protocol import GuidanceReply, SuggestionReply, SuggestRequest
from worker.evaluation.answers import Subject
from worker.evaluation.held_out import held_out
from worker.evaluation.sketching import COMPLETIONS, HANDS, SIDE, draw

Picture = NDArray[np.uint8]

CELL = 224
_SHOWN = 4


@dataclass(frozen=True, eq=False)
class Row:
    """One stage: the sketch, both kinds of guidance over it, and the suggestions, each
    [CELL, CELL, 3]."""

    cells: tuple[Picture, ...]

    def picture(self) -> Picture:
        return np.hstack(self.cells)


def row(subject: Subject, ink: bytes, count: int = 4) -> Row:
    """Everything the worker answers to a sketch of SIDE pixels."""
    paper = _paper(ink)
    cells = [paper]
    suggestions: list[Picture] = []
    for mode in ("rough", "detailed"):
        request = SuggestRequest(
            1, SIDE, SIDE, ink, guidance=mode, guidance_side=2 * CELL, thumbnail_side=CELL,
            count=count if mode == "rough" else 0,
        )  # fmt: skip
        for reply in subject.engine.answer(request):
            if isinstance(reply, GuidanceReply):
                cells.append(_over(paper, _rgba(reply.side, reply.pixels)))
            elif isinstance(reply, SuggestionReply):
                suggestions.append(_rgba(reply.side, reply.pixels)[..., :3])
    missing = count - len(suggestions)
    blank = np.full((CELL, CELL, 3), 255, np.uint8)
    return Row((*cells, *suggestions, *[blank] * missing))


def write_stages(subject: Subject, folder: Path) -> list[Path]:
    """stages-N.png of a few held-out people, drawn by a rough hand."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for person in held_out(subject.pack, subject.networks, _SHOWN).people:
        rows = [
            row(subject, draw(person, subject.pack.table.parts, HANDS["rough"], c).ink)
            for c in COMPLETIONS
        ]
        path = folder / f"stages-{person.number + 1}.png"
        save_rows(rows, path)
        found.append(path)
    return found


def save_rows(rows: Sequence[Row], path: Path) -> None:
    """Rows below each other as one PNG."""
    Image.fromarray(np.vstack([r.picture() for r in rows])).save(path)


def _paper(ink: bytes) -> Picture:
    grey = 255 - np.frombuffer(ink, np.uint8).reshape(SIDE, SIDE)
    small = Image.fromarray(grey).resize((CELL, CELL), Image.Resampling.LANCZOS)
    return np.repeat(np.asarray(small)[..., None], 3, axis=2)


def _rgba(side: int, pixels: bytes) -> Picture:
    values = np.frombuffer(pixels, np.uint8).reshape(side, side, 4)[..., [2, 1, 0, 3]]
    if side == CELL:
        return np.ascontiguousarray(values)
    picture = Image.fromarray(np.ascontiguousarray(values))
    return np.asarray(picture.resize((CELL, CELL), Image.Resampling.LANCZOS))


def _over(paper: Picture, guidance: Picture) -> Picture:
    """Guidance over a sketch that is faded, so that both can be told apart."""
    faded = 255 - (255 - paper.astype(np.float32)) * 0.45
    alpha = guidance[..., 3:].astype(np.float32) / 255
    mixed = faded * (1 - alpha) + guidance[..., :3] * alpha
    return np.round(mixed).astype(np.uint8)
