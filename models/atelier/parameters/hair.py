"""Parameters of bangs, side locks, back hair."""

from __future__ import annotations

from models.atelier.parameter import Parameter, declare

BANG_LOCKS = 9

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "bangs.shape",
        bang_length="above the brows to over the eyes",
        bang_part="parted on the left to on the right",
        bang_flow="hanging straight to swept away from the parting",
        bang_sweep="all swept left to right",
        bang_arch="longest in the middle to longest at the sides",
        bang_blunt="pointed tips; from 0.9 on cut straight",
        bang_gap="closed to open at the parting",
    ),
    *declare(
        "bangs.detail",
        bang_width="fine to broad locks",
        bang_curl="straight to curved tips",
        shine="no shine band to a strong one",
        shine_height="shine low to high",
        **{f"bang_{k}": f"lock {k} short to long" for k in range(1, BANG_LOCKS + 1)},
    ),
    *declare(
        "sides.shape",
        side_length="ear to chest length side locks",
        side_width="thin to broad",
        side_out="hugging the face to flaring out",
        side_blunt="pointed to cut straight",
    ),
    *declare("sides.detail", side_wave="straight to wavy", side_uneven="mirrored to uneven"),
    *declare(
        "back.shape",
        back_length="nape to waist",
        back_flare="tight to flaring",
        back_wave="straight to wavy",
        back_tuck="falling outwards to tucked in at the tips",
    ),
    *declare(
        "back.detail",
        back_ragged="even to ragged tips",
        back_uneven="mirrored to uneven",
        spikes="smooth crown to spiky tufts",
    ),
)  # fmt: skip
