"""The named parameters of a portrait. Each is a normal score and belongs to one style vector.

A *role* names the style vector that a parameter feeds: ``layout`` moves everything, ``PART.shape``
and ``PART.detail`` move one part, ``colour.X`` paints. Part builders may read only ``layout`` and
their own part's roles (``Scores`` enforces it), so mixing styles by part can never tear a
portrait apart.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.atelier.parameters import colour, dress, face, hair, layout, tied
from models.atelier.parameters.parameter import Parameter

PARTS = (
    "face", "ears", "eyes", "brows", "nose", "mouth", "bangs", "sides", "back", "tied", "body",
    "clothes", "extras",
)  # fmt: skip
COLOURS = ("hair", "eyes", "skin", "clothes", "accent")

PARAMETERS: tuple[Parameter, ...] = (
    *layout.PARAMETERS,
    *face.PARAMETERS,
    *hair.PARAMETERS,
    *tied.PARAMETERS,
    *dress.PARAMETERS,
    *colour.PARAMETERS,
)

INDEX: Mapping[str, int] = {p.name: i for i, p in enumerate(PARAMETERS)}
#: Names of the parameters that feed each role.
ROLES: Mapping[str, tuple[str, ...]] = {
    role: tuple(p.name for p in PARAMETERS if p.role == role)
    for role in dict.fromkeys(p.role for p in PARAMETERS)
}
