"""Running other programs, their output kept in a log."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from worker.setup.errors import CommandError, DiskFullError, NetworkError

#: Says one line to the person who runs the installer.
Say = Callable[[str], None]
#: Runs a command and returns its output, or raises a SetupError.
Run = Callable[[Sequence[str]], str]

_NO_ROOM = ("No space left on device", "Disk quota exceeded", "not enough space on the disk")
_NO_NETWORK = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Could not resolve",
    "Max retries exceeded",
    "NewConnectionError",
    "ProxyError",
    "Read timed out",
    "Network is unreachable",
    "getaddrinfo failed",
)
#: Would make a child Python or pip find other packages than its own.
_MISLEADING = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_EDITABLE")


def clean_environ(**more: str) -> dict[str, str]:
    """This process's variables without those that lead a child Python astray, plus ``more``."""
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    return {**kept, **more}


def runner(log: Path, environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Run:
    """A ``Run`` that works in ``folder`` and adds commands and their output to ``log``."""

    def run(command: Sequence[str]) -> str:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=dict(environ) if environ is not None else clean_environ(),
            cwd=folder,
            start_new_session=True,
        )
        try:
            output = process.communicate()[0]
        except BaseException:
            _end(process)
            raise
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as out:
            out.write(f"$ {' '.join(command)}\n{output}\n")
        if process.returncode:
            raise _failure(command, process.returncode, output, log)
        return output

    return run


def _end(process: subprocess.Popen[str]) -> None:
    """End a command that was interrupted, with all it has started: none may go on writing."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _failure(command: Sequence[str], code: int, output: str, log: Path) -> Exception:
    if any(sign in output for sign in _NO_ROOM):
        return DiskFullError(
            "The disk is full. Free some space and run this again; it goes on where it stopped."
        )
    if any(sign in output for sign in _NO_NETWORK):
        return NetworkError(
            "Packages could not be downloaded: no connection to the package index. Check the "
            f"network (or proxy) and run this again. Details: {log}"
        )
    last = next((line for line in reversed(output.splitlines()) if line.strip()), "no output")
    name = " ".join(Path(part).name if i == 0 else part for i, part in enumerate(command[:4]))
    return CommandError(
        f"'{name} ...' failed (exit {code}): {last.strip()}\nDetails: {log}", output
    )
