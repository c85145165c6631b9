"""Parameters of tied hair and what is worn on the head."""

from __future__ import annotations

from models.atelier.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "tied.shape",
        twin_tails="from 1.1 on: twin tails",
        twin_height="twin tails low to high",
        ponytail="from 1.1 on: a ponytail",
        buns="from 1.3 on: two buns",
        ahoge="from 0.3 on: a stray lock on the crown",
        tail_length="short to long tails",
    ),
    *declare(
        "tied.detail",
        tail_swing="tails hanging to swinging out",
        tail_wave="straight to wavy tails",
        ahoge_curl="ahoge leaning left to right",
        bun_size="small to large buns",
    ),
    *declare(
        "extras.shape",
        glasses="from 1.2 on: glasses",
        animal_ears="from 1.4 on: animal ears",
        hair_ribbon="from 1.0 on: a ribbon in the hair",
        hairpin="from 1.0 on: hairpins",
        ear_height="small to large animal ears",
    ),
    *declare("extras.detail", extra_tilt="ears and ribbon upright to leaning"),
)  # fmt: skip
