"""The paints of a portrait and the colour vector that decides each."""

from __future__ import annotations

PAINTS = {
    "paper": "accent",
    **dict.fromkeys(
        ("hair", "hair_low", "hair_low_shade", "hair_shade", "hair_back", "hair_back_low",
         "hair_light", "hair_line", "hair_soft_line", "lash", "brow"), "hair"),
    **dict.fromkeys(
        ("skin", "skin_shade", "skin_line", "skin_soft_line", "blush", "lip", "mouth_inside",
         "tongue", "teeth"), "skin"),
    **dict.fromkeys(
        ("white", "white_shade", "eye_top", "eye_low", "eye_rim", "pupil", "eye_glow", "shine"),
        "eyes"),
    **dict.fromkeys(
        ("cloth", "cloth_shade", "cloth_light", "cloth_line", "trim", "trim_shade", "linen",
         "linen_shade", "metal_shade", "metal_light"), "clothes"),
    **dict.fromkeys(
        ("accent", "accent_shade", "accent_light", "accent_line", "glint"), "accent"),
}  # fmt: skip
