"""The plugin inside a real Krita, with a real pointer. Times are printed, never judged."""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path

import pytest

from tests.krita.conftest import RunInKrita
from tests.krita.far_machine import NoServer, far_machine
from tests.krita.krita_command import CANVASES, ROOT, fake_worker_command, worker_command

RECORDING = ROOT / "worker" / "demo" / "recordings" / "clean.json"
PACK = ROOT / "models" / "packs" / "default" / "model.json"


def chosen_worker() -> list[str]:
    """$ANIFACE_WORKER (a JSON list), else the worker of this source tree."""
    chosen = os.environ.get("ANIFACE_WORKER")
    return json.loads(chosen) if chosen else worker_command()


@pytest.mark.skipif(
    not PACK.exists() and "ANIFACE_WORKER" not in os.environ, reason="there is no model pack"
)
def test_first_light(run_in_krita: RunInKrita, tmp_path: Path) -> None:
    """A sketch becomes guidance, portraits, a layer, and a file that holds the artist's layers."""
    strokes = os.environ.get("ANIFACE_TEST_STROKES", "14")
    out = run_in_krita(
        "first_light",
        chosen_worker(),
        str(RECORDING),
        strokes,
        str(tmp_path / "sketch.kra"),
        timeout=480,
    )
    for picture in ("empty", "rough", "detailed", "accepted", "guidance_layer"):
        assert (out / f"{picture}.png").stat().st_size > 10_000


def test_robust(run_in_krita: RunInKrita) -> None:
    """Turned views, a killed worker, undo and redo, closed documents."""
    run_in_krita("robust", fake_worker_command())


def test_formats(run_in_krita: RunInKrita) -> None:
    """Every colour model and depth through sketch, guidance, accept and undo."""
    run_in_krita("formats", fake_worker_command())


def test_habits(run_in_krita: RunInKrita) -> None:
    """Pinned layers renamed and deleted, haste, the docker away and back, keyboard alone."""
    run_in_krita("habits", fake_worker_command())


@pytest.mark.parametrize("side", ["400", "2400"])
def test_detection(run_in_krita: RunInKrita, side: str) -> None:
    """Every way to change a sketch is seen; in a large document, which is read in parts, too."""
    run_in_krita("detection", fake_worker_command(), side)


@pytest.mark.parametrize("side", ["400", "2400"])
def test_by_pen(run_in_krita: RunInKrita, side: str) -> None:
    """A pen with pressure: the same strokes as without AniFace, followed; the frame moves, too."""
    run_in_krita("by_pen", fake_worker_command(), side)


def test_layer_mode(run_in_krita: RunInKrita) -> None:
    """Guidance as a layer while the image is turned, scaled, cropped, copied and flattened."""
    run_in_krita("layer_mode", fake_worker_command())


def test_rest(run_in_krita: RunInKrita) -> None:
    """Off or hidden, nothing of AniFace runs while the artist paints."""
    run_in_krita("rest", fake_worker_command(), "1000")


def test_two_views(run_in_krita: RunInKrita) -> None:
    """Two views of one document: the right sketch, guidance over the one in front."""
    run_in_krita("two_views", fake_worker_command())


def test_two_windows(run_in_krita: RunInKrita) -> None:
    """Documents and windows switched faster than answers come; one closed in between."""
    run_in_krita("two_windows", fake_worker_command("--slow", "0.8"))


@pytest.mark.parametrize("canvas", CANVASES)
def test_turned_frame(run_in_krita: RunInKrita, canvas: str) -> None:
    """The frame edited in turned and mirrored views, on either canvas of Krita's."""
    run_in_krita("turned_frame", fake_worker_command(), canvas, settings=CANVASES[canvas])


def test_docker(run_in_krita: RunInKrita) -> None:
    """Actions, history, pins, references from layer and selection, languages, themes."""
    out = run_in_krita("docker", chosen_worker() if PACK.exists() else fake_worker_command())
    assert len(list(out.glob("*.png"))) >= 8


def test_canvas(run_in_krita: RunInKrita, tmp_path: Path) -> None:
    """The frame by hand, tracing, which layer is read, layers in large files, autosave."""
    file, worker = str(tmp_path / "sketch.kra"), fake_worker_command()
    run_in_krita("canvas_work", worker, file, "frame", "trace", "layers", "large")
    often = ["kritarc::AutoSaveInterval=6"]
    run_in_krita("canvas_work", worker, file, "autosave", settings=often)


@pytest.mark.skipif(not PACK.exists(), reason="there is no model pack")
def test_far_worker(run_in_krita: RunInKrita, tmp_path: Path) -> None:
    """The worker over a real ssh, from the docker's options to guidance."""
    over_there = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "worker", "serve"]
    try:
        with far_machine(tmp_path) as reached:
            run_in_krita("far_worker", [], f"{reached} {shlex.join(over_there)}")
    except NoServer as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("canvas", CANVASES)
def test_huge(run_in_krita: RunInKrita, canvas: str) -> None:
    """10,000 x 10,000 pixels through sketch, guidance, accept and undo, on either canvas."""
    run_in_krita("huge", fake_worker_command(), canvas, settings=CANVASES[canvas])


@pytest.mark.skipif("ANIFACE_TEST_LOOKS" not in os.environ, reason="pictures to be looked at")
def test_looks(run_in_krita: RunInKrita) -> None:
    """The README's pictures, and others that only a person can judge."""
    out = run_in_krita("looks", chosen_worker() if PACK.exists() else fake_worker_command())
    assert len(list(out.glob("*.png"))) >= 4
    run_in_krita("states", chosen_worker() if PACK.exists() else fake_worker_command())
    run_in_krita("canvas_looks", chosen_worker() if PACK.exists() else fake_worker_command())
