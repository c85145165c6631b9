"""Eyes: lids, iris, lashes; open, half shut, winking, smiling."""

from __future__ import annotations

from models.atelier.eyes.eye import Eye
from models.atelier.eyes.iris import draw_iris
from models.atelier.eyes.lashes import draw_lashes
from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.sheet import Sheet


def draw_eyes(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``eyes``."""
    for side in (-1, 1):
        eye = Eye.of(s, head, side)
        eye.draw_lids()
        draw_iris(eye)
        draw_lashes(eye)
        eye.put_on(sheet)
