"""How the docker shows the worker's phases."""

from __future__ import annotations

from ..connection.worker_status import Phase

COLORS = {
    Phase.OFF: "#8a8a8a",
    Phase.STARTING: "#e0a030",
    Phase.READY: "#4caf6d",
    Phase.RESTARTING: "#e0a030",
    Phase.REFUSED: "#d9534f",
}
#: What the status line says of a phase whose own words need a banner.
SHORT = {Phase.RESTARTING: "worker.restarting.short", Phase.REFUSED: "worker.refused.short"}
