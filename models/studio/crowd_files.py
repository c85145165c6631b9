"""A crowd as files: pictures, their contact sheet, their parameters, and what else is wanted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from tqdm import tqdm

from models.atelier.parameters import PARAMETERS
from models.atelier.portraits import portraits
from models.portrait.portrait import Portrait
from models.studio.crowd import People, pictures_of
from models.studio.sheets import sheet

#: Writes one portrait in another form to a path that is given without its suffix.
Writer = Callable[[Portrait, Path], None]
_SHEET_SIDE = 256
_COLUMNS = 8
_BATCH = 64


def write_crowd(
    people: People, out: Path, side: int, heading: Mapping[str, object], also: Sequence[Writer]
) -> None:
    """Write 0001.png ..., contact-sheet.png and parameters.json into the folder ``out``.

    Args:
        people: [N, D].
        side: pixels of each picture.
        heading: what else parameters.json says about the crowd.
        also: each is given every portrait.
    """
    out.mkdir(parents=True, exist_ok=True)
    small, records = [], []
    for k, one in enumerate(tqdm(_built(people), "portraits", len(people), unit=" portrait")):
        name = f"{k + 1:04}"
        picture = Image.fromarray(pictures_of([one], side)[0])
        picture.save(out / f"{name}.png", compress_level=4)
        thumbnail = (_SHEET_SIDE, _SHEET_SIDE)
        small.append(np.asarray(picture.resize(thumbnail, Image.Resampling.LANCZOS)))
        for write in also:
            write(one, out / name)
        scores = {
            p.name: float(f"{score:.7g}") for p, score in zip(PARAMETERS, people[k], strict=True)
        }
        records.append({"file": f"{name}.png", "parameters": scores})
    sheet(np.stack(small), min(_COLUMNS, len(small))).save(out / "contact-sheet.png")
    text = json.dumps({**heading, "size": side, "people": records}, indent=1)
    (out / "parameters.json").write_text(text + "\n", encoding="utf-8")


def _built(people: People) -> Iterator[Portrait]:
    """The portraits of people [N, D], some at a time: one by one takes longer, all more memory."""
    for at in range(0, len(people), _BATCH):
        yield from portraits(people[at : at + _BATCH])
