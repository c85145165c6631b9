"""The student's batches: the same at a step however it was reached, and shared without loss."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from models.networks.generator import Generator
from models.training.errors import TrainingError
from models.training.gallery import Gallery, load_gallery
from models.training.sketch_batches import SketchBatch, SketchStream, as_drawn
from models.training.source import PortraitSource


@pytest.fixture
def gallery(generator: Generator, source: PortraitSource, tmp_path: Path) -> Gallery:
    return load_gallery(generator, source, 8, 1, tmp_path, pictures=0, side=8, processes=1)


def _stream(
    gallery: Gallery,
    share: slice = slice(0, 8),
    *,
    workers: int = 0,
    uses: int = 1,
    completion: float | None = None,
) -> SketchStream[SketchBatch]:
    return SketchStream(
        gallery,
        ("face", "eyes", "bangs"),
        batch=8,
        side=32,
        seed=3,
        workers=workers,
        share=share,
        uses=uses,
        completion=completion,
        made=as_drawn,
    )


@pytest.mark.parametrize("uses", [1, 2])
def test_a_resumed_stream_goes_on_where_the_first_would(gallery: Gallery, uses: int) -> None:
    first, later = _stream(gallery, uses=uses), _stream(gallery, uses=uses, workers=1)
    reached = [first.at(step) for step in range(12)]
    for step in (10, 11):
        batch = later.at(step)
        assert torch.equal(batch.ink, reached[step].ink)
        assert torch.equal(batch.points, reached[step].points)


@pytest.mark.parametrize("uses", [1, 2])
def test_shares_make_the_whole(gallery: Gallery, uses: int) -> None:
    whole = _stream(gallery, uses=uses).at(5)
    shares = [_stream(gallery, slice(a, a + 4), uses=uses).at(5) for a in (0, 4)]
    found = torch.cat([share.ink for share in shares]).flatten(1).sum(1)
    assert torch.equal(found.sort()[0], whole.ink.flatten(1).sum(1).sort()[0])
    assert len(found) == 8


def test_sketches_come_again_as_often_as_asked(gallery: Gallery) -> None:
    stream = _stream(gallery, uses=2)
    seen = [tuple(stream.at(step).ink.flatten(1).sum(1).tolist()) for step in range(9)]
    assert set(seen[0]) & set(seen[8]) and not set(seen[0]) & set(seen[1])
    with pytest.raises(TrainingError, match="sketch_uses"):
        _stream(gallery, uses=3)


def test_a_control_sees_finished_sketches_only(gallery: Gallery) -> None:
    """For comparison with the usual way of training: no unfinished sketch."""
    finished, unfinished = _stream(gallery, completion=1.0).at(0), _stream(gallery).at(0)
    assert (finished.ink.sum((1, 2, 3)) >= unfinished.ink.sum((1, 2, 3)) * 0.9).all()
    assert finished.ink.sum() > 1.1 * unfinished.ink.sum()
