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

    def start(self) -> None:
        """Measure from now."""
        self._gaps, self._last = [], time.monotonic()
        self._timer.start(TICK_MS)

    def stop(self) -> dict[str, float]:
        """End; the longest gap and the 99th percentile in milliseconds."""
        self._timer.stop()
        gaps = sorted(self._gaps) or [0.0]
        return {
            "longest_ms": round(gaps[-1] * 1000, 1),
            "p99_ms": round(gaps[int(len(gaps) * 0.99)] * 1000, 1),
        }

    def _tick(self) -> None:
        now = time.monotonic()
        self._gaps.append(now - self._last)
        self._last = now
