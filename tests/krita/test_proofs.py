"""What the report proves at length, in small: killed workers, equal pixels, files, one worker."""

from __future__ import annotations

from pathlib import Path

from tests.krita.conftest import RunInKrita
from tests.krita.krita_command import ROOT, fake_worker_command

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


def test_one_worker(run_in_krita: RunInKrita) -> None:
    """Two windows, many restarts: never two workers."""
    run_in_krita("one_worker", fake_worker_command())
