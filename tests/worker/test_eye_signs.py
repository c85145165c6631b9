"""Shut eyes and glasses, as any hand puts them down."""

from __future__ import annotations

import numpy as np
import pytest

from models.training.source import atelier
from worker.conditioning.eye_signs import EyeSigns, eye_signs
from worker.reading.ink_trace import Strokes

SOURCE = atelier()
TABLE = SOURCE.table
FACE = SOURCE.portraits(np.zeros((1, len(SOURCE.names)), np.float32))[0]
EYES = [FACE.points[TABLE.slots[i].span].mean(axis=0) for i in TABLE.slots_of["pupil"]]
WIDTH = float(np.ptp(FACE.points[TABLE.slots[TABLE.slots_of["lash"][0]].span][:, 0]))
TURN = np.linspace(0, 2 * np.pi, 60)


def line(*through: tuple[float, float], eye: int = 0) -> np.ndarray:
    """[n, 2] a line through points that are given in widths of an eye from its middle."""
    given = EYES[eye] + WIDTH * np.array(through)
    t = np.linspace(0, len(given) - 1, 30)
    return np.stack([np.interp(t, np.arange(len(given)), axis) for axis in given.T], axis=1)


def arc(eye: int, bend: float, height: float = 0.0) -> np.ndarray:
    """A lid that hangs (``bend`` above 0) or arches."""
    u = np.linspace(-0.5, 0.5, 20)
    return EYES[eye] + WIDTH * np.stack([u, height - bend * u**2], axis=1)


def ring(eye: int, radius: float) -> np.ndarray:
    return EYES[eye] + WIDTH * radius * np.stack([np.cos(TURN), np.sin(TURN)], axis=1)


def signs(*lines: np.ndarray) -> EyeSigns:
    points, tangents = [], []
    for one in lines:
        steps = np.diff(one, axis=0)
        lengths = np.hypot(*steps.T)
        along = np.concatenate([[0], np.cumsum(lengths)])
        at = np.arange(0, along[-1], 0.01)
        points.append(np.stack([np.interp(at, along, axis) for axis in one.T], axis=1))
        which = np.clip(np.searchsorted(along, at, "right") - 1, 0, len(steps) - 1)
        tangents.append(steps[which] / lengths[which][:, None])
    everything = np.concatenate(points).astype(np.float32)
    ways = np.concatenate(tangents).astype(np.float32)
    return eye_signs(TABLE, FACE, Strokes(everything, ways, np.ones(len(ways), np.float32)))


@pytest.mark.parametrize("bend", [0.5, 0.9, 1.4])
@pytest.mark.parametrize("height", [-0.15, 0.0, 0.2])
def test_hanging_arcs_are_shut_eyes(bend: float, height: float) -> None:
    both = signs(arc(0, bend, height), arc(1, bend, height))
    assert both == EyeSigns(shut=True, glasses=False, bare=True, on=False)
    assert not signs(arc(0, bend, height)).shut, "one eye may be the first of two"


def test_lids_that_arch_and_eyes_with_something_inside_are_not_shut() -> None:
    assert not signs(arc(0, -0.7), arc(1, -0.7)).shut, "an upper lid: the iris may follow"
    assert not signs(arc(0, 0.0), arc(1, 0.0)).shut
    open_eyes = [made for eye in (0, 1) for made in (arc(eye, 0.8, 0.3), ring(eye, 0.25))]
    assert not signs(*open_eyes).shut


def test_two_rings_and_a_bridge_are_glasses() -> None:
    gap = float(EYES[1][0] - EYES[0][0]) / WIDTH
    rims = [ring(0, 0.62), ring(1, 0.62)]
    bridge = line((0.6, 0.0), (gap - 0.6, 0.0))
    irises = [ring(0, 0.25), ring(1, 0.25)]
    assert signs(*rims, bridge).glasses and signs(*rims, bridge, *irises).glasses
    assert not signs(*rims, bridge, *irises).bare
    assert signs(*rims, *irises).bare, "bags under the eyes, and lashes, are no lenses"
    assert not signs(*rims).glasses and not signs(bridge, *irises).glasses
    assert not signs(rims[0], bridge).glasses


def test_the_cross_of_a_construction_is_no_pair_of_glasses() -> None:
    gap = float(EYES[1][0] - EYES[0][0]) / WIDTH
    across = [line((-1, h), (gap + 1, h)) for h in (0.0, 0.5)]
    down = line((gap / 2, -2.0), (gap / 2, 2.0))
    irises = [ring(0, 0.45), ring(1, 0.45)]
    found = signs(*across, down, *irises)
    assert not found.glasses and found.bare
