"""Worker processes as the system sees them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def children() -> Iterator[tuple[int, list[bytes]]]:
    """Ids and command lines of this Krita's running child processes, none where the system won't
    say."""
    for path in Path("/proc/self/task").glob("*/children"):
        for pid in path.read_text().split():
            try:
                words = Path(f"/proc/{pid}/cmdline").read_bytes()
            except OSError:
                continue  # ended just now
            yield int(pid), words.split(b"\0")


def running_workers() -> int:
    """Those of them that are workers."""
    return sum(b"worker" in b" ".join(words) for _, words in children())
