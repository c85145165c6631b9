"""The name of an accepted portrait's layer: the recipe that would make it again."""

from __future__ import annotations

from .layer_names import PORTRAIT_NAME


def layer_name(number: int, seed: int, strokes: int, reference: str) -> str:
    """As "AniFace portrait 2 (seed 7, strokes 3f0a12bc, Rose)".

    Args:
        number: counts the portraits of a session.
        strokes: check sum of the sketch's ink; tells which strokes it was.
        reference: label of the reference, "" for the pack's own colours.
    """
    recipe = [f"seed {seed}", f"strokes {strokes:08x}"]
    if reference:
        recipe.append(reference)
    return f"{PORTRAIT_NAME} {number} ({', '.join(recipe)})"
