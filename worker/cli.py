"""The ``aniface`` command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from worker import __version__
from worker.commands import atelier, bench, evaluate, packs, replay, serve, suggest, train
from worker.errors import WorkerError

_COMMANDS = (serve, suggest, replay, bench, packs, atelier, train, evaluate)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status: 0 done, 1 an error that was explained, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="aniface", description="Turns a rough sketch into anime portrait suggestions."
    )
    parser.add_argument("--version", action="version", version=f"AniFace {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    chosen = parser.parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
    except WorkerError as error:
        print(f"aniface: {error}", file=sys.stderr)
        return 1
    return status
