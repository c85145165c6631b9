"""The state of the worker in one line that an artist can read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..texts.phrase import Phrase, phrase
from ..texts.table import Texts


class Phase(Enum):
    """Where the worker stands; the value is also the status light's name."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    REFUSED = "refused"


@dataclass(frozen=True)
class WorkerStatus:
    """Phase and the words that go with it."""

    phase: Phase
    phrase: Phrase

    @property
    def text(self) -> str:
        """The words in English, for logs and diagnostics."""
        return Texts().of(self.phrase)


OFF = WorkerStatus(Phase.OFF, phrase("worker.off"))
STARTING = WorkerStatus(Phase.STARTING, phrase("worker.starting"))
READY = WorkerStatus(Phase.READY, phrase("worker.ready"))


def restarting(seconds: int, reason: Phrase) -> WorkerStatus:
    """The worker stopped and is started again in ``seconds``."""
    return WorkerStatus(
        Phase.RESTARTING, phrase("worker.restarting", reason=reason, seconds=seconds)
    )


def refused(reason: Phrase) -> WorkerStatus:
    """The worker cannot be used until somebody mends it."""
    return WorkerStatus(Phase.REFUSED, reason)
