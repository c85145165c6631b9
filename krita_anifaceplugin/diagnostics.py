"""The text that *Copy diagnostics* puts on the clipboard. Nothing personal is in it."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

from .protocol import PROTOCOL_VERSION
from .qt import binding_version
from .state import State
from .worker_process import WorkerProcess


def report(state: State, worker: WorkerProcess, krita: str, document: str, latency: str) -> str:
    """Versions, the document's format, the worker's state and last words, timings."""
    hello = worker.hello
    settings = state.settings
    times = ", ".join(f"{name} {ms:.0f} ms" for name, ms in state.times) or "none yet"
    lines = [
        "AniFace for Krita",
        f"Krita {krita}, {binding_version()}, Python {sys.version.split()[0]}",
        f"System: {platform.system()} {platform.release()} {platform.machine()}",
        f"Document: {document or 'none'}",
        f"Worker: {worker.status.phase.value}, {worker.status.text}, started {worker.starts} times",
        f"Worker version {hello.worker}, pack {hello.pack}" if hello else "Worker: no greeting yet",
        f"Protocol {PROTOCOL_VERSION}",
        f"Guidance {settings.guidance}, {'layer' if settings.as_layer else 'canvas'}, "
        f"opacity {settings.opacity:.2f}",
        f"Last answer: {times}",
        f"From question to guidance: {latency}",
        f"Last hint: {state.hint or 'none'}",
        "Worker log:",
        worker.log.tail(),
    ]
    return _without_home("\n".join(lines)) + "\n"


def _without_home(text: str) -> str:
    """The user's name stands in the path of their home folder."""
    return text.replace(str(Path.home()), "~")
