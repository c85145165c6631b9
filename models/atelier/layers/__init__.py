"""The atelier's layer table: every shape of a portrait, bottom to top."""

from __future__ import annotations

from models.atelier.layers import behind, body, eyes, face, hair, shoulders
from models.atelier.layers.paints import PAINTS
from models.atelier.parameters import PARTS
from models.portrait.layer_table import LayerTable

TABLE = LayerTable(
    parts=PARTS,
    paints=PAINTS,
    layers=(
        *behind.LAYERS,
        *body.LAYERS,
        *shoulders.LAYERS,
        *face.LAYERS,
        *eyes.LAYERS,
        *hair.LAYERS,
    ),
)
