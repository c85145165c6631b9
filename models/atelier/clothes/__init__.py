"""Clothes: one garment of nine kinds, its collars, what is tied round the neck."""

from __future__ import annotations

from models.atelier.clothes.armour import draw_armour
from models.atelier.clothes.garment import draw_garment
from models.atelier.clothes.hood import draw_hood
from models.atelier.clothes.jacket import draw_lapels
from models.atelier.clothes.kimono import draw_kimono
from models.atelier.clothes.knitwear import draw_knitwear
from models.atelier.clothes.neckwear import draw_neckwear
from models.atelier.clothes.outfit import Outfit
from models.atelier.clothes.sailor import draw_sailor
from models.atelier.clothes.shirt import draw_shirt
from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.sheet import Sheet


def draw_clothes(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``clothes``."""
    outfit = Outfit.of(s, head, sheet)
    for draw in (
        draw_garment,
        draw_shirt,
        draw_knitwear,
        draw_lapels,
        draw_sailor,
        draw_hood,
        draw_kimono,
        draw_armour,
        draw_neckwear,
    ):
        draw(outfit)
