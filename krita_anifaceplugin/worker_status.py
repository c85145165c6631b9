"""The state of the worker in one line that an artist can read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Phase(Enum):
    """Where the worker stands; the value is also the status light's name."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    REFUSED = "refused"


@dataclass(frozen=True)
class WorkerStatus:
    """Phase and the text that goes with it."""

    phase: Phase
    text: str


OFF = WorkerStatus(Phase.OFF, "Off")
STARTING = WorkerStatus(Phase.STARTING, "Starting the worker…")
READY = WorkerStatus(Phase.READY, "Ready")


def restarting(seconds: float, reason: str) -> WorkerStatus:
    """The worker stopped and is started again in ``seconds``."""
    return WorkerStatus(Phase.RESTARTING, f"{reason} Starting again in {seconds:.0f} s…")


def refused(reason: str) -> WorkerStatus:
    """The worker cannot be used until somebody mends it."""
    return WorkerStatus(Phase.REFUSED, reason)
