"""Parameters of neck, shoulders and clothes."""

from __future__ import annotations

from models.atelier.parameters.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "layout",
        shoulder_width="narrow to broad shoulders",
        shoulder_slope="square to sloping shoulders",
    ),
    *declare(
        "body.shape",
        neck_width="slim to strong neck",
        trapezius="neck set on flat shoulders to a strong trapezius",
    ),
    *declare("body.detail", collarbone="from -0.9 on: collarbones, short to long"),
    # The garment whose score lies furthest beyond its threshold is worn; none: a T-shirt.
    *declare(
        "clothes.shape",
        shirt="from 0.4 on: a shirt under a pullover",
        blazer="from 0.8 on: a blazer or coat over a shirt",
        sailor="from 0.8 on: a sailor blouse",
        hood="from 1.0 on: a hooded jumper",
        kimono="from 1.3 on: a kimono",
        straps="from 1.3 on: a dress with straps",
        turtleneck="from 1.1 on: a turtleneck",
        armour="from 1.6 on: gorget and shoulder plates",
        neckline="high to deep neckline",
        lapel="a blazer's notched lapels; from 0.1 on they grow to a coat's high collar, to 1.3",
        tie="bow to tie; none below -0.7, a tie from 0.35 on",
    ),
    *declare(
        "clothes.detail",
        collar_size="small to large collar",
        neck_bow="small to large bow",
        frill="plain; from 0.6 on a lace-trimmed neckline, to 1.1",
        folds="from -0.5 on: folds in the cloth, flat to deep",
    ),
)  # fmt: skip
