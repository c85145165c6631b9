"""The worker's ends of the pipes, kept clean of everything that is not a frame."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class FramePipes:
    """File descriptors of the pipes to and from the plugin."""

    source: int
    sink: int

    def read(self) -> bytes:
        """What has arrived, waiting for something; b"" at the end."""
        return os.read(self.source, 1 << 20)

    def write(self, data: bytes) -> None:
        """Write all of ``data``. Raises OSError where nobody reads any more."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self.sink, rest) :]


def claim() -> FramePipes:
    """Take stdin and stdout for frames.

    Whatever else prints to stdout from now on, Python or a library's C code, goes to stderr and
    so to the log, and whatever else reads stdin finds it empty.
    """
    pipes = FramePipes(os.dup(0), os.dup(1))
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (pipes.source, pipes.sink):
            msvcrt.setmode(descriptor, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return pipes
