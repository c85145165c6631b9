"""How long Krita's window stood still: gaps between the ticks of a timer on its own thread."""

from __future__ import annotations

import time

from PyQt5.QtCore import Qt, QTimer

TICK_MS = 2


class GapMeter:
    """Ticks as often as the event loop lets it; remembers the longest time between two ticks."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = self._cpu = 0.0
        self._longest = self._busy = 0.0

    def start(self) -> None:
        """Measure from now."""
        self._longest = self._busy = 0.0
        self._last, self._cpu = time.monotonic(), time.thread_time()
        self._timer.start(TICK_MS)

    def lap(self) -> dict[str, float]:
        """Since the start or the last lap: milliseconds of the longest gap, and the most
        processor time of the window in one gap, which others on the machine do not lengthen."""
        found = {
            "longest_ms": round(self._longest * 1000, 1),
            "busy_ms": round(self._busy * 1000, 1),
        }
        self._longest = self._busy = 0.0
        return found

    def stop(self) -> dict[str, float]:
        """End; the last lap."""
        self._timer.stop()
        return self.lap()

    def _tick(self) -> None:
        now, cpu = time.monotonic(), time.thread_time()
        self._longest = max(self._longest, now - self._last)
        self._busy = max(self._busy, cpu - self._cpu)
        self._last, self._cpu = now, cpu
