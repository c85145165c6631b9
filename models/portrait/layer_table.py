"""The layer table: what a portrait is made of, declared once.

Atelier, generator, renderer, guidance and worker all read the same table; a pack carries a copy
of it (``model.json``), so that a pack runs without the atelier's code.

A table is an ordered list of layers, bottom to top. A layer owns *slots*: shapes of a fixed
number of cubic segments, chained in one flat array of control points. Topology never varies
between portraits; what is not there has a low presence.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Role = Literal["flat", "shade", "light", "ink", "guide"]
#: A table by a stranger must not ask for more points than a drawing can have.
MOST_SEGMENTS = 1000


class LayerTableError(ValueError):
    """A layer table that contradicts itself; the message names the layer."""


@dataclass(frozen=True)
class Fill:
    """Paint inside a shape: flat, or a vertical gradient when ``to`` is given.

    ``blur`` is a Gaussian's standard deviation in frame units; 0 gives a crisp edge.
    """

    paint: str
    to: str | None = None
    opacity: float = 1.0
    blur: float = 0.0


@dataclass(frozen=True)
class Ink:
    """A pen line along segments ``first`` to ``last`` (excluded; None: to the end) of a shape.

    ``width`` is the widest point in frame units. ``taper`` gives the shares of the length over
    which the line swells from and thins to a point. Only a *visible* ink is a line that an
    artist would draw in a sketch; ``sketched`` marks those.
    """

    paint: str
    width: float
    taper: tuple[float, float] = (0.2, 0.2)
    first: int = 0
    last: int | None = None
    opacity: float = 1.0
    sketched: bool = True


@dataclass(frozen=True)
class Layer:
    """One entry of the table; drawn as fill, then inks, inside the union of ``clip``.

    A layer with ``source`` owns no slots: it draws the shapes of those layers again, moved by
    ``cast`` times the portrait's shadow offset (1 a cast shadow, less a nearer one, negative on
    the side of the light), or in place (0: lashes through the bangs). With ``outside`` it fills
    what of ``clip`` those shapes leave free: a rim of light is what the hair, moved into its
    shadow, leaves of itself.
    """

    name: str
    part: str
    role: Role
    slots: tuple[str, ...] = ()
    segments: int = 0
    closed: bool = True
    fill: Fill | None = None
    inks: tuple[Ink, ...] = ()
    clip: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    cast: float = 0.0
    outside: bool = False

    @property
    def hides(self) -> bool:
        """Whether its shapes hide what is below them."""
        opaque = self.fill is not None and self.fill.opacity >= 1
        return opaque and self.role == "flat" and not self.source


@dataclass(frozen=True)
class Slot:
    """One shape: ``start`` is its first control point's index, ``1 + 3 * segments`` its length."""

    name: str
    layer: str
    part: str
    start: int
    segments: int
    closed: bool

    @property
    def stop(self) -> int:
        return self.start + 1 + 3 * self.segments

    @property
    def span(self) -> slice:
        return slice(self.start, self.stop)


@dataclass(frozen=True)
class LayerTable:
    """All layers, the parts they belong to and the paints they use.

    ``parts`` are the semantic parts in drawing-lesson order; each is also a style-vector role.
    ``paints`` maps a paint's name to the colour vector that decides it ("hair", "eyes", ...).
    ``shadow`` names the slot whose first and last points give the offset of cast shadows.
    """

    parts: tuple[str, ...]
    paints: Mapping[str, str]
    layers: tuple[Layer, ...]
    shadow: str = "light.direction"
    version: int = field(default=1)

    def __post_init__(self) -> None:
        names = {layer.name for layer in self.layers}
        if len(names) != len(self.layers):
            raise LayerTableError("layer names are not unique")
        for layer in self.layers:
            paints = [ink.paint for ink in layer.inks]
            if layer.fill:
                paints += [layer.fill.paint, layer.fill.to or layer.fill.paint]
            unknown = [p for p in paints if p not in self.paints]
            unknown += [n for n in (*layer.clip, *layer.source) if n not in names]
            if layer.part not in self.parts:
                unknown.append(layer.part)
            if unknown:
                raise LayerTableError(f"layer {layer.name!r} refers to unknown {unknown}")
            if layer.slots and not _is_count(layer.segments):
                raise LayerTableError(
                    f"layer {layer.name!r} needs 1 to {MOST_SEGMENTS} segments a slot, "
                    f"not {layer.segments!r:.20}"
                )
            if bool(layer.slots) == bool(layer.source):
                raise LayerTableError(f"layer {layer.name!r} needs either slots or a source")
            if layer.outside and not (layer.clip and layer.fill):
                raise LayerTableError(f"layer {layer.name!r} has an outside but no clip or no fill")

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every shape in table order; their spans chain without gaps."""
        found: list[Slot] = []
        at = 0
        for layer in self.layers:
            for name in layer.slots:
                found.append(Slot(name, layer.name, layer.part, at, layer.segments, layer.closed))
                at = found[-1].stop
        return tuple(found)

    @cached_property
    def slot_bounds(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """[S] start, stop and number of cubics of every slot."""
        begins, stops, segments = np.array([(s.start, s.stop, s.segments) for s in self.slots]).T
        return begins, stops, segments

    @cached_property
    def slot_index(self) -> Mapping[str, int]:
        """Position of a slot by its name."""
        return {slot.name: i for i, slot in enumerate(self.slots)}

    @cached_property
    def slots_of(self) -> Mapping[str, tuple[int, ...]]:
        """Slot positions of each layer."""
        return {
            layer.name: tuple(i for i, s in enumerate(self.slots) if s.layer == layer.name)
            for layer in self.layers
        }

    def slots_in(self, layers: Iterable[str]) -> list[int]:
        """Slot positions of those of some ``layers`` that the table has, layer after layer."""
        return [slot for name in layers for slot in self.slots_of.get(name, ())]

    @cached_property
    def opaque_slots(self) -> tuple[int, ...]:
        """Slot positions, in drawing order, of the flat shapes that hide what is below them and
        that nothing clips."""
        return tuple(
            i
            for layer in self.layers
            if layer.hides and not layer.clip
            for i in self.slots_of[layer.name]
        )

    @cached_property
    def sketched_inks(self) -> tuple[tuple[int, Layer, Ink], ...]:
        """Slot position, layer and ink of every line that an artist would sketch, in drawing
        order."""
        return tuple(
            (i, layer, ink)
            for layer in self.layers
            if not layer.source
            for ink in layer.inks
            if ink.sketched
            for i in self.slots_of[layer.name]
        )

    @cached_property
    def sketched_bounds(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """[I] slot, first control point and number of cubics of every line of ``sketched_inks``."""
        rows = [
            (
                i,
                self.slots[i].start + 3 * ink.first,
                len(range(layer.segments)[ink.first : ink.last]),
            )
            for i, layer, ink in self.sketched_inks
        ]
        slots, begins, cubics = np.array(rows, np.int64).reshape(-1, 3).T
        return slots, begins, cubics

    @cached_property
    def sketched_pens(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """[I, 2] taper and [I] width of every line of ``sketched_inks``."""
        inks = [ink for _, _, ink in self.sketched_inks]
        tapers = np.array([ink.taper for ink in inks], np.float64).reshape(-1, 2)
        return tapers, np.array([ink.width for ink in inks], np.float64)

    @cached_property
    def seen_through(self) -> Mapping[str, NDArray[np.bool_]]:
        """Layers that are drawn again on top of others (lashes over the bangs): for each, [S + 1]
        by slot position + 1, which shapes do not hide it."""
        found: dict[str, NDArray[np.bool_]] = {}
        for layer in self.layers:
            if layer.source and not layer.cast:
                numbers = np.zeros(len(self.slots) + 1, np.bool_)
                numbers[[i + 1 for i in self.slots_in(layer.clip)]] = True
                found.update(dict.fromkeys(layer.source, numbers))
        return found

    @cached_property
    def paint_index(self) -> Mapping[str, int]:
        return {name: i for i, name in enumerate(self.paints)}

    @cached_property
    def part_of_slot(self) -> NDArray[np.int64]:
        """[S] index into ``parts`` for every slot."""
        return np.array([self.parts.index(s.part) for s in self.slots])

    @cached_property
    def part_of_point(self) -> NDArray[np.int64]:
        """[P] index into ``parts`` for every control point."""
        return self.part_of_slot[self.slot_of_point]

    def parts_among(self, names: Container[str]) -> NDArray[np.bool_]:
        """[parts] which of the ``parts`` are some of these names."""
        return np.array([name in names for name in self.parts], np.bool_)

    @cached_property
    def slot_of_point(self) -> NDArray[np.int64]:
        """[P] slot position of every control point."""
        return np.repeat(np.arange(len(self.slots)), [s.stop - s.start for s in self.slots])

    @property
    def point_count(self) -> int:
        return self.slots[-1].stop if self.slots else 0

    def to_json(self) -> dict[str, Any]:
        """Plain data for ``model.json``."""
        data = asdict(self)
        data["paints"] = dict(self.paints)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LayerTable:
        """The inverse of ``to_json``.

        Raises:
            LayerTableError: the data is not a layer table.
        """
        try:
            return cls(
                parts=tuple(data["parts"]),
                paints=dict(data["paints"]),
                layers=tuple(_layer_from_json(item) for item in data["layers"]),
                shadow=data["shadow"],
                version=data["version"],
            )
        except (KeyError, TypeError) as error:
            raise LayerTableError(f"not a layer table: {error!r}") from error


def _is_count(segments: object) -> bool:
    return isinstance(segments, int) and 1 <= segments <= MOST_SEGMENTS


def _layer_from_json(item: Mapping[str, Any]) -> Layer:
    values = dict(item)
    values["cast"] = float(item["cast"])  # older tables: true or false
    values["fill"] = Fill(**item["fill"]) if item["fill"] else None
    values["inks"] = tuple(Ink(**{**ink, "taper": tuple(ink["taper"])}) for ink in item["inks"])
    for name in ("slots", "clip", "source"):
        values[name] = tuple(item[name])
    return Layer(**values)
