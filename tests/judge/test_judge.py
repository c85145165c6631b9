"""The judge finds faces where there are some, nowhere else, and says so when it cannot look."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.judge.detector import whole_faces
from models.judge.environment import detector_python
from models.judge.errors import JudgeError
from models.studio.judging import judge
from worker.home import home


@pytest.fixture(scope="module")
def _detector() -> Path:
    try:
        return detector_python(home())
    except JudgeError as error:
        pytest.skip(f"the face detector cannot be had here: {error}")


def test_it_finds_the_ateliers_faces_and_not_their_pieces(_detector: Path) -> None:
    verdict = judge(24, 1, home())
    assert verdict.found.mean() > 0.6
    assert verdict.controls.mean() < 0.25
    assert verdict.pictures.shape == (24, 256, 256, 3)


def test_a_face_must_be_whole_alone_and_upright(_detector: Path) -> None:
    verdict = judge(6, 3, home())
    face = verdict.pictures[verdict.found][0]
    small = face[::2, ::2]
    pair = np.full_like(face, 255)
    pair[64:192, :128], pair[64:192, 128:] = small, small
    asked = np.stack([face, face[::-1], pair, np.full_like(face, 255)])
    assert whole_faces(asked, home()).tolist() == [True, False, False, False]


def test_without_an_environment_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JudgeError, match="ANIFACE_HOME"):
        detector_python(tmp_path / "file" / "home")


def test_pictures_must_be_square_and_in_colour() -> None:
    with pytest.raises(ValueError, match="side, side, 3"):
        whole_faces(np.zeros((1, 8, 9, 3), np.uint8), home())
