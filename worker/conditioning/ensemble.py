"""How a pack's lines follow its style numbers, learned from a fixed ensemble of its people.

Ensemble optimal interpolation (Evensen 2003, section 4.4): covariances come from one ensemble
that is drawn once, not from one that is drawn for every sketch; an answer then costs a few small
products. Localised by part: the points of a part follow layout and the part's own style vectors
only, and that is how the synthesis is built, so nothing is lost by it.

Its members are people whom the mapping network makes up. Of members whose every number is drawn by
itself one in four has freckles, none wears headphones, and mouths are set aslant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.portrait.blots import BLOTS
from models.portrait.portrait import PRESENT
from worker.packs.inference import Networks
from worker.packs.pack import Pack
from worker.packs.people import made_up

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]

_MEMBERS = 1024
_SEED = 20
#: Ridge of the regression, in members: keeps what hardly ever moves from being made up.
_RIDGE = 2.0
#: The student answers this spread where a style's number means nothing.
_MEANS_NOTHING = 2e-4
#: Parts that a portrait can do without: shown only where strokes ask for them (``ornaments``), they
#: are not brought along unseen by drafts.
ORNAMENTS = ("tied", "extras")
#: Shapes are one thing (both lenses, rims and bridge) if each is seldom there without the other.
_TOGETHER = 0.8
#: Chance below which, and above which, another shape of the part is left out, and shown, with it.
_NEVER, _ALWAYS = 0.1, 0.85
#: Presence from which two shapes of one person count as met: who is half in a hoodie and half in a
#: sailor blouse wears one of them.
_CLEARLY = 0.8
#: Presences nearer to 0 or 1 than this are not told apart.
_SURELY = 1e-6
#: Two shapes avoid each other if they meet less often than this share of what chance would have,
#: where chance would have at least so many members with both, or if they never meet.
_AVOIDED, _TELLING = 0.25, 3.0
#: Fewest members that tell what a wink is, and the standard errors that are no chance.
_FEW, _NO_CHANCE = 4, 5.0


@dataclass(frozen=True, eq=False)
class Ensemble:
    """A pack's people in numbers. ``L`` style numbers mean something.

    Attributes:
        live: [L] which of the Ks * D structure numbers, in order.
        columns: by part, which of the L numbers its points follow.
        slopes: by part, [points of the part, 2, its columns] frame units per style number.
        row: [P] number of each control point within its part.
        frequency: [S] share of people who have each shape.
        given: [S, S] share of the people with shape i who have shape j.
        never: [S, S] whether next to nobody with shape i has shape j of the same part.
        always: [S, S] whether nearly everybody with shape i has shape j of the same part.
        people: [N, Ks, D] how each member differs from the average, in deviations; 0 in numbers
            that mean nothing, and in those of ornaments.
        brings: [S, L] how the logit of each shape's presence follows each number.
        winks: [E, L] by how much the numbers of people differ who shut this one of two eyes; 0 in
            those that may differ by chance.
    """

    live: Integers
    columns: tuple[Integers, ...]
    slopes: tuple[Floats, ...]
    row: Integers
    frequency: Floats
    given: Floats
    never: Booleans
    always: Booleans
    people: Floats
    brings: Floats
    winks: Floats

    @classmethod
    def of(cls, pack: Pack, networks: Networks) -> Ensemble:
        """Draw the pack's people; takes some tenths of a second."""
        live = _live(pack, networks)
        numbers = _people(pack)[:, live]
        structure = np.zeros(
            (len(numbers), pack.mean_styles[: pack.structure_count].size), np.float32
        )
        structure[:, live] = numbers
        points, presence = _members(pack, networks, structure)
        part_of_point = pack.table.part_of_point
        role = live // pack.mean_styles.shape[1]
        owners = [pack.styles[i].partition(".")[0] for i in role]
        own_role = ["." in pack.styles[i] for i in role]
        columns, slopes = [], []
        row = np.zeros(len(part_of_point), np.int64)
        brings = np.zeros((presence.shape[1], len(live)), np.float32)
        for k, part in enumerate(pack.table.parts):
            column = np.flatnonzero(
                [o == part or not own for o, own in zip(owners, own_role, strict=True)]
            )
            mine = np.flatnonzero(part_of_point == k)
            row[mine] = np.arange(len(mine))
            columns.append(column)
            slopes.append(_regression(numbers[:, column], points[:, mine]))
            shapes = np.flatnonzero(pack.table.part_of_slot == k)
            brings[np.ix_(shapes, column)] = _ridge(
                numbers[:, column], logits(presence[:, shapes])
            ).T
        there = (presence >= PRESENT).astype(np.float32)
        frequency = there.mean(axis=0)
        together = there.T @ there / len(there)
        given = together / np.maximum(frequency[:, None], 1e-6)
        clearly = (presence >= _CLEARLY).astype(np.float32)
        meets = clearly.T @ clearly / (len(clearly) * np.maximum(frequency[:, None], 1e-6))
        people = np.zeros_like(structure)
        varies = ~np.isin(owners, ORNAMENTS)
        differences = (numbers - numbers.mean(axis=0)) / np.maximum(numbers.std(axis=0), 1e-6)
        people[:, live[varies]] = differences[:, varies]
        same_part = pack.table.part_of_slot[:, None] == pack.table.part_of_slot
        return cls(
            live, tuple(columns), tuple(slopes), row, frequency, given,
            same_part & _never(frequency, meets), same_part & (given > _ALWAYS),
            people.reshape(len(people), pack.structure_count, -1), brings,
            _winks(numbers, there[:, pack.table.slots_in(BLOTS)]),
        )  # fmt: skip

    def somebody(self, rng: np.random.Generator) -> Floats:
        """[Ks, D] how one of the people differs from the average, in deviations: clothes and hair
        hang together, as they do not where each number is drawn by itself."""
        someone: Floats = self.people[rng.integers(len(self.people))]
        return someone

    @cached_property
    def own(self) -> tuple[Integers, ...]:
        """By part, which of the L numbers it follows and others do not."""
        follow = np.bincount(np.concatenate(self.columns))
        return tuple(columns[follow[columns] == 1] for columns in self.columns)

    def companions(self, slot: int) -> Integers:
        """The shapes that are one thing with ``slot``, itself among them."""
        one = (self.given[slot] > _TOGETHER) & (self.given[:, slot] > _TOGETHER)
        one[slot] = True
        return np.flatnonzero(one)


def _live(pack: Pack, networks: Networks) -> Integers:
    blank = np.zeros((pack.sketch_side, pack.sketch_side), np.float32)
    return np.flatnonzero(networks.read(blank).spread.ravel() > _MEANS_NOTHING)


def _people(pack: Pack) -> Floats:
    """[N, Ks * D] structure numbers; independent ones of a pack that cannot make anybody up."""
    count = pack.structure_count
    people = made_up(pack, _MEMBERS, _SEED)
    if people is not None:
        return people[:, :count].reshape(_MEMBERS, -1)
    size = count * pack.mean_styles.shape[1]
    return np.random.default_rng(_SEED).standard_normal((_MEMBERS, size), np.float32)


def _members(pack: Pack, networks: Networks, structure: Floats) -> tuple[Floats, Floats]:
    """Points [N, P, 2] and presences [N, S] (0 to 1) of ``structure`` [N, Ks * D]."""
    count = pack.structure_count
    styles = np.repeat(pack.mean_styles[None], len(structure), axis=0)
    styles[:, :count] = structure.reshape(len(structure), count, -1)
    points = np.empty((len(styles), len(pack.table.slot_of_point), 2), np.float32)
    presence = np.empty((len(styles), len(pack.table.slots)), np.float32)
    for i, drawn in enumerate(networks.synthesise_each(styles)):
        points[i], presence[i] = drawn.points, drawn.presence
    return points, presence


def logits(presence: Floats) -> Floats:
    """Of presences 0 to 1, within what single precision tells apart."""
    known = np.clip(presence, _SURELY, 1 - _SURELY)
    found: Floats = np.log(known / (1 - known))
    return found


def _winks(numbers: Floats, open_: Floats) -> Floats:
    """[E, L] for members with ``numbers`` [N, L] whose eyes are ``open_`` [N, E], 0 or 1. Winks are
    rare, and a straight line through all members hardly knows them (``brings``)."""
    differ = np.zeros((open_.shape[1], numbers.shape[1]), np.float32)
    if len(differ) != 2:
        return differ
    deviation = np.maximum(numbers.std(axis=0), 1e-6)
    for eye in range(2):
        winking = numbers[(open_[:, eye] < 1) & (open_[:, 1 - eye] > 0)]
        if len(winking) >= _FEW:
            apart = winking.mean(axis=0) - numbers.mean(axis=0)
            surely = np.abs(apart) > _NO_CHANCE * deviation / np.sqrt(len(winking))
            differ[eye] = np.where(surely, apart, 0)
    return differ


def _never(frequency: Floats, meets: Floats) -> Booleans:
    """[S, S] pairs of shapes that hardly anybody has, and more people would by chance; ``meets``
    [S, S] is the share of the people with shape i who clearly have both."""
    expected = _MEMBERS * frequency[:, None] * frequency
    known = (meets < _NEVER) & (meets < _AVOIDED * frequency)
    return np.asarray(known & ((expected >= _TELLING) | (meets == 0)))


def _regression(numbers: Floats, points: Floats) -> Floats:
    """[p, 2, c] slopes of points [N, p, 2] over numbers [N, c]."""
    found = _ridge(numbers, points.reshape(len(points), -1))
    slopes = found.reshape(len(found), points.shape[1], 2).transpose(1, 2, 0)
    return np.ascontiguousarray(slopes, np.float32)


def _ridge(numbers: Floats, values: Floats) -> Floats:
    """[c, v] slopes of values [N, v] over numbers [N, c], by ridge regression."""
    x = np.column_stack([numbers, np.ones(len(numbers), np.float32)]).astype(np.float64)
    inner = x.T @ x + _RIDGE * np.eye(x.shape[1])
    found: Floats = np.linalg.solve(inner, x.T @ values)[:-1].astype(np.float32)
    return found
