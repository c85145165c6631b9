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
        self._last = 0.0
        self._gaps: list[float] = []
        self._cpu, self._busy = 0.0, 0.0

    def start(self) -> None:
        """Measure from now."""
        self._gaps, self._last = [], time.monotonic()
        self._cpu, self._busy = time.thread_time(), 0.0
        self._timer.start(TICK_MS)

    def stop(self) -> dict[str, float]:
        """End; milliseconds of the longest gap, of the 99th percentile, and the most processor
        time of the window in one gap, which others on the machine do not lengthen."""
        self._timer.stop()
        gaps = sorted(self._gaps) or [0.0]
        return {
            "longest_ms": round(gaps[-1] * 1000, 1),
            "p99_ms": round(gaps[int(len(gaps) * 0.99)] * 1000, 1),
            "busy_ms": round(self._busy * 1000, 1),
        }

    def _tick(self) -> None:
        now, cpu = time.monotonic(), time.thread_time()
        self._gaps.append(now - self._last)
        self._busy = max(self._busy, cpu - self._cpu)
        self._last, self._cpu = now, cpu
