"""One line of the report: what was asked for, what was found, whether that is enough."""

from __future__ import annotations

import textwrap
from dataclasses import asdict, dataclass
from typing import Any

MET, MISSED, SHORT, NOTED, NOT_RUN = "met", "MISSED", "SHORT", "noted", "NOT RUN"
_INDENT = " " * 9


@dataclass(frozen=True)
class Line:
    """``verdict`` is MET, MISSED, SHORT (within the goal as far as it came, but it was ended
    early), NOTED (nothing was asked for) or NOT_RUN."""

    what: str
    asked: str
    found: str
    verdict: str

    @classmethod
    def judged(cls, what: str, asked: str, found: str, good: bool, whole: bool = True) -> Line:
        """A line that is met or missed; met only by ``whole`` runs, for others it is short."""
        return cls(what, asked, found, (MET if whole else SHORT) if good else MISSED)

    @classmethod
    def not_found(cls, what: str, asked: str) -> Line:
        """The run ended before; another line says why."""
        return cls(what, asked, "not measured: the run ended before", NOT_RUN)

    def text(self) -> str:
        """For the terminal: three rows or more."""
        rows = [f"{self.verdict:<8} {self.what}"]
        for name, words in (("asked", self.asked), ("found", self.found)):
            if words:
                rows += textwrap.wrap(
                    f"{name}: {words}", 100, initial_indent=_INDENT, subsequent_indent=_INDENT * 2
                )
        return "\n".join(rows)

    def values(self) -> dict[str, Any]:
        """For the JSON file."""
        return asdict(self)
