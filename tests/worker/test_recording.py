"""Recordings: what is accepted, what is refused and how, what is drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from worker.errors import RecordingError
from worker.files.recording import load, parse
from worker.replaying.stages import stroke_counts

STROKE = {"points": [[10, 50], [90, 50, 0.5]], "width": 4}


def ink(data: dict[str, Any], count: int = 99, side: int = 100) -> np.ndarray:
    return np.frombuffer(parse(data).ink(count, side), np.uint8).reshape(side, side)


def test_pressure_may_be_left_out_and_makes_the_line_thinner() -> None:
    drawn = ink({"size": [100, 100], "strokes": [STROKE]})
    thin = {"points": [[10, 50, 0.1], [90, 50, 0.1]], "width": 4}
    assert drawn[50, 50] == 255 and drawn[40, 50] == 0
    assert drawn.sum() > 1.5 * ink({"size": [100, 100], "strokes": [thin]}).sum()


def test_the_largest_centred_square_of_the_canvas_is_drawn() -> None:
    wide = {"size": [200, 100], "strokes": [{"points": [[100, 0], [100, 100]], "width": 4}]}
    columns = np.flatnonzero(ink(wide, side=50).any(axis=0))
    assert columns.min() >= 23 and columns.max() <= 26


def test_strokes_come_one_by_one_and_a_tap_is_a_dot() -> None:
    tap = {"points": [[20, 20]], "width": 6}
    data = {"size": [100, 100], "strokes": [tap, STROKE]}
    assert not ink(data, 0).any()
    assert ink(data, 1)[20, 20] == 255 and not ink(data, 1)[50].any()
    assert ink(data, 2)[50].any()


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ([], "strokes"),
        ({"size": [10, 10]}, "strokes"),
        ({"size": [10, 10], "strokes": []}, "at least one"),
        ({"size": [10], "strokes": [STROKE]}, "size"),
        ({"size": [0, 10], "strokes": [STROKE]}, "size"),
        ({"size": [10, 1e9], "strokes": [STROKE]}, "size"),
        ({"size": [10, True], "strokes": [STROKE]}, "size"),
        ({"size": [10, 10], "strokes": [STROKE, {"points": []}]}, "stroke 2 has no points"),
        ({"size": [10, 10], "strokes": [{"points": [[1, 2]]}]}, "stroke 1: width"),
        ({"size": [10, 10], "strokes": [{"points": [[1]], "width": 1}]}, "stroke 1: a point"),
        ({"size": [10, 10], "strokes": [{"points": [["1", 2]], "width": 1}]}, "must be a number"),
        ({"size": [10, 10], "strokes": [{"points": [[1, 2, 3]], "width": 1}]}, "pressure"),
        ({"size": [10, 10], "strokes": [{"points": [[1, float("nan")]], "width": 1}]}, "position"),
        ({"size": [10, 10], "strokes": [{"points": [[1, 1]], "width": 10**309}]}, "width"),
    ],
    ids=str,
)
def test_a_wrong_recording_is_refused_in_words(data: Any, named: str) -> None:
    with pytest.raises(RecordingError, match=named):
        parse(data)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "strokes.json"
    with pytest.raises(RecordingError, match=r"strokes\.json"):
        load(path)
    path.write_text("{")
    with pytest.raises(RecordingError, match=r"strokes\.json"):
        load(path)
    path.write_text(json.dumps({"size": [100, 100], "strokes": [STROKE]}))
    assert load(path).strokes[0].points == ((10, 50, 1), (90, 50, 0.5))


def test_stages_go_from_the_first_stroke_to_the_last() -> None:
    assert stroke_counts(1, 10) == [1]
    assert stroke_counts(5, 10) == [1, 2, 3, 4, 5]
    assert stroke_counts(46, 10) == [1, 6, 11, 16, 21, 26, 31, 36, 41, 46]
    assert stroke_counts(30, 1) == [30]
