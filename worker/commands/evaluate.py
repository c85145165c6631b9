"""``aniface evaluate``: what a pack is worth, measured on people that training never saw.

Runs in the project's folder, where the atelier and the drawing process are.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from worker.commands.options import Subparsers, whole
from worker.errors import TrainingExtraError, WorkerError

if TYPE_CHECKING:
    from worker.evaluation.answers import Subject


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "measure a pack on people that training never saw (extra: train)"
    parser = commands.add_parser("evaluate", help=text, description=text)
    parser.add_argument("--pack", default="default", metavar="NAME|PATH")
    parser.add_argument(
        "--against", metavar="NAME|PATH", help="another pack of the same shapes, in the same table"
    )
    parser.add_argument("--people", type=whole(1, 100_000), default=48, help="default: %(default)s")
    parser.add_argument(
        "--portraits", type=whole(0, 100_000), default=1200, metavar="N",
        help="people whom the face detector sees as the generator and as the atelier draws them; "
        "default: %(default)s",
    )  # fmt: skip
    parser.add_argument(
        "--json", nargs="?", type=Path, const=Path("-"), metavar="FILE",
        help="print JSON, or write it to a file beside the table",
    )  # fmt: skip
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="stages of a few sketches")
    parser.add_argument(
        "--sketches", type=Path, metavar="DIR",
        help="do not measure: answer the kept sketches, stage by stage, and write a page",
    )  # fmt: skip
    parser.add_argument(
        "--card", action="store_true", help="put the table into the pack's MODEL_CARD.md"
    )
    parser.add_argument("--no-faces", action="store_true", help="leave out the face detector")
    parser.add_argument("--no-cost", action="store_true", help="leave out sizes and times")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the table, or write the page."""
    try:
        from worker.evaluation.errors import EvaluationError
        from worker.evaluation.examination import open_subject
    except ModuleNotFoundError as error:
        raise TrainingExtraError(error) from error
    from worker.home import find_pack

    subject = open_subject(find_pack(arguments.pack))
    try:
        if arguments.sketches:
            _answer_sketches(arguments.sketches, subject)
            return 0
        rival = open_subject(find_pack(arguments.against)) if arguments.against else None
        _measure(arguments, subject, rival)
    except (EvaluationError, OSError) as error:
        raise WorkerError(str(error)) from error
    return 0


def _answer_sketches(folder: Path, subject: Subject) -> None:
    from worker.evaluation.hand_drawn import followed
    from worker.evaluation.sketch_page import sketch_files, write_page
    from worker.files import recording

    print(f"page: {write_page(subject, folder).resolve()}")
    sketches = [recording.load(path) for path in sketch_files()]
    for words, fit in (("with fit", True), ("by the networks alone", False)):
        shares = followed(subject, sketches, fit=fit)
        print(
            f"strokes that lie on guidance, {words}: "
            + ", ".join(f"{share:.1%} at {stage:.0%}" for stage, share in shares.items())
        )


def _measure(arguments: argparse.Namespace, subject: Subject, rival: Subject | None) -> None:
    from tqdm import tqdm

    from worker.evaluation.card import write_figures
    from worker.evaluation.examination import examine
    from worker.evaluation.figures import table
    from worker.evaluation.stages_picture import write_stages

    with tqdm(total=arguments.people, unit=" people", desc="evaluate") as bar:
        figures = examine(
            subject,
            arguments.people,
            rival=rival,
            with_faces=not arguments.no_faces,
            with_cost=not arguments.no_cost,
            portraits=arguments.portraits,
            told=bar.update,
        )
    if arguments.pictures:
        write_stages(subject, arguments.pictures)
    if arguments.card:
        write_figures(subject.pack.folder, table(figures))
    text = json.dumps(figures, indent=1)
    print(text if arguments.json == Path("-") else table(figures))
    if arguments.json and arguments.json != Path("-"):
        arguments.json.write_text(text + "\n", encoding="utf-8")
