"""Worker processes as the system sees them."""

from __future__ import annotations

from pathlib import Path


def running_workers() -> int:
    """Running child processes of this Krita that are workers, 0 where the system won't say."""
    count = 0
    for path in Path("/proc/self/task").glob("*/children"):
        for pid in path.read_text().split():
            try:
                words = Path(f"/proc/{pid}/cmdline").read_bytes()
            except OSError:
                continue  # ended just now
            count += b"worker" in words
    return count
