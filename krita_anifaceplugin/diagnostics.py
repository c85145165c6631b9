"""The text that *Copy diagnostics* puts on the clipboard. Nothing personal is in it."""

from __future__ import annotations

import getpass
import platform
import re
import sys
from pathlib import Path

from .connection.worker_process import WorkerProcess
from .protocol import PROTOCOL_VERSION
from .qt import binding_version
from .session.state import State
from .texts.table import Texts

#: A shorter user name is found in other words, too, and tells little.
SHORTEST_NAME = 3
#: Words of a worker command that are nobody's.
COMMON = ("aniface", "serve", "worker", "python", "python3")


def report(state: State, worker: WorkerProcess, krita: str, document: str, latency: str) -> str:
    """Versions, the document's format, the worker's state and last words, timings."""
    hello, english = worker.hello, Texts()
    settings = state.settings
    times = ", ".join(f"{name} {ms:.0f} ms" for name, ms in state.times) or "none yet"
    lines = [
        "AniFace for Krita",
        f"Krita {krita}, {binding_version()}, Python {sys.version.split()[0]}",
        f"System: {platform.system()} {platform.release()} {platform.machine()}",
        f"Document: {document or 'none'}",
        f"Worker: {worker.status.phase.value}, {worker.status.text}, started {worker.starts} times",
        f"Worker version {hello.worker}, pack {hello.pack}, "
        f"{'reads pictures' if hello.picture_side else 'reads no pictures'}"
        if hello
        else "Worker: no greeting yet",
        f"Worker command: {'a command of your own' if settings.worker_command else 'installed'}",
        f"Protocol {PROTOCOL_VERSION}",
        f"Guidance {settings.guidance}, {'layer' if settings.as_layer else 'canvas'}, "
        f"opacity {settings.opacity:.2f}",
        f"Last answer: {times}",
        f"From question to guidance: {latency}; to its first answer: {worker.latency_ms:.0f} ms",
        f"Pinned {len(state.pinned)}, answers kept {state.place.count}",
        f"Last hint: {english.of(state.hint) or 'none'}",
        f"Last notice: {english.of(state.notice) or 'none'}",
        "Worker log:",
        worker.log.tail(),
    ]
    return impersonal("\n".join(lines), settings.worker_command) + "\n"


def impersonal(text: str, command: str = "") -> str:
    """Without the home folder, addresses, the user's name, and the words of their own command."""
    for word in re.split(r"[\s@]+", command)[1:]:
        if len(word) >= SHORTEST_NAME and not word.startswith("-") and word not in COMMON:
            text = text.replace(word, "…")
    text = text.replace(str(Path.home()), "~")
    text = re.sub(r"(plugin: starting )(\S*[/\\])?(\S+).*", r"\1\3 …", text)
    text = re.sub(r"[\w.+-]+@[\w.-]+", "…@…", text)
    text = re.sub(r"\b\d{1,3}(\.\d{1,3}){3}\b", "…", text)  # a banner's "last login from"
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name, nothing to hide
        return text
    return re.sub(rf"\b{re.escape(user)}\b", "…", text) if len(user) >= SHORTEST_NAME else text
