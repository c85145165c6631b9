"""How many of the atelier's faces a detector of real anime takes for faces."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.atelier.parameters import PARAMETERS
from models.atelier.portraits import portraits
from models.judge.controls import block_shuffled
from models.judge.detector import whole_faces
from models.studio.crowd import Pictures, open_eyed, pictures_of

#: Shares of faces found that the atelier promises: in portraits, and in the shuffled controls.
WANTED, ALLOWED = 0.98, 0.10
SIDE = 256
#: Controls are as many as portraits, up to this: a twentieth either way shows by then.
_CONTROLS = 200
#: Standard errors from which on a difference is named: among 200 parameters chance seldom gives 3.
_UNLIKELY = 3.0


@dataclass(frozen=True, eq=False)
class Verdict:
    """``found`` [N] and ``controls`` [M]: whether one whole face was found in each picture;
    ``pictures`` [N, side, side, 3] what the detector saw, of ``people`` [N, D]."""

    found: NDArray[np.bool_]
    controls: NDArray[np.bool_]
    pictures: Pictures
    people: NDArray[np.float32]

    @property
    def passed(self) -> bool:
        return bool(self.found.mean() >= WANTED and self.controls.mean() < ALLOWED)

    def suspects(self, most: int = 6) -> list[tuple[str, float]]:
        """Parameters by which those missed differ from those found, with how far they do on
        average (in normal scores); only what chance would hardly bring about, strongest first."""
        missed, found = self.people[~self.found], self.people[self.found]
        if min(len(missed), len(found)) < 5:
            return []
        gap = missed.mean(0) - found.mean(0)
        error = np.sqrt(missed.var(0) / len(missed) + found.var(0) / len(found) + 1e-9)
        strength = np.abs(gap / error)
        ranked = np.argsort(-strength)[:most].tolist()
        return [(PARAMETERS[i].name, float(gap[i])) for i in ranked if strength[i] > _UNLIKELY]


def judge(count: int, seed: int, home: Path) -> Verdict:
    """Show the detector ``count`` people with open eyes, and block-shuffled controls.

    Raises:
        JudgeError: the detector cannot be had, or failed.
    """
    people = open_eyed(count, seed)
    pictures = pictures_of(portraits(people), SIDE)
    shuffled = block_shuffled(pictures[:_CONTROLS], np.random.default_rng(seed))
    return Verdict(whole_faces(pictures, home), whole_faces(shuffled, home), pictures, people)
