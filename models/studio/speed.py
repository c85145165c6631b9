"""How fast the atelier builds and draws portraits, on one core."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median

from models.atelier.layers import TABLE
from models.atelier.portraits import portraits
from models.portrait.draw import draw
from models.portrait.lines import visible_lines
from models.portrait.pen import Shown
from models.portrait.svg import svg
from models.studio.crowd import crowd

_PEOPLE = 128
#: Portraits that are drawn, each as often.
_DRAWN, _ROUNDS = 24, 3


@dataclass(frozen=True)
class Speed:
    """Processor time, so that other work on the machine counts for little.

    Attributes:
        shapes, present: shapes of the layer table, and how many a portrait has on average.
        portraits_per_second: control points, presences, widths and paints; of one core.
        milliseconds: median of one portrait, by what is made of it.
    """

    shapes: int
    present: float
    portraits_per_second: float
    milliseconds: dict[str, float]


def measure(seed: int) -> Speed:
    """Measure on random people of a seed; some seconds."""
    people = crowd(_PEOPLE, seed)
    built = portraits(people)
    building = median(_seconds(lambda: portraits(people)) for _ in range(_ROUNDS))
    works: dict[str, Callable[[int], object]] = {
        "picture of 256": lambda k: draw(TABLE, built[k], 256),
        "picture of 1024": lambda k: draw(TABLE, built[k], 1024),
        "visible lines": lambda k: visible_lines(TABLE, built[k]),
        "SVG": lambda k: svg(TABLE, built[k]),
    }
    milliseconds = {}
    for name, work in works.items():
        times = [min(_seconds(partial(work, k)) for _ in range(_ROUNDS)) for k in range(_DRAWN)]
        milliseconds[name] = 1000 * median(times)
    present = sum(len(Shown(TABLE, one).slots(tuple(TABLE.slots_of))) for one in built) / len(built)
    return Speed(len(TABLE.slots), present, _PEOPLE / building, milliseconds)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
