"""Tied hair: ponytail, twin tails and side tail, braids and drills, buns; and the ahoge."""

from __future__ import annotations

from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.sheet import Sheet
from models.atelier.tied.ahoge import draw_ahoge
from models.atelier.tied.braids import draw_braids
from models.atelier.tied.buns import draw_buns
from models.atelier.tied.habit import Habit
from models.atelier.tied.ponytail import draw_ponytail
from models.atelier.tied.twin_tails import draw_twin_tails


def draw_tied(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``tied``."""
    habit = Habit.of(s)
    draw_ponytail(s, head, sheet, habit)
    draw_buns(s, head, sheet, habit)
    draw_twin_tails(s, head, sheet, habit)
    draw_braids(s, head, sheet, habit)
    draw_ahoge(s, head, sheet)
