"""The student looks at a sketch a second time where the head is somewhere else than usual."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnxruntime
import pytest

from tests.worker.by_hand import by_hand, prepared
from worker.packs.inference import Networks
from worker.packs.pack import Pack


@pytest.mark.parametrize(
    ("name", "where", "looks"),
    [("shoujo", (0, 0, 0, 0), 1), ("off_centre", (-0.22, -0.22, -0.48, 0), 2),
     ("braids", (0.03, -0.08, -0.21, 0), 2)],
)  # fmt: skip
def test_a_head_in_the_usual_place_is_looked_at_once(
    pack: Pack, monkeypatch: pytest.MonkeyPatch, name: str, where: tuple[float, ...], looks: int
) -> None:
    seen: list[np.ndarray] = []
    run = onnxruntime.InferenceSession.run

    def counted(session: object, names: object, inputs: dict[str, np.ndarray]) -> object:
        seen.append(inputs["sketch"][0, 0])
        return run(session, names, inputs)

    networks, sketch = Networks(replace(pack, loupe=None)), prepared(by_hand(name), pack)
    monkeypatch.setattr(onnxruntime.InferenceSession, "run", counted)
    found = networks.read(sketch).frame.as_array()
    assert len(seen) == looks and np.array_equal(seen[0], sketch)
    assert np.abs(found - where).max() < 0.06
    # However often: the head that was looked at last stood in the middle.
    middle = networks.read(seen[-1]).frame.as_array()
    assert np.abs(middle).max() < 0.1
