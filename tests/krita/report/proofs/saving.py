"""What files hold; what is left of a Krita that is killed."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.krita.krita_command import fake_worker_command, worker_command
from tests.krita.report.krita_run import KritaRunner
from tests.krita.report.line import MET, Line
from tests.krita.report.plan import Plan
from tests.krita.scripts.kra import layer_names

NAME = "Files and crashes"
SETTINGS = ("kritarc::AutoSaveInterval=6",)
ARTISTS = ["Sketch", "Background"]
ASKED = "the artist's layers only"
#: How long a worker may outlive a killed Krita, in seconds.
SOON = 3.0


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """Guidance and a traced suggestion lie in a layer while everything is saved."""
    with tempfile.TemporaryDirectory(prefix="aniface-report-") as folder:
        krita.run("saving", fake_worker_command(), folder, settings=SETTINGS)
        for way in (
            "saved by Ctrl+S", "saved by another plugin's script", "saved by Krita itself",
            "exported from the File menu", "exported by another plugin's script",
            "exported by an action that a script triggers", "exported with guidance on the canvas",
        ):  # fmt: skip
            yield Line(way, ASKED, "checked in the file", MET)
        yield from crash(krita, worker_command(), Path(folder))


def crash(krita: KritaRunner, worker: Sequence[str], folder: Path) -> Iterator[Line]:
    """Kill a Krita that paints a file in ``folder``; what becomes of worker and drawing."""
    krita.start("crash", worker, krita.out / "crash", folder, settings=SETTINGS)
    note = folder / "worker.pid"
    if not note.exists():
        yield Line.judged("Krita killed while painting", ASKED, "it was not brought so far", False)
        return
    seconds = _gone_after(int(note.read_text()))
    yield Line.judged(
        "the worker of a Krita that is killed", "stops",
        f"gone {seconds:.1f} s after" if seconds < SOON else "still there",
        seconds < SOON,
    )  # fmt: skip
    autosave = next(folder.glob("lost.kra-autosave.kra"), None)
    names = [] if autosave is None else layer_names(autosave)
    opened = {} if autosave is None else krita.run("reopened", fake_worker_command(), autosave)
    yield Line.judged(
        "recovered after a crash, guidance in a layer", ASKED,
        f"the autosave holds {', '.join(names) or 'nothing'}; Krita opens it"
        + (" and the stroke is there" if opened.get("ink") else ""),
        names == ARTISTS and opened.get("layers") == ARTISTS[::-1] and bool(opened.get("ink")),
    )  # fmt: skip


def _gone_after(pid: int) -> float:
    """Seconds until a process has ended; SOON if it does not in that time."""
    begun = time.monotonic()
    while time.monotonic() - begun < SOON:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            break
        if state == "Z":
            break
        time.sleep(0.05)
    return min(time.monotonic() - begun, SOON)
