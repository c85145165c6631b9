"""Processor time between the pen's lifting and its guidance: the same however busy the machine."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from docker_hand import AniFace
from sheet import Pen


class CpuTime:
    """What Krita's window and the worker computed for one stroke."""

    def __init__(self, ani: AniFace, pen: Pen) -> None:
        self._worker = ani.controller.worker
        self._last: Any = ani.state.guidance
        self._window_at = self._worker_at = 0.0
        #: Milliseconds of the worker for the newest guidance.
        self.worker_ms = 0.0
        ani.controller.state_changed.connect(self._look)
        pen.lifted.connect(self._begin)

    @property
    def window_ms(self) -> float:
        """Milliseconds of Krita's window since the pen was lifted."""
        return 1000 * (time.thread_time() - self._window_at)

    def _begin(self) -> None:
        self._window_at, self._worker_at = time.thread_time(), _of_process(self._worker.pid)

    def _look(self, state: Any) -> None:
        if state.guidance is not None and state.guidance is not self._last:
            self.worker_ms = 1000 * (_of_process(self._worker.pid) - self._worker_at)
        self._last = state.guidance


def _of_process(pid: int) -> float:
    """Seconds that all threads of a process have run, 0 where the system does not say."""
    total = 0
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(path.read_text().split()[0])
        except (OSError, ValueError, IndexError):
            continue  # the thread has ended
    return total / 1e9
