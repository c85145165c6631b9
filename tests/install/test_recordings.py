"""The recordings of the demo are what the worker replays."""

from __future__ import annotations

import pytest

from worker.files.recording import load
from worker.setup.demo import shipped
from worker.setup.places import PROJECT

SKETCHES = {sketch.path.stem: sketch.path for sketch in shipped(PROJECT)}


def test_all_shipped_recordings_are_shown() -> None:
    folder = PROJECT / "worker" / "demo" / "recordings"
    assert sorted(SKETCHES) == sorted(path.stem for path in folder.glob("*.json"))
    assert len(SKETCHES) >= 3


@pytest.mark.parametrize("name", SKETCHES)
def test_a_recording_is_a_drawing_by_hand(name: str) -> None:
    recording = load(SKETCHES[name])
    assert recording.width == recording.height == 1000
    assert 35 <= len(recording.strokes) <= 100
    for stroke in recording.strokes:
        assert len(stroke.points) > 2 and 2 <= stroke.width <= 12
        assert all(0 <= x <= 1000 and 0 <= y <= 1000 for x, y, _ in stroke.points)
        pressures = [pressure for *_, pressure in stroke.points]
        assert 0 < min(pressures) < max(pressures) <= 1


def test_the_unusual_one_draws_its_eyes_last() -> None:
    recording = load(SKETCHES["unusual_order"])
    first, last = recording.strokes[0].points, recording.strokes[-1].points
    assert min(y for _, y, _ in first) < 200, "hair"
    assert all(330 < y < 520 for _, y, _ in last), "an eye"
