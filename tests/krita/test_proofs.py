"""What the report proves at length, in small: killed workers, equal pixels, files, one worker."""

from __future__ import annotations

from pathlib import Path

from tests.krita.conftest import OUT, RunInKrita
from tests.krita.krita_command import ROOT, fake_worker_command
from tests.krita.report.krita_run import KritaRunner
from tests.krita.report.line import MET
from tests.krita.report.proofs import saving

RECORDING = str(ROOT / "worker" / "demo" / "recordings" / "clean.json")
AUTOSAVE = ["kritarc::AutoSaveInterval=6"]


def test_killed_workers(run_in_krita: RunInKrita) -> None:
    """Six kills in twenty strokes: no stroke lost, no guidance wrong or stale."""
    run_in_krita("kills", fake_worker_command(), RECORDING, "10", "2", "3", "1")


def test_same_pixels(run_in_krita: RunInKrita) -> None:
    """Strokes alone, with guidance on the canvas, with guidance in a layer: the same bytes."""
    run_in_krita("pauses", fake_worker_command(), RECORDING, "8", "1")


def test_files(run_in_krita: RunInKrita, tmp_path: Path) -> None:
    """Saved, exported and autosaved files hold the artist's layers only."""
    run_in_krita("saving", fake_worker_command(), str(tmp_path), settings=AUTOSAVE)


def test_crash(tmp_path: Path) -> None:
    """Krita killed: its worker ends, and its autosave holds the artist's layers only."""
    lines = list(saving.crash(KritaRunner(OUT), fake_worker_command(), tmp_path))
    assert [line.verdict for line in lines] == [MET, MET], [line.text() for line in lines]


def test_one_worker(run_in_krita: RunInKrita) -> None:
    """Two windows, many restarts: never two workers."""
    run_in_krita("one_worker", fake_worker_command())
