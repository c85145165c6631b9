"""Timers that fire once."""

from __future__ import annotations

from collections.abc import Callable

from .qt import QtCore


def single_shot(owner: QtCore.QObject, slot: Callable[[], object]) -> QtCore.QTimer:
    """A timer of ``owner``, not started yet, that calls ``slot`` once each time it is started."""
    timer = QtCore.QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer
