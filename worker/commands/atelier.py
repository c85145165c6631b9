"""``aniface atelier``: pictures by the procedural artist that the models learn from.

The one command that needs more of the project than an installed worker has.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from worker.commands.options import Subparsers, whole
from worker.errors import AtelierError
from worker.home import home

_SWEEP_SIDE = 256


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "draw portraits with the procedural artist that the models learn from"
    parser = commands.add_parser("atelier", help=text, description=text)
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument(
        "--sweep", nargs="+", metavar="PARAMETER",
        help="a strip a parameter, from its low to its high end; 'all' for all of them",
    )  # fmt: skip
    kinds.add_argument(
        "--judge", nargs="?", type=whole(1, 100_000), const=500, metavar="N",
        help="how many of N people with open eyes (default: 500) a detector of real anime finds",
    )  # fmt: skip
    kinds.add_argument(
        "--variety", nargs="?", type=whole(2, 5000), const=500, metavar="N",
        help="how different N people (default: 500) look, and the two most alike",
    )  # fmt: skip
    kinds.add_argument(
        "--bench", action="store_true", help="how fast portraits are built and drawn"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="where pictures go")
    parser.add_argument(
        "--count", type=whole(1, 100_000), default=64, help="portraits (default: %(default)s)"
    )
    parser.add_argument("--seed", type=whole(0, 2**31), default=1, help="default: %(default)s")
    parser.add_argument(
        "--size", type=whole(16, 8192), help="pixels (default: 1024; in sweeps 256)"
    )
    parser.add_argument(
        "--also", nargs="+", default=[], choices=("svg", "layers", "strokes"),
        help="each portrait also as SVG, as OpenRaster layers, as a stroke recording",
    )  # fmt: skip
    parser.add_argument("--look", metavar="NAME", help="give everybody this look")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the things asked for; 1 if the judge is not convinced."""
    try:
        from models.judge.errors import JudgeError
        from models.studio.errors import StudioError
    except ModuleNotFoundError as error:
        raise AtelierError(
            f"the atelier is not part of the installed worker ({error.name} is missing): run "
            "python -m worker atelier in the project's folder"
        ) from error
    try:
        if arguments.judge:
            return _judge(arguments)
        if arguments.variety:
            return _variety(arguments)
        if arguments.bench:
            return _bench(arguments)
        return _sweep(arguments) if arguments.sweep else _crowd(arguments)
    except (JudgeError, StudioError) as error:
        raise AtelierError(str(error)) from error


def _judge(arguments: argparse.Namespace) -> int:
    from models.studio.judging import ALLOWED, WANTED, judge
    from models.studio.sheets import sheet

    verdict = judge(arguments.judge, arguments.seed, home())
    found, controls = verdict.found, verdict.controls
    print(
        f"portraits: one face with both eyes and the mouth in {found.sum()} of {len(found)}, "
        f"{found.mean():.1%} (wanted: {WANTED:.0%} or more)\n"
        f"block-shuffled controls: {controls.sum()} of {len(controls)}, {controls.mean():.1%} "
        f"(allowed: under {ALLOWED:.0%})"
    )
    suspects = ", ".join(f"{name} {gap:+.1f}" for name, gap in verdict.suspects())
    if suspects:
        print(f"those missed differ from those found in: {suspects} (normal scores, on average)")
    missed = verdict.pictures[~found]
    if arguments.out and len(missed):
        numbers = [str(k) for k in (~found).nonzero()[0]]
        sheet(missed, 8, numbers, "no whole face found").save(_folder(arguments) / "missed.png")
        print(f"those missed: {arguments.out / 'missed.png'}")
    return 0 if verdict.passed else 1


def _variety(arguments: argparse.Namespace) -> int:
    from models.atelier.portraits import portraits
    from models.studio.crowd import crowd, pictures_of
    from models.studio.sheets import sheet
    from models.studio.variety import variety

    people = portraits(crowd(arguments.variety, arguments.seed))
    found = variety(people)
    a, b = found.closest
    print(
        f"{len(people)} people, from each to the one most like them: {found.mean_nearest:.3f} "
        f"(mean of all pairs: layers {found.geometry.mean():.3f}, colours "
        f"{found.colour.mean():.3f})\n"
        f"most alike: {a} and {b}, {found.distance[a, b]:.3f} apart"
    )
    if arguments.out:
        pair = pictures_of([people[a], people[b]], arguments.size or 512)
        path = _folder(arguments) / "most-alike.png"
        sheet(pair, 2, [f"{a}", f"{b}"]).save(path)
        print(f"drawn side by side: {path}")
    return 0


def _bench(arguments: argparse.Namespace) -> int:
    from models.studio.speed import measure
    from worker.measuring.benchmark import calibrate
    from worker.measuring.machine import machine_line

    speed = measure(arguments.seed)
    print(
        f"{machine_line()}; calibration {calibrate():.1f} ms\n"
        f"{speed.shapes} shapes, {speed.present:.0f} in a portrait\n"
        f"  portraits built, a second and core {speed.portraits_per_second:8.0f} (wanted: 300)"
    )
    for name, milliseconds in speed.milliseconds.items():
        limit = {"picture of 256": " (limit 10)", "picture of 1024": " (limit 60)"}.get(name, "")
        print(f"  {name:32} {milliseconds:8.1f} ms{limit}")
    return 0


def _sweep(arguments: argparse.Namespace) -> int:
    from models.atelier.parameters import INDEX
    from models.studio.sweeps import sweep_strips

    names = list(INDEX) if arguments.sweep == ["all"] else arguments.sweep
    unknown = [name for name in names if name not in INDEX]
    if unknown:
        raise AtelierError(f"no parameter {', '.join(unknown)}; there are {', '.join(INDEX)}")
    out = _folder(arguments)
    for name in names:
        path = out / f"sweep-{name}.png"
        sweep_strips([name], arguments.size or _SWEEP_SIDE).save(path)
        print(path)
    return 0


def _crowd(arguments: argparse.Namespace) -> int:
    from models.studio.crowd import crowd
    from models.studio.crowd_files import write_crowd
    from models.studio.forms import forms
    from models.studio.looks import with_look

    people = crowd(arguments.count, arguments.seed)
    if arguments.look:
        people = with_look(people, arguments.look)
    side = arguments.size or 1024
    also = [forms(side)[name] for name in arguments.also]
    heading = {"seed": arguments.seed, "look": arguments.look}
    write_crowd(people, _folder(arguments), side, heading, also)
    print(f"{len(people)} portraits and contact-sheet.png in {arguments.out}")
    return 0


def _folder(arguments: argparse.Namespace) -> Path:
    if not arguments.out:
        raise AtelierError("--out DIR is missing: where shall the pictures go?")
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    return out
