"""Pictures that hold all the colours and edges of a face and no face: the detector's controls."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Pictures = NDArray[np.uint8]


def block_shuffled(pictures: Pictures, rng: np.random.Generator, blocks: int = 8) -> Pictures:
    """Each of pictures [N, side, side, 3] with its ``blocks`` x ``blocks`` squares in random order.

    ``side`` must be a multiple of ``blocks``.
    """
    count, side = pictures.shape[:2]
    block = side // blocks
    tiles = pictures.reshape(count, blocks, block, blocks, block, 3).swapaxes(2, 3)
    tiles = tiles.reshape(count, blocks * blocks, block, block, 3)
    mixed = np.stack([tile[rng.permutation(blocks * blocks)] for tile in tiles])
    mixed = mixed.reshape(count, blocks, blocks, block, block, 3).swapaxes(2, 3)
    return mixed.reshape(pictures.shape)
