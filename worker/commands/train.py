"""``aniface train``: train the bundled model's networks further, or anew.

The training code needs torch and lives in ``models/``; it is imported when the command runs, so
that the worker does without.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from worker.commands.options import Subparsers, fraction, whole
from worker.errors import TrainingExtraError, WorkerError

_STAGES = {
    "generator": "learn the atelier's portraits",
    "teacher": "learn to read the generator's pictures",
    "student": "learn to read sketches as the teacher reads pictures",
    "loupe": "learn to see in faces what the student overlooks",
}


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "train generator, teacher, student and loupe, and make a pack of them (extra: train)"
    parser = commands.add_parser("train", help=text, description=text)
    steps = parser.add_subparsers(required=True, metavar="STEP")
    for stage, purpose in _STAGES.items():
        _add_stage(steps, stage, purpose)
    step = steps.add_parser("unpack", help="checkpoints from a pack, to train on")
    step.add_argument("--pack", default="default", metavar="NAME|PATH")
    step.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the run")
    step.set_defaults(run=unpack)
    step = steps.add_parser("average", help="move a stage's weights towards those before it")
    # Generators have no mean: their styles would come to mean something else.
    step.add_argument("stage", choices=("student", "teacher", "loupe"))
    step.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the run")
    step.add_argument("--with", dest="other", type=Path, required=True, metavar="RUN|PACK")
    step.add_argument(
        "--share", type=fraction, default=0.5, help="of the way, 0 to 1 (default: %(default)s)"
    )
    step.set_defaults(run=average)
    step = steps.add_parser("export", help="a pack from a run's checkpoints")
    step.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the run")
    step.add_argument("--config", type=Path, metavar="FILE", help="default: the run's own")
    step.add_argument("--pack", type=Path, required=True, metavar="DIR", help="written anew")
    step.add_argument("--notes", type=Path, metavar="FILE", help="text for the card's end")
    step.set_defaults(run=export)


def _add_stage(steps: Subparsers, stage: str, purpose: str) -> None:
    step = steps.add_parser(stage, help=purpose, description=purpose)
    step.add_argument("--config", type=Path, metavar="FILE", help="JSON; default: the run's own")
    step.add_argument(
        "--out", type=Path, metavar="DIR", help="folder of the run; default: runs/NAME OF FILE"
    )
    step.add_argument("--resume", action="store_true", help="go on from the run's checkpoint")
    step.add_argument("--minutes", type=float, help="end after this long in all")
    step.add_argument(
        "--from",
        dest="donor",
        type=Path,
        metavar="RUN|PACK",
        help="folder that gives initial weights wherever name and shape agree",
    )
    step.add_argument(
        "--processes",
        type=whole(1, 256),
        default=1,
        help="processes that share each batch (or start this command by torchrun)",
    )
    step.add_argument("--threads", type=whole(1, 256), help="threads of each process's steps")
    step.add_argument("--seed", type=whole(0, 2**31), help="of data and weights")
    step.add_argument("--cache", type=Path, metavar="DIR", help="default: OUT/cache")
    step.add_argument(
        "--check-data",
        type=whole(1, 100_000),
        default=0,
        metavar="STEPS",
        help="do not train: compare the speed with that on cached data",
    )
    step.set_defaults(run=train, stage=stage)


def train(arguments: argparse.Namespace) -> int:
    """Train one stage."""
    try:
        from models.training.errors import TrainingError
        from models.training.runs import Job, configure, run
    except ModuleNotFoundError as error:
        raise TrainingExtraError(error) from error
    config: Path | None = arguments.config
    out: Path = arguments.out or Path("runs") / (config.stem if config else "default")
    try:
        configuration = configure(out, config, seed=arguments.seed, threads=arguments.threads)
        job = Job(
            arguments.stage,
            out,
            configuration,
            resume=arguments.resume,
            minutes=arguments.minutes,
            donor=arguments.donor,
            cache=arguments.cache,
            check_data=arguments.check_data,
        )
        if hasattr(os, "nice"):
            os.nice(19 - os.nice(0))  # training is the machine's last concern
        run(job, arguments.processes)
    except TrainingError as error:
        raise WorkerError(str(error)) from error
    return 0


def unpack(arguments: argparse.Namespace) -> int:
    """Write a pack's networks as checkpoints."""
    try:
        from models.training.errors import TrainingError
        from models.training.unpack import unpack as unpack_pack
    except ModuleNotFoundError as error:
        raise TrainingExtraError(error) from error
    from worker.home import find_pack

    try:
        unpack_pack(find_pack(arguments.pack), arguments.out)
    except TrainingError as error:
        raise WorkerError(str(error)) from error
    return 0


def average(arguments: argparse.Namespace) -> int:
    """Average a stage's weights with those of another run."""
    try:
        from models.training.averaging import average as average_weights
        from models.training.errors import TrainingError
    except ModuleNotFoundError as error:
        raise TrainingExtraError(error) from error
    try:
        average_weights(arguments.out, arguments.stage, arguments.other, arguments.share)
    except TrainingError as error:
        raise WorkerError(str(error)) from error
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Write a pack."""
    try:
        from models.training.errors import TrainingError
        from models.training.export import export_pack
        from models.training.runs import configure
        from models.training.source import atelier
    except ModuleNotFoundError as error:
        raise TrainingExtraError(error) from error
    try:
        notes = arguments.notes.read_text(encoding="utf-8") if arguments.notes else ""
        configuration = configure(arguments.out, arguments.config)
        export_pack(atelier(), configuration, arguments.out, arguments.pack, notes)
    except (TrainingError, OSError) as error:
        raise WorkerError(str(error)) from error
    return 0
