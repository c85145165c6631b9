"""The worker's log: what it wrote to its standard error, kept small."""

from __future__ import annotations

import time
from pathlib import Path

from ..protocol.framing import MAGIC

LARGEST = 512 << 10
#: A last line longer than this would fill the docker.
LONGEST_WORDS = 160


class WorkerLog:
    """Appends to a file and starts it afresh when it has grown; a full disk loses lines only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last = ""

    def note(self, text: str) -> None:
        """A line of the plugin's own, with the time."""
        line = f"{time.strftime('%Y-%m-%d %H:%M:%S')} plugin: {text}\n"
        self._append(line.encode("utf-8", "replace"))

    def write(self, data: bytes) -> None:
        """Append raw output of the worker."""
        lines = data.decode("utf-8", "replace").strip().splitlines()
        if lines:
            self._last = lines[-1].strip()[:LONGEST_WORDS]
        self._append(data)

    def hear(self, data: bytes) -> None:
        """Remember text that came where frames belong: a login banner, a shell's complaint."""
        lines = data.partition(MAGIC)[0].decode("utf-8", "replace").split("\n")
        said = [line.strip() for line in lines if line.strip().isprintable() and line.strip()]
        if said:
            self._last = said[-1][:LONGEST_WORDS]

    def last_words(self) -> str:
        """The last line the worker wrote since this was asked; "" for none."""
        words, self._last = self._last, ""
        return words

    def _append(self, data: bytes) -> None:
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
