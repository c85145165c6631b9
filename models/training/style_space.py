"""Which style space an encoder was trained for.

Teacher and student answer a generator's style vectors. A generator that was trained anew gives the
same vectors other meanings, though every shape still agrees: an encoder's checkpoint therefore
carries the mark of the space it speaks of.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from copy import deepcopy

import torch
from torch import Tensor

from models.networks.generator import Generator

#: Name under which a checkpoint carries its mark.
STYLE_SPACE = "style_space"
#: And a loupe's checkpoint that of the student whose errors it learned to correct.
READER = "reader"
_PREFIX = "mapping."
_PEOPLE = 1_000


def style_space(generator_state: Mapping[str, Tensor], roles: Sequence[str]) -> str:
    """Mark of the space that a generator's mapping network spans: equal marks, equal meanings.

    Args:
        generator_state: the generator's state dict.
        roles: the style vector of each number of z.
    """
    spans = {
        name: value
        for name, value in generator_state.items()
        if name.startswith(_PREFIX) and name.endswith((".weight", ".bias"))
    }
    return mark_of(spans, "\n".join(roles))


def mark_of(state: Mapping[str, Tensor], beside: str = "") -> str:
    """Mark of some weights as a pack holds them, and of what else is to be the same ``beside``."""
    mark = hashlib.sha256(beside.encode())
    for name in sorted(state):
        # Packs store weights in half precision: what rounds alike is alike.
        mark.update(state[name].to(torch.float16).numpy().tobytes())
    return mark.hexdigest()[:16]


def moved(generator: Generator, generator_state: Mapping[str, Tensor]) -> float:
    """By how much the style vectors of the same people differ from another generator's: mean
    square, where 1 is the variance of a style number; infinite where their shapes differ.

    Args:
        generator_state: the other's state dict.
    """
    mapping, other = generator.mapping, deepcopy(generator.mapping).eval()
    given = {
        n.removeprefix(_PREFIX): v for n, v in generator_state.items() if n.startswith(_PREFIX)
    }
    source = given.get("source")
    if source is None or not torch.equal(source, mapping.source):
        return math.inf
    try:
        other.load_state_dict(given)
    except RuntimeError:  # another width
        return math.inf
    z = torch.randn(_PEOPLE, len(generator.roles), generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        apart = mapping(z) - other(z)
    return float(apart.square().sum() / (_PEOPLE * mapping.live.sum()))
