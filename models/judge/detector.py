"""Pictures to faces, by the detector in its own process."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.judge.environment import detector_python
from models.judge.errors import JudgeError

Pictures = NDArray[np.uint8]
#: x, y, width, height in pixels; the detector gives a width of 0 to what it did not find.
Box = tuple[int, int, int, int]
_PROGRAM = Path(__file__).with_name("detecting_process.py")


@dataclass(frozen=True)
class Face:
    """What the detector found of one face; ``likelihood`` from 0 to 1. The left eye is the
    person's own, which lies to the right in the picture."""

    likelihood: float
    face: Box
    left_eye: Box
    right_eye: Box
    mouth: Box

    @property
    def whole(self) -> bool:
        """Both eyes and the mouth were found, and lie as in a face that is upright."""
        parts = (self.left_eye, self.right_eye, self.mouth)
        if not all(width > 0 and height > 0 for _, _, width, height in parts):
            return False
        left, right, mouth = ((x + width / 2, y + height / 2) for x, y, width, height in parts)
        return right[0] < left[0] and mouth[1] > max(left[1], right[1])


def whole_faces(pictures: Pictures, home: Path) -> NDArray[np.bool_]:
    """[N] whether exactly one face, with both eyes and the mouth, was found in each picture.

    Args:
        pictures: [N, side, side, 3] sRGB. The detector does best with a side of about 256 and a
            margin of a fifth or more round the face.
        home: see ``detector_python``.

    Raises:
        JudgeError: the detector cannot be had, or failed.
    """
    found = find_faces(pictures, home)
    return np.array([len(faces) == 1 and faces[0].whole for faces in found], np.bool_)


def find_faces(pictures: Pictures, home: Path) -> list[list[Face]]:
    """All faces in each of pictures [N, side, side, 3] sRGB. Raises as ``whole_faces``."""
    count, side, width, channels = pictures.shape
    if side != width or channels != 3:
        raise ValueError(f"pictures must be [N, side, side, 3], not {pictures.shape}")
    request = f"{count} {side}\n".encode() + np.ascontiguousarray(pictures, np.uint8).tobytes()
    done = subprocess.run(
        [str(detector_python(home)), "-I", str(_PROGRAM)],
        input=request,
        capture_output=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if done.returncode or len(lines) != count:
        words = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise JudgeError(
            f"the face detector failed after {len(lines)} of {count} pictures (exit "
            f"{done.returncode}): {' '.join(words) or 'it said nothing'}"
        )
    return [_faces(json.loads(line)) for line in lines]


def _faces(found: Sequence[Mapping[str, list[int]]]) -> list[Face]:
    def box(values: list[int]) -> Box:
        x, y, width, height = values
        return x, y, width, height

    return [
        Face(
            float(str(face["likelihood"])),
            *(box(face[name]) for name in ("face", "left_eye", "right_eye", "mouth")),
        )
        for face in found
    ]
