"""The loupe: a close look at brows, mouth and fringe, after the student's two looks at the sketch.

In 256 pixels for a page a brow is a few of them, and wherever the head turns it is elsewhere: the
student hardly sees how it slants, nor whether a mouth is open, nor where bangs end. The loupe looks
at one feature at a time, where the student's own portrait has it (the glimpse of Mnih et al.,
"Recurrent models of visual attention", NeurIPS 2014), upright, both brows, and both halves of a
fringe, the same way round. A network that found nothing in the whole face at once learns a mouth
so in minutes.

Of the eyes it says only whether each is open: of 88 winks the student saw two. Their style numbers
it leaves alone: correcting them was no gain. Nor was a look at the head as a whole: better numbers
for the hair at the sides and behind took strokes off the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.encoder import Encoder, EncoderSize
from models.networks.live_numbers import LiveHead
from models.networks.student import LOG_SPREAD, Reading, place
from models.networks.styles import StyleLayout
from models.portrait.blots import BLOTS
from models.portrait.layer_table import LayerTable


@dataclass(frozen=True)
class Feature:
    """What is looked at: the shapes of a ``layer``, each in a square ``width`` wide in the
    portrait's frame; or, with ``beside`` (right, down), what lies so far to either side of the
    middle of them all. It tells what a ``part`` is like: if none is named, that of the layer."""

    layer: str
    width: float
    beside: tuple[float, float] | None = None
    part: str | None = None


FEATURES = (
    Feature("brow", 0.16),
    Feature("mouth", 0.15),
    Feature("brow", 0.28, (0.13, -0.09), "bangs"),
)
#: Where an eye is looked for, how wide the look is, and the layers of what every open eye has.
EYES, EYE_WIDTH, OPEN = "eye white", 0.17, BLOTS


@dataclass(frozen=True)
class Glimpse:
    """A square, ``width`` wide in a portrait's frame, ``shift`` (right, down) from the middle of
    its control points ``first`` to ``last``; ``mirrored``, so that both brows rise the same way."""

    first: int
    last: int
    width: float
    mirrored: bool
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class _Look:
    """Glimpses of one feature, and the part that they tell of."""

    part: str
    glimpses: tuple[Glimpse, ...]


def _looks(table: LayerTable) -> tuple[_Look, ...]:
    """At those ``FEATURES`` that portraits of a table have."""
    found = []
    for feature in FEATURES:
        slots = [table.slots[slot] for slot in table.slots_in([feature.layer])]
        part = feature.part or (slots[0].part if slots else "")
        if not slots or part not in table.parts:
            continue
        width = feature.width
        if feature.beside is None:
            glimpses = [Glimpse(s.start, s.stop, width, i == 1) for i, s in enumerate(slots)]
        else:
            right, down = feature.beside
            whole = (min(s.start for s in slots), max(s.stop for s in slots), width)
            glimpses = [
                Glimpse(*whole, False, (-right, down)),
                Glimpse(*whole, True, (right, down)),
            ]
        found.append(_Look(part, tuple(glimpses)))
    return tuple(found)


def can_look(table: LayerTable) -> bool:
    """Whether portraits of a table have anything for a loupe to look at."""
    return bool(_looks(table))


def _eyes(table: LayerTable) -> tuple[Glimpse, ...]:
    """One for each eye that may be open or shut."""
    slots = [table.slots[slot] for slot in table.slots_in([EYES])]
    if len(slots) != len(table.slots_in(OPEN)):
        return ()
    return tuple(Glimpse(s.start, s.stop, EYE_WIDTH, i == 1) for i, s in enumerate(slots))


class Loupe(nn.Module):
    """``live`` [Ks, 32] as in the student; ``glimpses`` are G, those of a feature together, and
    then those of the E eyes. A table has at least one of the ``FEATURES``."""

    live: Tensor
    corrects: Tensor
    _heard: Tensor

    def __init__(
        self,
        table: LayerTable,
        layout: StyleLayout,
        live: Tensor,
        side: int = 48,
        size: EncoderSize | None = None,
        hidden: int = 128,
    ) -> None:
        super().__init__()
        self.side = side
        looks = _looks(table)
        eyes = _eyes(table)
        self.glimpses = (*(glimpse for look in looks for glimpse in look.glimpses), *eyes)
        self._counts, self._eyes = [len(look.glimpses) for look in looks], len(eyes)
        self.encoders = nn.ModuleList(Encoder(1, side, size, stem_stride=2) for _ in looks)
        width = (size or EncoderSize()).feature
        heard = torch.nonzero(live.flatten())[:, 0]
        answered = [_numbers(live, layout, look.part) for look in looks]
        self.joined = nn.ModuleList(
            nn.Linear(width * count + len(heard), hidden) for count in self._counts
        )
        self.change = nn.ModuleList(LiveHead(hidden, numbers) for numbers in answered)
        self.surer = nn.ModuleList(LiveHead(hidden, numbers) for numbers in answered)
        self.lids = nn.Sequential(Encoder(1, side, size, stem_stride=2), nn.Linear(width, 1))
        self.register_buffer("live", live.clone())
        self.register_buffer("corrects", torch.stack(answered).sum(0))
        self.register_buffer("_heard", heard, persistent=False)

    def forward(
        self, seen: Tensor, styles: Tensor, log_spread: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Ink of the glimpses [N, G, side, side], and styles and log_spread [N, Ks, 32] that the
        student read, to the same two corrected, and the logit [N, E] that each eye is open."""
        features = seen[:, : sum(self._counts)].split(self._counts, 1)
        said = styles.flatten(1).index_select(1, self._heard)
        for own, encoder, joined, change, surer in zip(
            features, self.encoders, self.joined, self.change, self.surer, strict=True
        ):
            feature = encoder(self._one_by_one(own)).reshape(said.shape[0], -1)
            known = functional.silu(joined(torch.cat([feature, said], 1)))
            styles, log_spread = styles + change(known), log_spread + surer(known)
        lids = said[:, :0]
        if self._eyes:
            lids = self.lids(self._one_by_one(seen[:, -self._eyes :])).reshape(-1, self._eyes)
        return styles, log_spread.clamp(*LOG_SPREAD), lids

    def _one_by_one(self, seen: Tensor) -> Tensor:
        return seen.reshape(-1, 1, self.side, self.side)


def _numbers(live: Tensor, layout: StyleLayout, part: str) -> Tensor:
    """[Ks, 32] 1 for the living style numbers of a part. Those of the layout are left to the
    student: its errors in them suit each other, and better ones one by one took 2 % of the strokes
    off the lines."""
    found = torch.zeros_like(live)
    own = list(layout.of_part(part))
    found[own] = live[own]
    return found


def glimpse(
    sketch: Tensor, points: Tensor, frame: Tensor, glimpses: Sequence[Glimpse], side: int
) -> Tensor:
    """Glimpses [N, G, side, side] of sketches [N, 1, h, h] whose portraits have their control
    points [N, P, 2] at ``frame`` [N, 4]. Level with the line from the first to the second one;
    bilinear; blank where the page ends."""
    middles = torch.stack([points[:, g.first : g.last].mean(1) for g in glimpses], 1)
    along = middles[:, min(1, len(glimpses) - 1)] - middles[:, 0]
    along = functional.normalize(along + torch.tensor([1e-6, 0.0]), dim=1)
    turn = torch.stack([along, torch.stack([-along[:, 1], along[:, 0]], 1)], 1)
    at = (torch.arange(side) + 0.5) / side - 0.5
    square = torch.stack(torch.meshgrid(at, at, indexing="xy"), -1).view(-1, 2)
    flips = torch.tensor([[-1.0 if g.mirrored else 1.0, 1.0] for g in glimpses])
    sizes = flips * torch.tensor([g.width for g in glimpses])[:, None]
    shifts = torch.tensor([g.shift for g in glimpses])
    level = square * sizes[:, None] + shifts[:, None]
    grid = level @ turn[:, None] + middles[:, :, None]
    there = place(grid.flatten(1, 2), frame).view(len(sketch), -1, side, 2)
    seen = functional.grid_sample(sketch, 2 * there - 1, align_corners=False)
    return seen.view(len(sketch), len(glimpses), side, side)


def look_closely(loupe: Loupe, sketch: Tensor, points: Tensor, reading: Reading) -> Reading:
    """The ``reading`` of sketches [N, 1, h, h], whose portraits have ``points`` [N, P, 2] in their
    own frames, corrected where their features say better."""
    seen = glimpse(sketch, points, reading.frame, loupe.glimpses, loupe.side)
    styles, log_spread, _ = loupe(seen, reading.styles, reading.log_spread)
    return Reading(styles, log_spread, reading.frame)
