"""Runs a script of tests/krita/scripts in a real Krita and reads what it noted."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.krita.krita_command import ROOT, krita_command

RECORDING = ROOT / "worker" / "demo" / "recordings" / "clean.json"


#: Less time than this is not worth starting anything.
LEAST_S = 20.0
#: A Krita that has used up its time is ended within so many seconds.
ENDING_S = 60.0


class ScriptFailed(Exception):
    """A script did not run to its end, or one of its checks failed; the text says which."""


@dataclass
class Clock:
    """The time that a part of the report has left; the next part gets its own."""

    end: float = float("inf")

    def give(self, seconds: float) -> None:
        """So many from now on."""
        self.end = time.monotonic() + seconds

    def at_most(self, seconds: float) -> float:
        """What may be used of so many seconds.

        Raises:
            ScriptFailed: hardly any are left.
        """
        left = self.end - time.monotonic()
        if left < LEAST_S:
            raise ScriptFailed("the time of this part is used up; what is left was not tried")
        return min(seconds, left)


@dataclass(frozen=True)
class KritaRunner:
    """Starts Kritas that write below ``out``, none for longer than ``clock`` allows."""

    out: Path
    clock: Clock = field(default_factory=Clock)

    def run(
        self, script: str, worker: Sequence[str], *arguments: object,
        settings: Sequence[str] = (), seconds: float = 300, name: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        """The values that a script noted; ``name`` is its folder's, where it runs twice.

        Raises:
            ScriptFailed: it failed, Krita did, the time was up, or Krita's log holds an
                exception.
        """
        folder = self.out / (name or script)
        code = self.start(script, worker, folder, *arguments, settings=settings, seconds=seconds)
        try:
            result = json.loads((folder / "result.json").read_text("utf-8"))
        except (OSError, ValueError):
            raise ScriptFailed(f"{script}: Krita ended without a result; see {folder}") from None
        if result["status"] != "passed":
            failed = [check["what"] for check in result["checks"] if not check["ok"]]
            words = failed or result["error"].strip().splitlines()[-1:]
            raise ScriptFailed(f"{script}: {'; '.join(words)} (see {folder})")
        if code:
            raise ScriptFailed(f"{script}: Krita did not close in peace; see {folder}")
        if "Traceback" in (folder / "krita.log").read_text("utf-8", "replace"):
            raise ScriptFailed(f"{script}: an exception inside Krita; see {folder / 'krita.log'}")
        values: dict[str, Any] = result["values"]
        return values

    def start(
        self, script: str, worker: Sequence[str], folder: Path, *arguments: object,
        settings: Sequence[str] = (), seconds: float = 300,
    ) -> int:  # fmt: skip
        """Run a script whatever becomes of it; the harness's exit status.

        Args:
            folder: gets log and result; what it held is deleted.

        Raises:
            ScriptFailed: there was no time left for it, or even the harness hung.
        """
        seconds = self.clock.at_most(seconds)
        shutil.rmtree(folder, ignore_errors=True)
        command = krita_command(
            script, worker, arguments, folder, settings=settings, seconds=seconds
        )
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=seconds + ENDING_S, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise ScriptFailed(f"{script}: not ended after {seconds + ENDING_S:.0f} s") from None
        return done.returncode
