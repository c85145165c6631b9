"""How the worker is started: the command, and an environment free of Krita's own."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: A JSON list that replaces the installed command: tests, or a worker on another machine.
OVERRIDE = "ANIFACE_WORKER"
INSTALL = "python3 install.py"
#: Krita sets these for itself; another Python would load the wrong libraries with them.
KRITAS_OWN = ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH")


class WorkerMissing(Exception):
    """No worker is installed; the text names the command that mends it."""


@dataclass(frozen=True)
class WorkerCommand:
    """Program with arguments, and the folder ANIFACE_HOME shall name ("" to leave it)."""

    argv: tuple[str, ...]
    home: str = ""


def resource_folder() -> Path:
    """Krita's resource folder: the plugin lies in its ``pykrita``, possibly by a link."""
    return Path(__file__).absolute().parent.parent.parent


def find_command(folder: Path, environ: Mapping[str, str]) -> WorkerCommand:
    """The worker's command: $ANIFACE_WORKER, else what the installer wrote.

    Args:
        folder: AniFace's own folder, with ``worker.json`` in it.

    Raises:
        WorkerMissing: neither is there, or neither can be read.
    """
    if environ.get(OVERRIDE):
        return WorkerCommand(_words(_json(environ[OVERRIDE], f"${OVERRIDE}"), f"${OVERRIDE}"))
    path = folder / "worker.json"
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise WorkerMissing(f"The worker is not installed. Run “{INSTALL}”.") from error
    values = _json(text, path.name)
    if not isinstance(values, dict):
        raise WorkerMissing(f"{path.name} is damaged. Run “{INSTALL}” again.")
    home = values.get("home")
    return WorkerCommand(_words(values.get("command"), path.name), str(home) if home else "")


def worker_environment(command: WorkerCommand, environ: Mapping[str, str]) -> dict[str, str]:
    """The worker's environment variables."""
    env = {name: value for name, value in environ.items() if name not in KRITAS_OWN}
    if command.home:
        env["ANIFACE_HOME"] = command.home
    return env


def current_environment() -> dict[str, str]:
    """This process's environment variables."""
    return dict(os.environ)


def _json(text: str, source: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise WorkerMissing(f"{source} is damaged ({error}). Run “{INSTALL}” again.") from error


def _words(value: object, source: str) -> tuple[str, ...]:
    if isinstance(value, list) and value and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise WorkerMissing(f"{source} holds no worker command. Run “{INSTALL}” again.")
