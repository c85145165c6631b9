"""Parameters of bangs, side locks, back hair."""

from __future__ import annotations

from models.atelier.parameters.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "bangs.shape",
        bang_length="above the brows to over the eyes",
        bang_part="parted on the left to on the right",
        bang_flow="hanging straight to swept away from the parting",
        bang_sweep="all swept left to right",
        bang_arch="longest in the middle to longest at the sides",
        bang_blunt="pointed tips to cut straight",
        bang_gap="closed over the parting to an open forehead",
        bang_middle="from -0.5 on: a lock between the eyes, short to long",
        spikes="smooth crown to spiky tufts",
    ),
    *declare(
        "bangs.detail",
        bang_width="fine to broad locks",
        bang_curl="tips curved outwards to inwards",
        bang_fork="tight points to wide forks",
        bang_strays="no stray locks to three",
        crown_loose="sleek crown to loose tufts",
        spike_lean="tufts lean right to left",
        hair_parting="no line at the parting to a clear one",
        flow_lines="no lines on the crown to some",
        shine="from -0.7 on: a shine band, thin to broad",
        shine_height="shine low to high",
        shine_teeth="smooth to zig-zag shine",
        shine_spots="a band of shine to soft spots",
        **{f"bang_{k}": f"lock {k} from the left and the tuft above it small to large"
           for k in range(1, 8)},
    ),
    *declare(
        "sides.shape",
        side_length="sideburns to chest length side locks",
        side_width="thin to broad",
        side_out="hugging the face to flaring out",
        side_blunt="pointed to cut straight",
        side_tuck="hanging free to tucked behind the ears",
    ),
    *declare(
        "sides.detail",
        side_wave="straight to wavy",
        side_uneven="longer on the left to on the right",
        side_curl="tips inwards to outwards",
        side_fork="tight points to wide forks",
        side_second="second lock short to long",
    ),
    *declare(
        "back.shape",
        back_length="nape to waist",
        back_width="flat to full beside the cheeks",
        back_flare="tight to flaring",
        back_wave="straight to wavy",
        back_tuck="falling outwards to tucked in at the tips",
        back_front="behind the shoulders; from 0.35 on long hair falls before them",
        back_spiky="calm tips to tips that flick out",
    ),
    *declare(
        "back.detail",
        back_ragged="even to ragged tips",
        back_uneven="longer on the left to on the right",
        back_curl="long waves to tight curls",
        back_fork="tight points to wide forks",
        back_lines="few lines beside the neck to more",
    ),
)  # fmt: skip
