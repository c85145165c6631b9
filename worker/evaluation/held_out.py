"""People that training never saw, as the pack's own generator draws them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.atelier.layers import TABLE
from models.atelier.parameters import PARAMETERS
from models.atelier.people.sampling import draw_people
from models.atelier.portraits import portraits
from models.portrait.crowd import Crowd
from models.portrait.portrait import Portrait
from models.training.drawing_process.drawing import LineDrawing
from worker.packs.inference import Mapping, Networks
from worker.packs.pack import Pack

Floats = NDArray[np.float32]

#: Far from the seeds of training and of the examinations during it.
_SEED = 2_000_003
#: Portraits that figures without sketches are measured on.
_CONTROLS = 200


@dataclass(frozen=True, eq=False)
class Person:
    """Somebody to sketch: structure styles [Ks, 32], the portrait in its own frame, its lines,
    and the slot that each line belongs to."""

    number: int
    styles: Floats
    portrait: Portrait
    drawing: LineDrawing
    slots: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class HeldOut:
    """People to sketch; portraits by the pack's generator, theirs first and then others', at least
    _CONTROLS; ``atelier`` are the same portraits by the atelier, None where the pack was made with
    another one."""

    people: tuple[Person, ...]
    portraits: tuple[Portrait, ...]
    atelier: Crowd | None


def held_out(pack: Pack, networks: Networks, count: int) -> HeldOut:
    """Draw ``count`` people. A pack of another atelier gets independent normal numbers, which
    are people too."""
    mapping = Mapping(pack)
    numbers = mapping.numbers
    rng = np.random.default_rng(_SEED)
    same = made_here(pack, mapping)
    many = max(count, _CONTROLS)
    z = draw_people(rng, many) if same else rng.standard_normal((many, numbers))
    z = z.astype(np.float32)
    styles = mapping.styles(z)
    drawn = networks.synthesise(styles)
    people = tuple(
        _person(pack, number, styles[number, : pack.structure_count], portrait)
        for number, portrait in enumerate(drawn[:count])
    )
    return HeldOut(people, tuple(drawn), portraits(z) if same else None)


def made_here(pack: Pack, mapping: Mapping) -> bool:
    """Whether the pack was made with this atelier, whose people can be asked for by its numbers."""
    return pack.table == TABLE and mapping.numbers == len(PARAMETERS)


def _person(pack: Pack, number: int, styles: Floats, portrait: Portrait) -> Person:
    drawing, slots = LineDrawing.with_slots(pack.table, portrait)
    return Person(number, styles, portrait, drawing, slots)
