"""Runs the script step by step from the top of Krita's event loop, then quits Krita."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from krita import Extension, Krita

from .binding import QTimer
from .kritatest import CheckFailed, KritaTest


class KritaTestDriver(Extension):
    """Waits for the main window, runs the script, reports."""

    def setup(self) -> None:
        QTimer.singleShot(0, self._when_ready)

    def createActions(self, window: Any) -> None:
        pass

    def _when_ready(self) -> None:
        window = Krita.instance().activeWindow()
        if window is None or not window.qwindow().isVisible():
            QTimer.singleShot(50, self._when_ready)
            return
        window.qwindow().showMaximized()
        args = json.loads(os.environ.get("KRITATEST_ARGS", "[]"))
        self._test = KritaTest(Path(os.environ["KRITATEST_OUT"]), args)
        self._run = self._load(Path(os.environ["KRITATEST_SCRIPT"]))
        QTimer.singleShot(500, self._step)

    async def _load(self, script: Path) -> None:
        harness = Path(__file__).resolve().parent.parent
        sys.path[:0] = [str(script.parent), str(harness)]
        space = {"__name__": "kritatest_script", "__file__": str(script)}
        exec(compile(script.read_text(), str(script), "exec"), space)
        run: Any = space["run"]
        await run(self._test)

    def _step(self) -> None:
        """Run the script up to its next pause."""
        run: Coroutine[float, None, None] = self._run
        try:
            seconds = run.send(None)
        except StopIteration:
            self._finish("passed", None)
        except CheckFailed:
            self._finish("failed", traceback.format_exc())
        except BaseException:
            self._finish("error", traceback.format_exc())
        else:
            QTimer.singleShot(int(seconds * 1000), self._step)

    def _finish(self, status: str, error: str | None) -> None:
        test = self._test
        if error:
            test.screenshot("failure")
        result = {
            "status": status,
            "error": error,
            "krita": Krita.instance().version(),
            "python": sys.version,
            "checks": test.checks,
            "values": test.values,
        }
        partial = test.out / "result.json.part"
        partial.write_text(json.dumps(result, indent=1, default=str))
        partial.replace(test.out / "result.json")
        test.close_documents()
        # Krita's own way out; QApplication.quit() ends in a crash (5.1.5).
        QTimer.singleShot(200, Krita.instance().action("file_quit").trigger)
