"""Parameters of neck, shoulders and clothes."""

from __future__ import annotations

from models.atelier.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "body.shape",
        neck_width="slim to strong neck",
        neck_length="short to long neck",
        shoulder_width="narrow to broad shoulders",
        shoulder_slope="square to sloping shoulders",
    ),
    *declare("body.detail", collarbone="hidden to drawn collarbones"),
    *declare(
        "clothes.shape",
        neckline="high to deep neckline",
        sailor="from 0.7 on: a sailor collar",
        shirt="from 0.0 on: a shirt collar",
        hood="from 0.8 on: a hood",
        tie="ribbon to tie; none below -0.6",
    ),
    *declare("clothes.detail", collar_size="small to large collar", folds="plain to folded cloth"),
)  # fmt: skip
