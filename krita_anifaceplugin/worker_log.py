"""The worker's log: what it wrote to its standard error, kept small."""

from __future__ import annotations

import time
from pathlib import Path

LARGEST = 512 << 10


class WorkerLog:
    """Appends to a file and starts it afresh when it has grown; a full disk loses lines only."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, text: str) -> None:
        """A line of the plugin's own, with the time."""
        self.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} plugin: {text}\n".encode())

    def write(self, data: bytes) -> None:
        """Append raw output of the worker."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LARGEST:
                self.path.replace(self.path.with_suffix(".old.log"))
            with self.path.open("ab") as file:
                file.write(data)
        except OSError:
            return  # a log that cannot be written must not stop anybody from painting

    def tail(self, lines: int = 20) -> str:
        """The last lines, for diagnostics."""
        try:
            text = self.path.read_bytes()[-16384:].decode("utf-8", "replace")
        except OSError:
            return ""
        return "\n".join(text.splitlines()[-lines:])
