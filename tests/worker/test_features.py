"""Eyes, brows and mouth are synthesised alone where nothing else has changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from models.portrait.portrait import Portrait
from worker.errors import PackError
from worker.packs.inference import Networks
from worker.packs.pack import Pack

Floats = NDArray[np.float32]
#: Frame units, and what presences and widths may differ by: products are added up otherwise.
_SAME = 1e-4


@pytest.fixture(scope="module")
def networks(pack: Pack) -> Networks:
    return Networks(pack)


def _average(pack: Pack) -> Floats:
    return pack.mean_styles[: pack.structure_count].copy()


def _with(pack: Pack, *parts: str) -> Floats:
    """The average person's structure vectors with those of some parts somewhere else."""
    styles = _average(pack)
    for number, role in enumerate(pack.styles[: pack.structure_count]):
        if role.partition(".")[0] in parts:
            rng = np.random.default_rng(number)
            styles[number] += rng.standard_normal(styles.shape[1], np.float32)
    return styles


def _alike(one: Portrait, other: Portrait) -> bool:
    return all(
        np.abs(getattr(one, name) - getattr(other, name)).max() < _SAME
        for name in ("points", "presence", "width", "paints")
    )


@pytest.mark.parametrize(
    "parts", [("eyes",), ("brows", "mouth"), ("bangs",), ("mouth", "back"), ("layout",), ()]
)
def test_a_changed_portrait_is_that_of_its_styles(
    pack: Pack, networks: Networks, parts: tuple[str, ...]
) -> None:
    was, wanted = _average(pack), _with(pack, *parts)
    known = networks.average_coloured(was)
    found = networks.changed(known, was, wanted)
    assert _alike(found, networks.average_coloured(wanted))
    assert _alike(known, networks.average_coloured(was)), "the one that was known is as it was"
    assert _alike(found, known) == (not parts)


def test_features_do_without_the_whole(
    pack: Pack, networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = _average(pack)
    known = networks.average_coloured(was)

    def whole(self: Networks, styles: Floats) -> list[Portrait]:
        raise AssertionError("the whole portrait is synthesised")

    monkeypatch.setattr(Networks, "synthesise", whole)
    networks.changed(known, was, _with(pack, "eyes", "brows", "mouth"))
    networks.read(np.eye(pack.sketch_side, dtype=np.float32))
    with pytest.raises(AssertionError):
        networks.changed(known, was, _with(pack, "eyes", "nose"))


def test_a_pack_without_them_reads_the_same(pack: Pack, networks: Networks) -> None:
    sketch = np.eye(pack.sketch_side, dtype=np.float32)
    read, whole = networks.read(sketch), Networks(replace(pack, features=())).read(sketch)
    assert np.abs(read.styles - whole.styles).max() < 0.01
    assert np.abs(read.eyes - whole.eyes).max() < 0.01


def test_a_graph_of_other_features_is_refused(pack: Pack) -> None:
    sketch = np.eye(pack.sketch_side, dtype=np.float32)
    with pytest.raises(PackError, match=r"features\.onnx draws"):
        Networks(replace(pack, features=("eyes",))).read(sketch)
