"""The machine that the report was made on, and how busy others keep it."""

from __future__ import annotations

import os
import platform
import threading
from pathlib import Path


def load() -> str:
    """Programs that wanted to run in the last minute, beside the processors there are."""
    try:
        one = os.getloadavg()[0]
    except OSError:
        return "load unknown"
    return f"load {one:.1f} on {os.cpu_count()} cores"


def description() -> str:
    """System, processor, and load."""
    return f"{platform.system()} {platform.release()}, {_processor()}, {load()}"


def yield_to_others() -> None:
    """Let this thread, and what it starts from now on, run where nothing else wants to."""
    if platform.system() == "Linux":  # elsewhere there is no such thing for a single thread
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 15)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
