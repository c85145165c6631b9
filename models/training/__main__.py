"""``python -m models.training``: train a stage, export a pack, or measure one."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path

import numpy as np
import torch

from models.training.configuration import Configuration, load_configuration
from models.training.errors import TrainingError
from models.training.gallery import Gallery, load_gallery
from models.training.generator_loop import GeneratorStage
from models.training.loop import Budget, Stage, train
from models.training.samples import load_samples
from models.training.source import PortraitSource, atelier
from models.training.stages import load_generator, load_teacher
from models.training.student_loop import StudentStage
from models.training.teacher_loop import TeacherStage, read_pictures

#: Seeds far from those that training takes, for people it never sees.
HELD_OUT = 1_000_003


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the process's exit status."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "evaluate":
            from models.training.evaluate import evaluate_pack

            evaluate_pack(options.pack, options.json, options.people)
            return 0
        if options.command == "unpack":
            from models.training.unpack import unpack

            unpack(options.pack, options.out)
            return 0
        configuration = _configuration(options)
        torch.set_num_threads(configuration.threads)
        if options.command == "export":
            from models.training.export import export_pack

            notes = options.notes.read_text(encoding="utf-8") if options.notes else ""
            export_pack(atelier(), configuration, options.out, options.pack, options.people, notes)
            return 0
        _train(options, configuration)
    except TrainingError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m models.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("generator", "teacher", "student", "export"):
        command = commands.add_parser(name)
        command.add_argument("--out", type=Path, required=True, help="folder of the run")
        command.add_argument("--config", type=Path, help="JSON; default OUT/configuration.json")
        command.add_argument("--seed", type=int, help="of data and weights")
        command.add_argument("--threads", type=int, help="processor threads of a step")
        if name == "export":
            command.add_argument("--pack", type=Path, default=Path("models/packs/default"))
            command.add_argument("--people", type=int, default=256, help="measured for the card")
            command.add_argument("--notes", type=Path, help="text for the end of the model card")
        else:
            command.add_argument("--resume", action="store_true", help="go on from a checkpoint")
            command.add_argument("--minutes", type=float, help="end after this long in all")
    command = commands.add_parser("unpack", help="checkpoints from a pack, to train on")
    command.add_argument("--pack", type=Path, default=Path("models/packs/default"))
    command.add_argument("--out", type=Path, required=True, help="folder of the run")
    command = commands.add_parser("evaluate")
    command.add_argument("--pack", type=Path, default=Path("models/packs/default"))
    command.add_argument("--people", type=int, default=256, help="held-out people to measure on")
    command.add_argument("--json", type=Path, help="write the figures here too")
    return parser


def _configuration(options: argparse.Namespace) -> Configuration:
    kept = options.out / "configuration.json"
    path = options.config or (kept if kept.exists() else None)
    configuration = load_configuration(path) if path else Configuration()
    for name in ("seed", "threads"):
        if (value := getattr(options, name)) is not None:
            configuration = configuration.with_(**{name: value})
    options.out.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(configuration.to_json(), indent=2) + "\n", encoding="utf-8")
    return configuration


def _train(options: argparse.Namespace, configuration: Configuration) -> None:
    if hasattr(os, "nice"):
        os.nice(19)  # training is the machine's last concern
    source = atelier()
    budget = Budget(options.minutes)
    stage: Stage
    if options.command == "generator":
        stage = GeneratorStage(source, configuration, *_samples(source, configuration, options.out))
        train(stage, configuration.generator, options.out, resume=options.resume, budget=budget)
        return
    generator = load_generator(source, configuration, options.out)
    gallery, held_out = (
        load_gallery(
            generator,
            source,
            count,
            configuration.seed + offset,
            options.out / "cache",
            pictures=pictures,
            side=configuration.picture_side,
        )
        for count, pictures, offset in (
            (configuration.gallery_portraits, configuration.gallery_pictures, 0),
            (configuration.held_out, configuration.held_out, HELD_OUT),
        )
    )
    if options.command == "teacher":
        stage = TeacherStage(generator, configuration, gallery, held_out)
        train(stage, configuration.teacher, options.out, resume=options.resume, budget=budget)
        return
    teacher = load_teacher(generator, configuration, options.out)
    codes = _codes(teacher, gallery, options.out / "cache")
    stage = StudentStage(generator, configuration, gallery, held_out, codes)
    train(stage, configuration.student, options.out, resume=options.resume, budget=budget)


def _samples(source: PortraitSource, configuration: Configuration, out: Path):  # type: ignore
    cache = out / "cache"
    return (
        load_samples(source, configuration.atelier_people, configuration.seed, cache),
        load_samples(source, configuration.held_out, configuration.seed + HELD_OUT, cache),
    )


def _codes(teacher: torch.nn.Module, gallery: Gallery, cache: Path) -> np.ndarray:
    """The teacher's readings of the gallery, kept beside it."""
    mark = hashlib.sha256(np.ascontiguousarray(gallery.styles).tobytes())
    for value in teacher.state_dict().values():
        mark.update(value.numpy().tobytes())
    path = cache / f"codes-{mark.hexdigest()[:16]}.npy"
    if not path.exists():
        np.save(path, read_pictures(teacher, gallery.pictures).numpy())
    codes: np.ndarray = np.load(path, allow_pickle=False)
    return codes


if __name__ == "__main__":
    sys.exit(main())
