"""Whatever is written to the worker's stdin, it refuses or ignores it and answers what is right."""

from __future__ import annotations

from dataclasses import replace

from krita_anifaceplugin.protocol import SuggestRequest
from tests.worker.hostile_run import run
from worker.serving.client import WorkerClient

COUNT = 1500


def test_it_lives_through_hostile_requests(
    worker: WorkerClient, face_request: SuggestRequest
) -> None:
    small = replace(face_request, count=1, guidance_side=0)
    result = run(worker, small, COUNT, seed=3)
    assert result.answered == result.asked == COUNT // 250
    assert result.refused > COUNT // 4
    assert result.growth < 0.2
