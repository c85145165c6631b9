"""Asking an installed worker whether it answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from worker.setup.errors import CommandError, MissingPartError
from worker.setup.places import Home
from worker.setup.shell import clean_environ, runner

#: Runs in the worker's environment, where the client's own imports are at hand.
_ASK = """
import json, sys
from worker.serving.client import WorkerClient, serve_command
from worker.errors import WorkerError
try:
    with WorkerClient(serve_command("default")) as client:
        hello = client.hello
        print(json.dumps({"protocol": hello.protocol, "worker": hello.worker, "pack": hello.pack,
            "references": len(hello.references), "seconds": client.ready_seconds}))
except WorkerError as error:
    sys.exit(str(error))
"""


@dataclass(frozen=True)
class Answer:
    """What a worker's Hello said, and the seconds from its start to that."""

    protocol: int
    worker: str
    pack: str
    references: int
    seconds: float


def ask(python: Path, home: Home) -> Answer:
    """Start the worker of an environment, wait for its Hello, end it.

    Raises:
        MissingPartError: it does not start or does not answer; the text says what it said last.
    """
    # Not from the clone: Python would find the sources there before the installed ones.
    run = runner(home.log, clean_environ(ANIFACE_HOME=str(home.root)), folder=home.root)
    try:
        values: dict[str, Any] = json.loads(run([str(python), "-c", _ASK]).splitlines()[-1])
        return Answer(**values)
    except CommandError as error:
        lines = [line for line in error.output.splitlines() if line.strip()]
        said = lines[-1].strip() if lines else "it ended without a word"
        raise MissingPartError(f"the worker does not answer: {said}") from error
    except (ValueError, IndexError, TypeError) as error:
        raise MissingPartError(f"the worker's answer makes no sense; see {home.log}") from error
