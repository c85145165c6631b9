"""What is worn on the head, and animal ears."""

from __future__ import annotations

from models.atelier.extras.animal_ears import draw_animal_ears
from models.atelier.extras.eyewear import draw_glasses
from models.atelier.extras.headwear import draw_headwear
from models.atelier.extras.ornaments import draw_ornaments
from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.sheet import Sheet


def draw_extras(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``extras``."""
    draw_animal_ears(s, head, sheet)
    draw_glasses(s, head, sheet)
    draw_headwear(s, head, sheet)
    draw_ornaments(s, head, sheet)
