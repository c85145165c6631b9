"""Parameters of face, ears, eyes, brows, nose, mouth."""

from __future__ import annotations

from models.atelier.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "face.shape",
        cheek="hollow to round cheeks",
        cheek_height="cheeks low to high",
        jaw="soft to square jaw",
        chin_width="pointed to broad chin",
        chin_length="short to long chin",
    ),
    *declare("face.detail", blush="pale to blushing", blush_size="small to large blush"),
    *declare("ears.shape", ear_size="small to large ears", elf="human to elf ears"),
    *declare("ears.detail", ear_line="plain to drawn inner ear"),
    *declare(
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
    *declare(
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
    *declare(
        "brows.shape",
        brow_height="low to high",
        brow_anger="worried to angry slant",
        brow_arch="straight to arched",
        brow_length="short to long",
    ),
    *declare("brows.detail", brow_weight="thin to thick", brow_skew="both alike to one raised"),
    *declare("nose.shape", nose_height="high to low", nose_length="dot to long bridge"),
    *declare("nose.detail", nose_weight="faint to firm", nose_shadow="none to a shadow triangle"),
    *declare(
        "mouth.shape",
        mouth_height="high to low",
        mouth_width="small to wide",
        smile="frown to smile",
        mouth_open="closed to wide open",
        cat_mouth="plain to cat mouth",
    ),
    *declare(
        "mouth.detail",
        mouth_skew="pulled to the left to the right",
        teeth="none to a band of teeth",
        lip_line="no line under the lip to a clear one",
        mouth_round="flat to round when open",
    ),
)  # fmt: skip
