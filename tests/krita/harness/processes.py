"""Child processes that are surely ended, and the private X server."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import IO, Any


class NoDisplay(Exception):
    """The X server did not start."""


class Processes:
    """Children in their own sessions: a kill reaches what they started and nothing else."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *argv: str, **options: Any) -> subprocess.Popen[bytes]:
        """Start a program; ``options`` are Popen's."""
        process = subprocess.Popen(argv, start_new_session=True, **options)
        self._running.append(process)
        return process

    def stop_all(self) -> None:
        """End them, the last started first, by force where asking does not help."""
        for process in reversed(self._running):
            for sig in (signal.SIGTERM, signal.SIGKILL):
                if process.poll() is not None:
                    break
                try:
                    os.killpg(process.pid, sig)
                    process.wait(3)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    continue


def start_x(processes: Processes, screen: str, log: IO[bytes]) -> str:
    """Start Xvfb on a free display; returns its name, ":N".

    Raises:
        NoDisplay: it ended without naming one.
    """
    read_end, write_end = os.pipe()
    processes.start(
        "Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{screen}x24",
        "-nolisten", "tcp", "-noreset", "+extension", "RANDR",
        pass_fds=(write_end,), stdout=log, stderr=log,
    )  # fmt: skip
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    if not number:
        raise NoDisplay("Xvfb did not start")
    return f":{number}"
