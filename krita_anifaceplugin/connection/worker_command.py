"""How the worker is started: the command, and an environment free of Krita's own."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..phrased_error import PhrasedError

#: A JSON list that replaces the installed command: tests, or a worker on another machine.
OVERRIDE = "ANIFACE_WORKER"
INSTALL = "python3 install.py"
#: Krita sets these for itself; another Python would load the wrong libraries with them.
KRITAS_OWN = ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH")

#: Networks wait for memory: in large pages, which Linux may give to those that ask, they are some
#: percent faster. Elsewhere, and in an old C library, it says nothing.
LARGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}


class WorkerMissing(PhrasedError):
    """No worker can be started; the text says what mends it."""


@dataclass(frozen=True)
class WorkerCommand:
    """Program with arguments, and the folder ANIFACE_HOME shall name ("" to leave it)."""

    argv: tuple[str, ...]
    home: str = ""


def resource_folder() -> Path:
    """Krita's resource folder: the plugin lies in its ``pykrita``, possibly by a link."""
    return Path(__file__).absolute().parents[3]


def find_command(folder: Path, environ: Mapping[str, str], chosen: str = "") -> WorkerCommand:
    """The worker's command: $ANIFACE_WORKER, else the artist's, else what the installer wrote.

    Args:
        folder: AniFace's own folder, with ``worker.json`` in it.
        chosen: a command line, "" for none.

    Raises:
        WorkerMissing: none is there, or it cannot be read.
    """
    if environ.get(OVERRIDE):
        return WorkerCommand(_words(_json(environ[OVERRIDE], f"${OVERRIDE}"), f"${OVERRIDE}"))
    if chosen.strip():
        return WorkerCommand(split_command(chosen))
    path = folder / "worker.json"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WorkerMissing("worker.missing", command=INSTALL) from error
    values = _json(data, path.name)
    if not isinstance(values, dict):
        raise WorkerMissing("worker.damaged", file=path.name, command=INSTALL)
    home = values.get("home")
    return WorkerCommand(_words(values.get("command"), path.name), str(home) if home else "")


def split_command(line: str, windows: bool = sys.platform == "win32") -> tuple[str, ...]:
    """Program and arguments of a command line as a person writes it.

    Raises:
        WorkerMissing: a quotation mark without its pair.
    """
    try:
        words = shlex.split(line, posix=not windows)
    except ValueError as error:
        raise WorkerMissing("worker.unreadable_command") from error
    return tuple(word.strip('"') for word in words) if windows else tuple(words)


def worker_environment(command: WorkerCommand, environ: Mapping[str, str]) -> dict[str, str]:
    """The worker's environment variables."""
    kept = {name: value for name, value in environ.items() if name not in KRITAS_OWN}
    env = LARGE_PAGES | kept
    if command.home:
        env["ANIFACE_HOME"] = command.home
    return env


def current_environment() -> dict[str, str]:
    """This process's environment variables."""
    return dict(os.environ)


def _json(text: str | bytes, source: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorkerMissing("worker.damaged", file=source, command=INSTALL) from error


def _words(value: object, source: str) -> tuple[str, ...]:
    if isinstance(value, list) and value and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise WorkerMissing("worker.damaged", file=source, command=INSTALL)
