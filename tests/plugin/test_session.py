"""The session: what is asked, what is shown, and what is too late to be shown."""

from __future__ import annotations

from typing import Any

from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
from krita_anifaceplugin.protocol import (
    Done,
    ErrorReply,
    GuidanceReply,
    Hello,
    RenderReply,
    RenderRequest,
    SuggestionReply,
)
from krita_anifaceplugin.session.session import HINT_EMPTY
from krita_anifaceplugin.session.state import Place, Source
from krita_anifaceplugin.texts.phrase import SILENCE
from krita_anifaceplugin.texts.table import Texts
from tests.plugin.session_bench import CURVE, SOURCE, Bench, suggestion


def test_a_sketch_is_asked_once_and_answered() -> None:
    bench = Bench()
    request = bench.draw(200)
    bench.draw(200)
    assert len(bench.sent) == 1, "the same sketch is not asked twice"
    assert bench.session.state.busy
    bench.answer(request)
    state = bench.session.state
    assert not state.busy and len(state.suggestions) == 4
    assert state.guidance is not None and state.guidance.request == request


def test_early_guidance_gives_way_to_the_whole() -> None:
    bench = Bench()
    request = bench.draw(100)
    assert bench.sent[-1].guidance_early
    for curves in ([CURVE], [CURVE, dict(CURVE, points=[0, 1, 1, 0])]):
        bench.session.receive(GuidanceReply(request, "rough", curves))
        guidance = bench.session.state.guidance
        assert guidance is not None and len(guidance.curves) == len(curves)


def test_stale_answers_change_nothing() -> None:
    bench = Bench()
    old = bench.draw(100)
    new = bench.draw(200)
    before = bench.session.state
    bench.answer(old)
    assert bench.session.state == before
    bench.answer(new)
    other = Source("other", "layer", GuidanceFrame(0, 0, 100))
    bench.draw(200, other)
    assert bench.session.state.guidance is None and not bench.session.state.suggestions
    before = bench.session.state
    bench.answer(new)
    assert bench.session.state == before, "the other document's answer is not shown here"


def test_nothing_drawn_asks_nothing() -> None:
    bench = Bench()
    bench.answer(bench.draw(200))
    bench.draw(0)
    state = bench.session.state
    assert state.hint == HINT_EMPTY and not state.suggestions and state.guidance is None
    assert len(bench.sent) == 1


def test_old_suggestions_stay_until_replaced() -> None:
    bench = Bench()
    bench.answer(bench.draw(100))
    new = bench.draw(200)
    assert len(bench.session.state.suggestions) == 4
    bench.session.receive(suggestion(new, 0))
    assert [s.request == new for s in bench.session.state.suggestions] == [True] + [False] * 3
    bench.session.receive(Done(new, "", {}))
    assert [s.request for s in bench.session.state.suggestions] == [new]


def test_accept_renders_what_was_seen() -> None:
    bench = Bench()
    first = bench.draw(100)
    bench.answer(first)
    bench.session.select(2)
    bench.session.accept()
    render = bench.sent[-1]
    assert isinstance(render, RenderRequest)
    assert render.portrait == f"{first}-2".encode() and render.side == 100
    count = len(bench.sent)
    bench.session.accept()
    assert len(bench.sent) == count, "a key held down makes one layer"
    bench.answer(bench.draw(200))
    bench.session.receive(RenderReply(render.id, 100, bytes(40_000)))
    assert [a.source for a in bench.accepted] == [SOURCE]
    bench.session.receive(RenderReply(render.id, 100, bytes(40_000)))
    assert len(bench.accepted) == 1, "a portrait is inserted once"
    assert bench.session.state.accepting, "until it is a layer"
    bench.session.inserted()
    assert not bench.session.state.accepting
    bench.session.accept()
    bench.session.receive(RenderReply(bench.sent[-1].id, 100, b"too few"))
    assert bench.session.state.notice.key == "notice.damaged_portrait"
    assert not bench.session.state.accepting and len(bench.accepted) == 1


def test_settings_ask_again_where_they_matter() -> None:
    bench = Bench()
    bench.answer(bench.draw(100))
    bench.session.change_settings(opacity=0.3)
    assert len(bench.sent) == 1
    bench.session.change_settings(guidance="detailed")
    bench.session.change_settings(reference="rose")
    assert [getattr(r, "reference", "") for r in bench.sent] == ["", "", "rose"]
    bench.session.change_settings(guidance="off")
    assert bench.session.state.guidance is None
    bench.session.change_settings(guidance="nonsense", opacity=7)
    assert bench.session.state.settings.guidance == "off"


def test_damaged_and_hostile_answers_are_harmless() -> None:
    bench = Bench()
    request = bench.draw(100)
    curves: list[dict[str, Any]] = [
        {},
        {"points": "xx"},
        dict(CURVE, points=[0, 1, 2]),
        dict(CURVE, color="red"),
        dict(CURVE, points=[0, 0, 0.5, 16.1]),
        dict(CURVE, points=[0, 0, 0.5, float("nan")]),
        dict(CURVE, points=[0, 0, 0.5, 10**400]),
        dict(CURVE, alpha=float("nan")),
        CURVE,
        dict(CURVE, points=[15.9, -15.9] * 300),  # far, but not too far, and long
    ]
    bench.session.receive(GuidanceReply(request, "rough", curves))
    guidance = bench.session.state.guidance
    assert guidance is not None and [len(c.points) for c in guidance.curves] == [4, 600]
    bench.session.receive(SuggestionReply(request, 0, 99, b"", b"", 0, 0.0))
    bench.session.receive(SuggestionReply(request, 77, 2, bytes(16), b"", 0, 0.0))
    assert not bench.session.state.suggestions
    bench.session.receive(Hello(1, "w", "p", [["face"], ["eyes", "#000000"]], [["a"]]))
    assert [part.name for part in bench.session.state.parts] == ["eyes"]
    bench.session.receive(ErrorReply(request, "internal", "Something broke."))
    assert Texts().of(bench.session.state.notice) == "The worker says: Something broke."
    bench.session.receive(ErrorReply(request, "internal", "word " * 100_000))
    assert len(Texts().of(bench.session.state.notice)) < 600, "there is room for a notice, no book"
    assert not bench.session.state.busy


def test_more_like_this_and_others() -> None:
    bench = Bench()
    request = bench.draw(100)
    bench.answer(request)
    bench.session.more_like_this(2)
    more = bench.sent[-1]
    assert more.around == f"styles {request} 2" and more.ink == bench.sent[0].ink
    bench.answer(more.id)
    bench.session.others()
    others = bench.sent[-1]
    assert others.around == "" and others.seed != more.seed
    bench.answer(others.id)
    bench.draw(150)
    assert bench.sent[-1].seed == others.seed and bench.sent[-1].around == ""


def test_back_and_forward_stay_with_their_sketch() -> None:
    bench = Bench()
    requests = []
    for level in (100, 150, 200):
        requests.append(bench.draw(level))
        bench.answer(requests[-1])
    session = bench.session
    assert session.state.place == Place(3, 3)
    session.look(-1)
    assert {s.request for s in session.state.suggestions} == {requests[1]}
    session.accept(0)
    assert bench.sent[-1].portrait == f"{requests[1]}-0".encode(), "what is seen is accepted"
    session.look(-1)
    session.look(-1)
    assert session.state.place == Place(1, 3)
    session.look(1)
    assert {s.request for s in session.state.suggestions} == {requests[1]}
    bench.answer(bench.draw(220))
    assert session.state.place == Place(4, 4), "a new answer is where the docker stands"
    other = Source("other", "layer", GuidanceFrame(0, 0, 100))
    bench.answer(bench.draw(100, other))
    assert session.state.place == Place(1, 1)
    session.look(-1)
    assert session.state.place == Place(1, 1)
    bench.draw(230)
    assert session.state.place.count == 4, "the first sketch's past is still there"


def test_a_look_back_loses_nothing_of_the_answer_under_way() -> None:
    bench = Bench()
    bench.answer(bench.draw(100))
    bench.answer(bench.draw(150))
    new = bench.draw(200)
    bench.session.receive(suggestion(new, 0))
    bench.session.look(-1)
    for index in (1, 2, 3):
        bench.session.receive(suggestion(new, index))
    bench.session.receive(Done(new, "", {}))
    assert [s.request for s in bench.session.state.suggestions] == [new] * 4


def test_what_is_pinned_stays_chosen_and_in_view() -> None:
    bench = Bench()
    first = bench.draw(100)
    bench.answer(first)
    session = bench.session
    session.pin(1)
    session.pin(3)
    assert [p.index for p in session.state.pinned] == [1, 3]
    session.select(4)
    chosen = session.state.chosen
    bench.answer(bench.draw(200), count=2)
    assert session.state.chosen == chosen, "although the place of it moved"
    session.clear(SILENCE)
    assert session.state.pinned and session.state.shown == session.state.pinned
    bench.answer(bench.draw(200))
    session.accept(session.state.shown.index(session.state.pinned[0]))
    assert bench.sent[-1].portrait == f"{first}-1".encode()
    session.pin(session.state.selected)
    assert [p.index for p in session.state.pinned] == [3]


def test_next_and_previous_go_round() -> None:
    bench = Bench()
    bench.session.select_next(1)
    bench.answer(bench.draw(100))
    bench.session.pin(0)
    seen = []
    for _ in range(5):
        bench.session.select_next(1)
        seen.append(bench.session.state.selected)
    assert seen == [1, 2, 3, 4, 0]
    bench.session.select_next(-1)
    assert bench.session.state.selected == 4
