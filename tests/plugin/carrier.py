"""Stands in for ssh: runs a command elsewhere and carries its input and output, slowly.

    python tests/plugin/carrier.py [--delay MS] [--banner TEXT] HOST COMMAND ...

Like ssh it gives the words of COMMAND to a shell, waits for no terminal, hands the shell's
status on, and ends the command's input with its own. ``--banner`` is what a login script prints
in front of everything; without a COMMAND there is only the banner, and a shell that waits.
"""

from __future__ import annotations

import argparse
import os
import queue
import subprocess
import sys
import threading
import time


def carry(source: int, target: int, delay: float) -> None:
    """Copy bytes until the source ends, each ``delay`` seconds late."""
    waiting: queue.Queue[tuple[float, bytes]] = queue.Queue()

    def collect() -> None:
        data = b"-"
        while data:
            data = os.read(source, 1 << 16)
            waiting.put((time.monotonic() + delay, data))

    threading.Thread(target=collect, daemon=True).start()
    while True:
        due, data = waiting.get()
        time.sleep(max(0.0, due - time.monotonic()))
        if not data:
            return
        while data:
            data = data[os.write(target, data) :]


def main() -> int:
    """Carry until the command ends; returns its status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--delay", type=float, default=0.0, help="milliseconds each way")
    parser.add_argument("--banner", default="")
    parser.add_argument("host")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.host == "nowhere":
        print(f"ssh: Could not resolve hostname {options.host}: unknown", file=sys.stderr)
        return 255
    if options.banner:
        os.write(1, options.banner.encode() + b"\n")
    far = subprocess.Popen(
        ["sh", "-c", " ".join(options.command) or "cat >/dev/null"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert far.stdin is not None and far.stdout is not None
    into, delay = far.stdin, options.delay / 1000

    def forward() -> None:
        try:
            carry(0, into.fileno(), delay)
        except BrokenPipeError:
            return  # the command is gone; its status tells
        into.close()

    threading.Thread(target=forward, daemon=True).start()
    carry(far.stdout.fileno(), 1, delay)
    return far.wait()


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # the thread that waits for more input never ends by itself
