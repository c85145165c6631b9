"""The report as it grows: printed part by part, and kept in files after each."""

from __future__ import annotations

import json
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from tests.krita.report.krita_run import KritaRunner, ScriptFailed
from tests.krita.report.line import MISSED, NOT_RUN, SHORT, Line
from tests.krita.report.plan import Plan
from tests.krita.report.table import table


class Part(Protocol):
    """A module of `proofs`."""

    NAME: str

    def prove(self, plan: Plan, krita: KritaRunner) -> Iterator[Line]:
        """The part's lines, one after the other."""


class Written:
    """Takes the lines of parts, from several threads at once.

    Args:
        out: gets report.json and report.txt.
        names: of the parts, in the order of the table.
        begun, machine: the report's head.
    """

    def __init__(self, out: Path, names: Sequence[str], begun: str, machine: str) -> None:
        self._out, self._names = out, names
        self._head = {"begun": begun, "machine": machine}
        self._found: dict[str, list[Line]] = {}
        self._turn = threading.Lock()
        _say(f"AniFace in a real Krita, {begun}\n{machine}\n")

    def add(self, name: str, title: str, lines: Iterable[Line]) -> None:
        """Take a part's lines. A part that fails is a line of its own; the next goes on."""
        begun, taken = time.monotonic(), list[Line]()
        try:
            for line in lines:  # those that come before a failure stay
                taken.append(line)
        except ScriptFailed as error:
            taken.append(error.line(title))
        except Exception as error:  # the other parts are worth reading, too
            traceback.print_exc(file=sys.stderr)
            taken.append(Line(title, "", f"{type(error).__name__}: {error}", MISSED))
        words = "\n".join(line.text() for line in taken)
        with self._turn:
            self._found[name] = taken
            _say(f"== {title}\n{words}\n({time.monotonic() - begun:.0f} s)\n")
            self._write()

    def lines(self) -> list[Line]:
        """All of them, in the order of the table."""
        return [line for name in self._names for line in self._found.get(name, ())]

    def end(self, seconds: float) -> None:
        """Print the table, and how many lines are not met."""
        lines = self.lines()
        counts = [
            f"{sum(line.verdict == verdict for line in lines)} {word}"
            for verdict, word in ((MISSED, "missed"), (SHORT, "short"), (NOT_RUN, "not run"))
        ]
        _say(f"{table(lines)}\n")
        _say(f"{len(lines)} lines, {', '.join(counts)}; {seconds / 60:.0f} minutes")
        _say(str(self._out / "report.json"))

    def _write(self) -> None:
        values = {name: [line.values() for line in lines] for name, lines in self._found.items()}
        text = json.dumps({**self._head, "proofs": values}, indent=1)
        (self._out / "report.json").write_text(text, "utf-8")
        head = f"{self._head['begun']}, {self._head['machine']}"
        (self._out / "report.txt").write_text(f"{head}\n\n{table(self.lines())}\n", "utf-8")


def _say(text: str) -> None:
    print(text, flush=True)
