"""What is wrong with the worker, in full, at the docker's foot: it moves nothing when it comes."""

from __future__ import annotations

from ..connection.worker_status import Phase, WorkerStatus
from ..texts.table import Texts
from .banner import Banner
from .phase_looks import COLORS, SHORT


class WorkerBanner(Banner):
    """The status of a worker that must be mended, or of one that is being started again."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(COLORS[Phase.REFUSED])
        self._texts = texts

    def show_worker(self, status: WorkerStatus) -> None:
        """Say what the status line has no room for; nothing where that says all."""
        self.set_color(COLORS[status.phase])
        self.say(self._texts.of(status.phrase) if status.phase in SHORT else "")
