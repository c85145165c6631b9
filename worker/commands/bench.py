"""``aniface bench``: the worker's speed and size on this machine, against what is promised."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from worker.commands.options import Subparsers, add_pack, whole


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "measure the worker on this machine"
    parser = commands.add_parser("bench", help=text, description=text)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rounds", type=whole(1, 1000), default=15, help="default: %(default)s")
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; 0 whether or not they are met, since the machine may be busy."""
    from worker.home import find_pack
    from worker.measuring.benchmark import calibrate, measure_engine, measure_process
    from worker.measuring.machine import machine_line
    from worker.packs.pack import load
    from worker.serving.engine import Engine

    figures = measure_process(arguments.pack, arguments.threads, arguments.rounds)
    engine = Engine(load(find_pack(arguments.pack)), arguments.threads)
    engine.warm_up()
    more, steps = measure_engine(engine, arguments.rounds)
    figures += more
    calibration = calibrate()
    if arguments.json:
        result = {
            "machine": machine_line(),
            "threads": arguments.threads,
            "calibration_ms": round(calibration, 2),
            "figures": [{**asdict(f), "met": f.met} for f in figures],
            "steps_ms": steps,
        }
        print(json.dumps(result, indent=2))
        return 0
    print(f"{machine_line()}; {arguments.threads} thread(s); calibration {calibration:.1f} ms")
    for figure in figures:
        sign = "ok  " if figure.met else "OVER"
        print(
            f"  {sign} {figure.name:62} {figure.value:8.2f} {figure.unit:2} "
            f"(limit {figure.limit:g})"
        )
    print("  steps: " + ", ".join(f"{step} {value:.1f} ms" for step, value in steps.items()))
    return 0
