"""What a test script sees of the harness."""

from __future__ import annotations

import json
import subprocess
import time
import types
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from krita import Krita

from .binding import QGuiApplication


class CheckFailed(Exception):
    """A check of the script failed; the run ends."""


@types.coroutine
def _pause(seconds: float) -> Generator[float, None, None]:
    """Give Krita's event loop a turn; the driver resumes the script afterwards."""
    yield seconds


class KritaTest:
    """Checks, values, time, programs and documents for a script."""

    def __init__(self, out: Path, args: list[str]) -> None:
        self.krita = Krita.instance()
        self.out = out
        self.args = args
        self.checks: list[dict[str, Any]] = []
        self.values: dict[str, Any] = {}

    # ---- reporting

    def check(self, ok: Any, what: str) -> None:
        """Note a check; a failed one ends the run."""
        self.checks.append({"ok": bool(ok), "what": str(what)})
        if not ok:
            raise CheckFailed(what)

    def value(self, key: str, value: Any) -> None:
        """Note a measured value (anything json can hold). It is kept even if Krita crashes."""
        self.values[key] = value
        partial = self.out / "values.json.part"
        partial.write_text(json.dumps(self.values, default=str))
        partial.replace(self.out / "values.json")

    def screenshot(self, name: str) -> Path:
        """Save the whole X screen as OUT/NAME.png."""
        path = self.out / f"{name}.png"
        QGuiApplication.primaryScreen().grabWindow(0).save(str(path))
        return path

    # ---- time

    async def wait(self, seconds: float) -> None:
        """Let Krita run for a while."""
        await _pause(seconds)

    async def wait_until(
        self,
        condition: Callable[[], Any],
        timeout: float = 10.0,
        step: float = 0.005,
        what: str = "condition",
    ) -> float:
        """Let Krita run until ``condition()`` is true; returns the seconds it took."""
        begin = time.monotonic()
        while not condition():
            if time.monotonic() - begin > timeout:
                raise CheckFailed(f"not within {timeout} s: {what}")
            await _pause(step)
        return time.monotonic() - begin

    async def call(self, *argv: Any, timeout: float = 30.0) -> str:
        """Run a program while Krita stays alive; returns its standard output, which is short.

        Not by QProcess, which forks: Krita would pay with a page fault for each page of its
        memory that it writes to next, tens of milliseconds in a large document.
        """
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            [str(a) for a in argv], stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe
        )
        what = " ".join(map(str, argv))
        try:
            await self.wait_until(lambda: process.poll() is not None, timeout, what=what)
        finally:
            process.kill()  # nothing, where it has ended
        out, err = (data.decode(errors="replace") for data in process.communicate())
        if process.returncode != 0:
            raise CheckFailed(f"{argv[0]} exited with {process.returncode}: {err}")
        return out

    # ---- Krita

    async def new_document(
        self,
        width: int = 1000,
        height: int = 700,
        model: str = "RGBA",
        depth: str = "U8",
        dpi: float = 72.0,
    ) -> Any:
        """Open a new document: one white paint layer, 'Background', which is active."""
        doc = self.krita.createDocument(width, height, "test", model, depth, "", dpi)
        doc.setBatchmode(True)
        self.krita.activeWindow().addView(doc)
        await self.wait_until(
            lambda: self.krita.activeDocument() == doc and doc.activeNode() is not None,
            what="the new document is active",
        )
        await self.wait(0.3)
        return doc

    async def add_paint_layer(self, doc: Any, name: str) -> Any:
        """Add an empty paint layer on top and make it the active one."""
        node = doc.createNode(name, "paintlayer")
        doc.rootNode().addChildNode(node, None)
        await self.wait(0)  # Krita learns of the layer in its next turn
        doc.setActiveNode(node)
        await self.wait_until(lambda: doc.activeNode() == node, what=f"layer {name} is active")
        return node

    def main_window(self) -> Any:
        """The QMainWindow in front."""
        return self.krita.activeWindow().qwindow()

    def close_documents(self) -> None:
        """Close every document without the question whether to save it."""
        for doc in self.krita.documents():
            doc.setBatchmode(True)
            doc.waitForDone()
            doc.setModified(False)
            doc.close()
