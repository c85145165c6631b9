"""How good a pack is, on people that training never saw."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import torch

from models.networks.generator import Generator
from models.networks.student import Student
from models.training.gallery import Gallery, load_gallery
from models.training.generator_loop import generator_figures
from models.training.losses import point_error
from models.training.pack_networks import load_pack_networks
from models.training.samples import load_samples
from models.training.source import PortraitSource, atelier
from models.training.student_loop import COMPLETIONS, answers, average_points, examination

#: Far from the seeds of training and of the examinations during it.
_SEED = 2_000_003
#: A normal variable lies within this many deviations 80% of the time.
_BAND_80 = 1.2816


def evaluate_pack(pack: Path, written: Path | None = None, people: int = 256) -> dict[str, Any]:
    """Measure a pack, print the figures, and write them as JSON if asked to.

    Raises:
        TrainingError: the pack cannot be read.
    """
    generator, _, student = load_pack_networks(pack)
    figures = evaluate(generator, student, atelier(), people)
    text = json.dumps(figures, indent=1)
    print(text)
    if written:
        written.write_text(text + "\n", encoding="utf-8")
    return figures


def evaluate(
    generator: Generator, student: Student, source: PortraitSource, people: int = 256
) -> dict[str, Any]:
    """Fidelity of the generator and, by completion, the student's error beside the control of
    always answering the average portrait. Errors are in percent of the frame's side."""
    with tempfile.TemporaryDirectory() as folder:
        samples = load_samples(source, people, _SEED, Path(folder), processes=1)
        gallery = load_gallery(
            generator, source, people, _SEED, Path(folder), pictures=0, side=8, processes=1
        )
        found = generator_figures(generator, samples)
        return {
            "people": people,
            "generator": {
                "point_error_percent": round(100 * found["point_error"], 4),
                "presence_right_percent": round(100 * found["presence_right"], 3),
                "paint_error": round(found["paint_error"], 5),
            },
            "student": {
                f"{round(100 * completion)}": _student(generator, student, gallery, completion)
                for completion in COMPLETIONS
            },
        }


def _student(
    generator: Generator, student: Student, gallery: Gallery, completion: float
) -> dict[str, float]:
    batch = examination(gallery, generator, completion, student.side, len(gallery))
    points, _ = answers(student, generator, batch)
    control = average_points(generator).expand_as(points)
    with torch.no_grad():
        reading = student(batch.ink)
    true = torch.from_numpy(gallery.styles[:, : generator.layout.structure_count].copy())
    inside = ((true - reading.styles).abs() < _BAND_80 * reading.log_spread.exp()).float()
    measured = {
        name: point_error(values, batch.points, batch.presence, generator.table).mean()
        for name, values in (("error", points), ("average", control))
    }
    return {
        "error_percent": round(100 * float(measured["error"]), 3),
        "average_portrait_percent": round(100 * float(measured["average"]), 3),
        "within_80_band_percent": round(
            100 * float((inside * student.live).sum() / (student.live.sum() * len(inside))), 1
        ),
    }
