"""The bundled pack, a tiny one, a sketch and a worker process for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from krita_anifaceplugin.protocol import SuggestRequest
from tests.worker import tiny_pack
from worker.files.recording import Recording, Stroke
from worker.home import SOURCE_PACKS
from worker.packs.pack import Pack, load
from worker.serving.client import WorkerClient, serve_command
from worker.serving.engine import Engine


@pytest.fixture(scope="session")
def pack_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_pack.write(tmp_path_factory.mktemp("packs") / "tiny")


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The bundled one."""
    return load(SOURCE_PACKS / "default")


@pytest.fixture(scope="session")
def engine(pack: Pack) -> Engine:
    """Of the bundled pack."""
    return Engine(pack)


@pytest.fixture(scope="session")
def face_recording() -> Recording:
    """The tiny pack's face, a little larger, and a line on it: two strokes."""
    turn = np.linspace(0, 2 * np.pi, 60)
    around = tuple((50 + 24 * float(np.cos(t)), 50 + 29 * float(np.sin(t)), 1.0) for t in turn)
    return Recording(100, 100, (Stroke(around, 1.0), Stroke(((40, 70, 0.5), (60, 70, 1)), 1.0)))


@pytest.fixture(scope="session")
def face_request(face_recording: Recording) -> SuggestRequest:
    return SuggestRequest(
        1, 128, 128, face_recording.ink(2, 128), guidance_side=64, thumbnail_side=32
    )


@pytest.fixture
def worker(pack_folder: Path) -> Iterator[WorkerClient]:
    with WorkerClient(serve_command(str(pack_folder))) as client:
        yield client
