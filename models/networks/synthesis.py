"""The synthesis network: w+ to control points, presences, pen widths and paints."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from models.networks.layers import GroupedLinear, ModulatedLinear
from models.networks.styles import STYLE_SIZE, StyleLayout
from models.portrait.layer_table import LayerTable


class Drawn(NamedTuple):
    """A batch of portraits in numbers.

    points [N, P, 2] frame units; presence [N, S] logits (drawn from 0 on); width [N, S];
    paints [N, C, 3].
    """

    points: Tensor
    presence: Tensor
    width: Tensor
    paints: Tensor


@dataclass(frozen=True)
class Statistics:
    """Mean and spread of the training portraits; the networks put out deviations from them."""

    points: NDArray[np.float32]  # [2, P, 2]: mean, standard deviation
    width: NDArray[np.float32]  # [2, S]
    paints: NDArray[np.float32]  # [2, C, 3]

    @classmethod
    def blank(cls, table: LayerTable) -> Statistics:
        """Mean 0, deviation 1, for networks whose weights will be loaded."""

        def pair(*shape: int) -> NDArray[np.float32]:
            return np.stack([np.zeros(shape, np.float32), np.ones(shape, np.float32)])

        return cls(pair(table.point_count, 2), pair(len(table.slots)), pair(len(table.paints), 3))


class Synthesis(nn.Module):
    """One small modulated network per part from a learned constant, one per colour for paints.

    A part's layers are modulated by layout, its shape, then its detail vector, coarse to fine
    as StyleGAN's resolutions are; layers of one kind after the first add to what came before.
    A part of many shapes may have further such *columns*, whose outputs add up.
    """

    point_order: Tensor
    slot_order: Tensor
    paint_order: Tensor
    points: Tensor
    width: Tensor
    paints: Tensor

    def __init__(
        self,
        table: LayerTable,
        layout: StyleLayout,
        statistics: Statistics | None = None,
        hidden: int = 128,
        layers_per_style: int = 2,
        extra_columns: Sequence[str] = (),
    ) -> None:
        """``extra_columns`` names a part once for each column that it has beside its first."""
        super().__init__()
        statistics = statistics or Statistics.blank(table)
        self.layout = layout
        self.layers_per_style = layers_per_style
        parts = len(layout.parts)
        # Added ones come last: the weights of a network without them are the first of those here.
        self._part_of_column = [*range(parts), *(layout.parts.index(p) for p in extra_columns)]
        columns = len(self._part_of_column)
        part_of_point = table.part_of_point
        self._part_of_point, self._part_of_slot = part_of_point, table.part_of_slot
        colour_of_paint = np.array([layout.colours.index(c) for c in table.paints.values()])
        self._point_counts = np.bincount(part_of_point, minlength=parts).tolist()
        self._slot_counts = np.bincount(table.part_of_slot, minlength=parts).tolist()
        self._paint_counts = np.bincount(colour_of_paint, minlength=len(layout.colours)).tolist()
        for name, owner in (
            ("point_order", part_of_point),
            ("slot_order", table.part_of_slot),
            ("paint_order", colour_of_paint),
        ):
            # Networks put out part after part; this brings them back into the table's order.
            grouped = np.argsort(owner, kind="stable")
            self.register_buffer(name, torch.from_numpy(np.argsort(grouped, kind="stable")))
        for name in ("points", "width", "paints"):
            self.register_buffer(name, torch.from_numpy(getattr(statistics, name)))

        self.constant = nn.Parameter(torch.randn(columns, 1, hidden))
        self.layers = nn.ModuleList(
            ModulatedLinear(columns, hidden, hidden, STYLE_SIZE)
            for _ in range(3 * layers_per_style)
        )
        self.outputs = nn.ModuleList(
            GroupedLinear(
                self._part_of_column.count(part), hidden, 2 * points + 2 * slots, gain=0.3
            )
            for part, (points, slots) in enumerate(
                zip(self._point_counts, self._slot_counts, strict=True)
            )
        )
        with torch.no_grad():
            for output in self.outputs:
                output.weight[1:] = 0  # an added column begins silent
        colours, small = len(layout.colours), hidden // 2
        self.paint_constant = nn.Parameter(torch.randn(colours, 1, small))
        self.paint_layers = nn.ModuleList(
            ModulatedLinear(colours, small, small, STYLE_SIZE) for _ in range(3)
        )
        self.paint_output = GroupedLinear(colours, small, 3 * max(self._paint_counts), gain=0.3)

    def forward(self, styles: Tensor) -> Drawn:
        """w+ [N, K, 32] to a batch of portraits."""
        points, presence, width = self.structure(styles)
        return Drawn(
            points, presence, width, self.colours(styles[:, self.layout.structure_count :])
        )

    def structure(self, styles: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Points, presence logits and widths from w+ [N, >= 1 + 2 parts, 32]."""
        points, presence, width = self._put_out(styles, range(len(self.layout.parts)))
        points, slots = points[:, self.point_order], self.slot_order
        return (
            points * self.points[1] + self.points[0],
            presence[:, slots],
            width[:, slots] * self.width[1] + self.width[0],
        )

    def structure_of(
        self, styles: Tensor, parts: Collection[str]
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """The same of some ``parts`` alone, and which points [n] and slots [s] those are."""
        numbers = sorted(self.layout.parts.index(part) for part in parts)
        points, presence, width = self._put_out(styles, numbers)
        own, slots = (
            torch.from_numpy(np.concatenate([np.flatnonzero(of == n) for n in numbers]))
            for of in (self._part_of_point, self._part_of_slot)
        )
        return (
            points * self.points[1, own] + self.points[0, own],
            presence,
            width * self.width[1, slots] + self.width[0, slots],
            own,
            slots,
        )

    def _put_out(self, styles: Tensor, parts: Sequence[int]) -> tuple[Tensor, Tensor, Tensor]:
        """Deviations of points, presence logits and deviations of widths, part after part."""
        batch, every = styles.shape[0], len(self.layout.parts)
        columns = [c for c, part in enumerate(self._part_of_column) if part in parts]
        owners = [self._part_of_column[c] for c in columns]
        # All of them are taken as they are, without a copy.
        chosen = None if len(columns) == len(self._part_of_column) else columns
        by_role = styles.transpose(0, 1)
        constant = self.constant if chosen is None else self.constant[chosen]
        x = constant.expand(-1, batch, -1)
        for number, layer in enumerate(self.layers):
            kind = number // self.layers_per_style
            if kind == 0:
                style = by_role[:1].expand(len(columns), -1, -1)
            elif chosen is None and len(columns) == every:
                first = 1 + (kind - 1) * every
                style = by_role[first : first + every]
            else:
                style = by_role[[1 + (kind - 1) * every + owner for owner in owners]]
            fresh = functional.silu(layer(x, style, chosen))
            x = fresh if number == 0 else x + fresh
        found: list[list[Tensor]] = [[], [], []]
        for part in parts:
            slots = self._slot_counts[part]
            own = [x[i] for i, owner in enumerate(owners) if owner == part]
            values = self.outputs[part].summed(own)
            for kept, piece in zip(
                found, values.split([2 * self._point_counts[part], slots, slots], 1), strict=True
            ):
                kept.append(piece)
        points, presence, width = (torch.cat(pieces, 1) for pieces in found)
        return points.view(batch, -1, 2), presence, width

    def colours(self, styles: Tensor) -> Tensor:
        """Paints [N, C, 3] from the colour vectors [N, colours, 32] alone."""
        batch = styles.shape[0]
        by_role = styles.transpose(0, 1)
        x = self.paint_constant.expand(-1, batch, -1)
        for number, layer in enumerate(self.paint_layers):
            fresh = functional.silu(layer(x, by_role))
            x = fresh if number == 0 else x + fresh
        values = self.paint_output(x)
        pieces = [values[group, :, : 3 * count] for group, count in enumerate(self._paint_counts)]
        paints = torch.cat(pieces, 1).view(batch, -1, 3)[:, self.paint_order]
        return paints * self.paints[1] + self.paints[0]
