"""A real worker process: answers, drops what is outdated, lives through bad frames, ends."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from krita_anifaceplugin.protocol import (
    Done,
    ErrorReply,
    GuidanceReply,
    Message,
    RenderReply,
    RenderRequest,
    SuggestionReply,
    SuggestRequest,
    encode,
    pack_frame,
)
from worker.errors import WorkerProcessError
from worker.serving.client import WorkerClient, serve_command


def answer(worker: WorkerClient, request: SuggestRequest) -> list[Message]:
    return list(worker.replies(request))


def test_it_says_what_it_can_do_and_answers_in_parts(
    worker: WorkerClient, face_request: SuggestRequest
) -> None:
    assert worker.hello.pack == "tiny"
    assert [name for name, _ in worker.hello.parts] == ["face", "eyes", "bangs", "body"]
    assert [id_ for id_, _, _ in worker.hello.references] == ["rose", "mint"]
    guidance, *suggestions, done = answer(worker, face_request)
    assert isinstance(guidance, GuidanceReply) and len(guidance.pixels) == 64 * 64 * 4
    assert guidance.curves and any(guidance.pixels)
    shown = [s for s in suggestions if isinstance(s, SuggestionReply)]
    assert [s.index for s in shown] == [0, 1, 2, 3] and len(shown) == len(suggestions)
    assert len({s.pixels for s in shown}) == 4, "the suggestions differ"
    assert shown[0].coverage > 0.6
    assert isinstance(done, Done) and done.hint == "" and done.times["encode"] > 0


def test_the_same_sketch_gives_the_same_bytes(
    worker: WorkerClient, pack_folder: Path, face_request: SuggestRequest
) -> None:
    first = answer(worker, face_request)[:-1]
    answer(worker, replace(face_request, seed=5))
    assert answer(worker, face_request)[:-1] == first
    with WorkerClient(serve_command(str(pack_folder))) as another:
        assert answer(another, face_request)[:-1] == first


def test_an_empty_sketch_gets_a_hint_and_no_suggestion(
    worker: WorkerClient, face_request: SuggestRequest
) -> None:
    guidance, done = answer(worker, replace(face_request, ink=bytes(128 * 128)))
    assert isinstance(guidance, GuidanceReply) and not guidance.curves and not any(guidance.pixels)
    assert isinstance(done, Done) and "Draw a stroke" in done.hint


def test_older_sketches_are_dropped_but_no_render(
    worker: WorkerClient, face_request: SuggestRequest
) -> None:
    best = answer(worker, face_request)[1]
    assert isinstance(best, SuggestionReply)
    burst = b""
    for id_ in range(10, 30):
        burst += encode(replace(face_request, id=id_))
        burst += encode(RenderRequest(100 + id_, 16, best.portrait))
    worker.send_bytes(burst)
    replies = [worker.receive()]
    while not (isinstance(replies[-1], Done) and replies[-1].id == 29):
        replies.append(worker.receive())
    finished = [r.id for r in replies if isinstance(r, Done)]
    rendered = [r.id for r in replies if isinstance(r, RenderReply)]
    assert len(finished) < 10 and finished[-1] == 29
    assert rendered == list(range(110, 130))


def test_colours_come_from_the_reference(
    worker: WorkerClient, face_request: SuggestRequest
) -> None:
    rose, mint = (
        answer(worker, replace(face_request, reference=name))[1] for name in ("rose", "mint")
    )
    assert isinstance(rose, SuggestionReply) and isinstance(mint, SuggestionReply)
    assert rose.pixels != mint.pixels and rose.coverage == mint.coverage
    (error,) = answer(worker, replace(face_request, reference="moss"))
    assert isinstance(error, ErrorReply) and "rose, mint" in error.message


def test_colours_that_nobody_chose_differ(
    worker: WorkerClient, face_request: SuggestRequest
) -> None:
    """Each suggestion wears another reference, just as if it had been chosen."""

    def suggested(request: SuggestRequest) -> list[SuggestionReply]:
        return [r for r in answer(worker, request) if isinstance(r, SuggestionReply)]

    varied = suggested(replace(face_request, reference="", count=3))
    assert [s.reference for s in varied] == ["rose", "mint", "rose"]
    chosen = {
        name: suggested(replace(face_request, reference=name, count=3)) for name in ("rose", "mint")
    }
    for i, suggestion in enumerate(varied):
        assert suggestion == chosen[suggestion.reference][i]
    others = suggested(replace(face_request, reference="", count=3, seed=1))
    assert [s.reference for s in others] == ["mint", "rose", "mint"], "the next ones"


@pytest.mark.parametrize(
    "bad",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        encode(SuggestRequest(2, 128, 128, bytes(128 * 128)))[:-5],
        pack_frame({"kind": "suggest", "id": 2}, bytes(3 << 20))[:100_000],
        pack_frame({"kind": "dance", "id": 2}),
        pack_frame({"kind": "done", "id": 2, "hint": "", "times": {}}),
        pack_frame({"kind": "suggest", "id": 2, "width": "1"}),
        encode(SuggestRequest(2, 128, 128, b"short")),
        encode(SuggestRequest(2, 128, 128, bytes(128 * 128), guidance_side=10**9)),
        encode(RenderRequest(2, 16, b"no portrait")),
        encode(RenderRequest(2, 10**6, b"")),
    ],
    ids=lambda bad: repr(bad[:24]),
)
def test_it_lives_on_after_bad_frames(
    worker: WorkerClient, face_request: SuggestRequest, bad: bytes
) -> None:
    worker.send_bytes(bad)
    worker.send(face_request)
    first = worker.receive()
    assert isinstance(first, ErrorReply) and first.message
    while not isinstance(reply := worker.receive(), Done):
        assert not isinstance(reply, ErrorReply)


def test_the_end_of_stdin_ends_it(pack_folder: Path, face_request: SuggestRequest) -> None:
    worker = WorkerClient(serve_command(str(pack_folder)))
    worker.send(face_request)
    assert worker.close() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="niceness is POSIX")
def test_it_gives_way_to_krita(worker: WorkerClient) -> None:
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, worker.process.pid) > mine or mine == 19


def test_a_missing_pack_is_explained_through_the_pipe() -> None:
    with pytest.raises(WorkerProcessError, match="no model pack 'nowhere'"):
        WorkerClient(serve_command("nowhere"), stderr=subprocess.DEVNULL)


def test_stray_prints_cannot_get_between_frames() -> None:
    script = (
        "import os; from worker.serving.standard_streams import claim; pipes = claim();"
        "print('stray', flush=True); os.system('echo stray'); pipes.write(b'frame')"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert result.stdout == b"frame" and result.stderr.count(b"stray") == 2
