"""The named parameters of a portrait. Each is a normal score and belongs to one style vector.

A *role* names the style vector that a parameter feeds: ``layout`` moves everything, ``PART.shape``
and ``PART.detail`` move one part, ``colour.X`` paints. Part builders may read only ``layout`` and
their own part's roles (``Scores`` enforces it), so mixing styles by part can never tear a
portrait apart.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PARTS = (
    "face", "ears", "eyes", "brows", "nose", "mouth", "bangs", "sides", "back", "tied", "body",
    "clothes", "extras",
)  # fmt: skip
COLOURS = ("hair", "eyes", "skin", "clothes", "accent")
BANG_LOCKS = 9
#: The softening of a normal score before it is spread over a range: fewer extremes than uniform.
_SPREAD = 0.8


@dataclass(frozen=True)
class Parameter:
    """``name`` as builders read it, ``role`` as the mapping network groups it, ``doc`` for people:
    what a low and a high score mean."""

    name: str
    role: str
    doc: str


def _declare(role: str, **docs: str) -> list[Parameter]:
    return [Parameter(name, role, doc) for name, doc in docs.items()]


PARAMETERS: tuple[Parameter, ...] = (
    *_declare(
        "layout",
        age="child to adult",
        masculine="girl or woman to boy or man",
        yaw="turned to the left to the right, -35 to 35 degrees",
        pitch="looking down to up",
        roll="tilted left to right",
        head_size="small in the frame to large",
        head_shift="neck leaning left to right",
        face_width="narrow to wide",
        face_length="short to long",
        eye_line="eyes high to low in the face",
        eye_spacing="eyes close together to far apart",
        eye_width="narrow eyes to wide ones",
        eye_height="low eyes to tall ones",
        eye_tilt="drooping outer corners to raised ones",
        hair_volume="hair flat on the skull to full",
        light_side="light from the left to the right",
        light_height="light from the front to above",
        ink_weight="thin to heavy pen",
        ink_contrast="even lines to strong contours",
        shoulder_turn="shoulders turned left to right",
    ),
    *_declare(
        "face.shape",
        cheek="hollow to round cheeks",
        cheek_height="cheeks low to high",
        jaw="soft to square jaw",
        chin_width="pointed to broad chin",
        chin_length="short to long chin",
    ),
    *_declare("face.detail", blush="pale to blushing", blush_size="small to large blush"),
    *_declare("ears.shape", ear_size="small to large ears", elf="human to elf ears"),
    *_declare("ears.detail", ear_line="plain to drawn inner ear"),
    *_declare(
        "eyes.shape",
        openness="half shut to wide open",
        wink="right eye shut at the low end, left at the high end",
        smiling_lids="shut lids droop to arch",
        lid_round="flat to round upper lid",
        lid_peak="lid highest at the nose to at the temple",
        lower_lid="low to raised lower lid",
        iris_size="small to large iris",
        gaze_x="looking left to right",
        gaze_y="looking up to down",
    ),
    *_declare(
        "eyes.detail",
        pupil_size="small to large pupil",
        highlight_size="small to large highlights",
        highlight_place="highlight at the edge to near the pupil",
        lash_weight="thin to heavy upper lash",
        lash_wing="short to long wing",
        lash_spikes="none to three separate lashes",
        lower_lash="faint to drawn lower lash",
        crease="lid crease near to far",
        glow="dull to glowing lower iris",
    ),
    *_declare(
        "brows.shape",
        brow_height="low to high",
        brow_anger="worried to angry slant",
        brow_arch="straight to arched",
        brow_length="short to long",
    ),
    *_declare("brows.detail", brow_weight="thin to thick", brow_skew="both alike to one raised"),
    *_declare("nose.shape", nose_height="high to low", nose_length="dot to long bridge"),
    *_declare("nose.detail", nose_weight="faint to firm", nose_shadow="none to a shadow triangle"),
    *_declare(
        "mouth.shape",
        mouth_height="high to low",
        mouth_width="small to wide",
        smile="frown to smile",
        mouth_open="closed to wide open",
        cat_mouth="plain to cat mouth",
    ),
    *_declare(
        "mouth.detail",
        mouth_skew="pulled to the left to the right",
        teeth="none to a band of teeth",
        lip_line="no line under the lip to a clear one",
        mouth_round="flat to round when open",
    ),
    *_declare(
        "bangs.shape",
        bang_length="above the brows to over the eyes",
        bang_part="parted on the left to on the right",
        bang_flow="hanging straight to swept away from the parting",
        bang_sweep="all swept left to right",
        bang_arch="longest in the middle to longest at the sides",
        bang_blunt="pointed tips; from 0.9 on cut straight",
        bang_gap="closed to open at the parting",
    ),
    *_declare(
        "bangs.detail",
        bang_width="fine to broad locks",
        bang_curl="straight to curved tips",
        shine="no shine band to a strong one",
        shine_height="shine low to high",
        **{f"bang_{k}": f"lock {k} short to long" for k in range(1, BANG_LOCKS + 1)},
    ),
    *_declare(
        "sides.shape",
        side_length="ear to chest length side locks",
        side_width="thin to broad",
        side_out="hugging the face to flaring out",
        side_blunt="pointed to cut straight",
    ),
    *_declare("sides.detail", side_wave="straight to wavy", side_uneven="mirrored to uneven"),
    *_declare(
        "back.shape",
        back_length="nape to waist",
        back_flare="tight to flaring",
        back_wave="straight to wavy",
        back_tuck="falling outwards to tucked in at the tips",
    ),
    *_declare(
        "back.detail",
        back_ragged="even to ragged tips",
        back_uneven="mirrored to uneven",
        spikes="smooth crown to spiky tufts",
    ),
    *_declare(
        "tied.shape",
        twin_tails="from 1.1 on: twin tails",
        twin_height="twin tails low to high",
        ponytail="from 1.1 on: a ponytail",
        buns="from 1.3 on: two buns",
        ahoge="from 0.3 on: a stray lock on the crown",
        tail_length="short to long tails",
    ),
    *_declare(
        "tied.detail",
        tail_swing="tails hanging to swinging out",
        tail_wave="straight to wavy tails",
        ahoge_curl="ahoge leaning left to right",
        bun_size="small to large buns",
    ),
    *_declare(
        "body.shape",
        neck_width="slim to strong neck",
        neck_length="short to long neck",
        shoulder_width="narrow to broad shoulders",
        shoulder_slope="square to sloping shoulders",
    ),
    *_declare("body.detail", collarbone="hidden to drawn collarbones"),
    *_declare(
        "clothes.shape",
        neckline="high to deep neckline",
        sailor="from 0.7 on: a sailor collar",
        shirt="from 0.0 on: a shirt collar",
        hood="from 0.8 on: a hood",
        tie="ribbon to tie; none below -0.6",
    ),
    *_declare("clothes.detail", collar_size="small to large collar", folds="plain to folded cloth"),
    *_declare(
        "extras.shape",
        glasses="from 1.2 on: glasses",
        animal_ears="from 1.4 on: animal ears",
        hair_ribbon="from 1.0 on: a ribbon in the hair",
        hairpin="from 1.0 on: hairpins",
        ear_height="small to large animal ears",
    ),
    *_declare("extras.detail", extra_tilt="ears and ribbon upright to leaning"),
    *_declare(
        "colour.hair",
        hair_hue="round the colour circle",
        hair_light="dark to pale",
        hair_chroma="natural to vivid",
    ),
    *_declare(
        "colour.eyes",
        eye_hue="round the colour circle",
        eye_light="dark to pale",
        eye_chroma="grey to vivid",
    ),
    *_declare("colour.skin", skin_tone="deep to fair", skin_warmth="rosy to golden"),
    *_declare(
        "colour.clothes",
        cloth_hue="round the circle",
        cloth_light="dark to pale",
        cloth_chroma="grey to vivid",
    ),
    *_declare("colour.accent", accent_hue="round the circle", accent_light="dark to pale"),
)  # fmt: skip

INDEX = {p.name: i for i, p in enumerate(PARAMETERS)}
_BY_ROLE: dict[str, list[tuple[str, int]]] = {}
for _index, _parameter in enumerate(PARAMETERS):
    _BY_ROLE.setdefault(_parameter.role, []).append((_parameter.name, _index))


class RoleError(KeyError):
    """A part's builder read a parameter of another part."""


def spread(score: float) -> float:
    """A normal score as a share of its range, 0 to 1."""
    return 0.5 * (1 + math.erf(score * _SPREAD / math.sqrt(2)))


class Scores:
    """One portrait's normal scores, as the builder of one part may see them."""

    def __init__(self, z: NDArray[np.float32], *roles: str) -> None:
        self._values = {name: float(z[index]) for role in roles for name, index in _BY_ROLE[role]}

    def score(self, name: str) -> float:
        """The normal score itself.

        Raises:
            RoleError: the parameter belongs to another part.
        """
        try:
            return self._values[name]
        except KeyError:
            raise RoleError(f"{name} is not open to this part") from None

    def span(self, name: str, low: float, high: float) -> float:
        """The parameter spread over a range."""
        return low + (high - low) * spread(self.score(name))

    def signed(self, name: str) -> float:
        """The parameter from -1 to 1."""
        return self.span(name, -1.0, 1.0)

    def grow(self, name: str, threshold: float, over: float = 0.5, *, low: bool = False) -> float:
        """0 below the threshold, rising smoothly to 1: how far something rare has come out.
        ``low`` looks at the low end, beyond -threshold."""
        score = -self.score(name) if low else self.score(name)
        u = min(max((score - threshold) / over, 0.0), 1.0)
        return u * u * (3 - 2 * u)

    def presence(self, name: str, threshold: float) -> float:
        """A soft step that passes 0.5 at the threshold."""
        return 1 / (1 + math.exp(-(self.score(name) - threshold) / 0.06))
