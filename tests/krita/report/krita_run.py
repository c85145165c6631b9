"""Runs a script of tests/krita/scripts in a real Krita and reads what it noted."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.krita.krita_command import ROOT, krita_command
from tests.krita.report.line import MISSED, NOT_RUN, Line

RECORDING = ROOT / "worker" / "demo" / "recordings" / "clean.json"

#: Less time than this is not worth starting anything.
LEAST_S = 20.0
#: A Krita that has used up its time is ended within so many seconds.
ENDING_S = 60.0


class ScriptFailed(Exception):
    """A script did not run to its end, or one of its checks failed; the text says which.

    ``late``: nothing was wrong but that the time was up.
    """

    def __init__(self, words: str, late: bool = False) -> None:
        super().__init__(words)
        self.late = late

    def line(self, what: str) -> Line:
        """The report's line about it."""
        return Line(what, "runs to its end", str(self), NOT_RUN if self.late else MISSED)


@dataclass
class Clock:
    """The time that a part of the report has left; the next part gets its own.

    ``last`` is when all of the report must have ended, by time.monotonic().
    """

    last: float = float("inf")
    end: float = float("inf")

    def give(self, seconds: float) -> None:
        """So many from now on, if the report has them."""
        self.end = min(time.monotonic() + seconds, self.last)

    def at_most(self, seconds: float) -> float:
        """What may be used of so many seconds.

        Raises:
            ScriptFailed: hardly any are left.
        """
        left = self.end - time.monotonic()
        if left < LEAST_S:
            raise ScriptFailed("the time is used up; this was not tried", late=True)
        return min(seconds, left)


@dataclass(frozen=True)
class Outcome:
    """What a script noted, and what kept it from running to its end."""

    values: dict[str, Any]
    failure: ScriptFailed | None = None

    @property
    def whole(self) -> bool:
        """Whether the time sufficed."""
        return self.failure is None or not self.failure.late

    def trouble(self, what: str) -> Iterator[Line]:
        """A line about what went wrong, if anything did."""
        if self.failure is not None:
            yield self.failure.line(what)


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
        outcome = self.outcome(
            script, worker, *arguments, settings=settings, seconds=seconds, name=name
        )
        if outcome.failure is not None:
            raise outcome.failure
        return outcome.values

    def outcome(
        self, script: str, worker: Sequence[str], *arguments: object,
        settings: Sequence[str] = (), seconds: float = 300, name: str = "",
    ) -> Outcome:  # fmt: skip
        """The same, but what was noted before a failure counts, too.

        Raises:
            ScriptFailed: there was no time left for it.
        """
        folder, seconds = self.out / (name or script), self.clock.at_most(seconds)
        begun = time.monotonic()
        failure = None
        try:
            code = self.start(
                script, worker, folder, *arguments, settings=settings, seconds=seconds
            )
        except ScriptFailed as error:
            code, failure = 0, error
        late = time.monotonic() - begun >= seconds - 1
        result = _json(folder / "result.json")
        if result is None:
            words = f"{script}: Krita ended without a result; see {folder}"
            if late:
                words = f"{script}: not done after {seconds:.0f} s"
            values = _json(folder / "values.json") or {}
            return Outcome(values, failure or ScriptFailed(words, late))
        if result["status"] != "passed":
            failed = [check["what"] for check in result["checks"] if not check["ok"]]
            said = failed or result["error"].strip().splitlines()[-1:]
            failure = ScriptFailed(f"{script}: {'; '.join(said)} (see {folder})")
        elif code:
            failure = ScriptFailed(f"{script}: Krita did not close in peace; see {folder}")
        elif "Traceback" in (folder / "krita.log").read_text("utf-8", "replace"):
            failure = ScriptFailed(f"{script}: an exception inside Krita; see {folder}/krita.log")
        return Outcome(result["values"], failure)

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


def _json(file: Path) -> dict[str, Any] | None:
    try:
        values: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return values
