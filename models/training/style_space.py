"""Which style space an encoder was trained for.

Teacher and student answer a generator's style vectors. A generator that was trained anew gives the
same vectors other meanings, though every shape still agrees: an encoder's checkpoint therefore
carries the mark of the space it speaks of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

#: Name under which a checkpoint carries its mark.
STYLE_SPACE = "style_space"
_PREFIX = "mapping."


def style_space(generator_state: Mapping[str, Tensor], roles: Sequence[str]) -> str:
    """Mark of the space that a generator's mapping network spans: equal marks, equal meanings.

    Args:
        generator_state: the generator's state dict.
        roles: the style vector of each number of z.
    """
    mark = hashlib.sha256("\n".join(roles).encode())
    for name in sorted(generator_state):
        if name.startswith(_PREFIX) and name.endswith((".weight", ".bias")):
            # Packs store weights in half precision: what rounds alike is alike.
            mark.update(generator_state[name].to(torch.float16).numpy().tobytes())
    return mark.hexdigest()[:16]
