"""A good neighbour: the worker gives way to Krita, and does not outlive it."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys

_NICENESS = 5
_PR_SET_PDEATHSIG = 1
_BELOW_NORMAL_PRIORITY_CLASS = 0x4000


def lower_priority() -> None:
    """Let programs that draw the artist's strokes go first. Best effort: a system that refuses
    leaves a worker that is only less polite."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL_PRIORITY_CLASS)
        return
    try:
        os.nice(_NICENESS)
    except OSError as error:
        print(f"worker: priority not lowered: {error}", file=sys.stderr)


def keep_what_is_there() -> None:
    """Have the garbage collector never again look through the pack and the modules, which stay as
    long as the worker does: now and then an answer would wait for that half as long again."""
    gc.collect()
    gc.freeze()


def leave_interrupts_to_parent() -> None:
    """Control-C in the terminal that Krita was started from reaches the worker too; it is Krita's
    to decide, and the worker ends when Krita does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_with_parent() -> None:
    """On Linux, be ended by the system when the parent dies, even if another of its children
    still holds the pipe open. Elsewhere the end of stdin has to do."""
    if not sys.platform.startswith("linux"):
        return
    parent = os.getppid()
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    except (OSError, AttributeError) as error:
        print(f"worker: no parent-death signal: {error}", file=sys.stderr)
    if os.getppid() != parent:  # it died while we asked
        os.kill(os.getpid(), signal.SIGTERM)
