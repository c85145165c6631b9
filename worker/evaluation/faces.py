"""Do suggestions look like faces to a detector that was trained on real anime?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.judge.detector import whole_faces
from models.judge.errors import JudgeError
from models.portrait.draw import draw
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait
from worker.evaluation.errors import EvaluationError
from worker.home import home

_SIDE = 256


def share_of_faces(table: LayerTable, portraits: Sequence[Portrait]) -> float:
    """Share of portraits in which exactly one whole face is found.

    Raises:
        EvaluationError: there is no detector.
    """
    pictures = np.stack([draw(table, portrait, _SIDE)[..., :3] for portrait in portraits])
    try:
        return float(whole_faces(pictures, home()).mean())
    except JudgeError as error:
        raise EvaluationError(f"no face detector: {error}") from error
