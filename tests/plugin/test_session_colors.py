"""Whose colours suggestions wear."""

from __future__ import annotations

from krita_anifaceplugin.protocol import (
    ErrorReply,
    Hello,
    PictureReply,
    PictureRequest,
    RenderReply,
)
from krita_anifaceplugin.session.state import Reference
from krita_anifaceplugin.texts.phrase import SILENCE
from tests.plugin.session_bench import REFERENCES, Bench


def varied() -> tuple[Bench, int]:
    """A sketch with its answer, in colours that vary."""
    bench = Bench()
    bench.session.receive(Hello(1, "w", "p", [], REFERENCES))
    request = bench.draw(100)
    bench.answer(request)
    return bench, request


def test_variations_wear_what_the_chosen_one_does() -> None:
    bench, request = varied()
    assert bench.sent[-1].reference == "", "nobody chose colours"
    bench.session.more_like_this(1)
    assert bench.sent[-1].reference == "sky"
    bench.session.change_settings(reference="honey")
    again = bench.sent[-1]
    assert again.reference == "honey", "chosen since"
    assert again.around == f"styles {request} 1", "still variations of the same one"
    bench.draw(150)
    assert (bench.sent[-1].around, bench.sent[-1].reference) == ("", "honey")
    bench.session.change_settings(reference="")
    assert bench.sent[-1].reference == ""


def test_other_guidance_keeps_the_variations() -> None:
    bench, request = varied()
    bench.session.more_like_this(2)
    bench.session.change_settings(guidance="detailed")
    assert bench.sent[-1].around == f"styles {request} 2" and bench.sent[-1].reference == "honey"


def test_the_recipe_names_the_colours_that_were_seen() -> None:
    bench, _ = varied()
    bench.session.accept(1)
    bench.session.change_settings(reference="honey")
    bench.session.receive(RenderReply(bench.sent[-2].id, 100, bytes(40_000)))
    assert bench.accepted[0].name.endswith(", Sky)"), bench.accepted[0].name


def test_colours_of_a_picture_of_ones_own() -> None:
    bench = Bench()
    session = bench.session
    session.receive(Hello(1, "w", "p", [], [["rose", "Rose", ""]], picture_side=8))
    bench.answer(bench.draw(100))
    session.read_picture(bytes(256), b"png")
    request = bench.sent[-1]
    assert isinstance(request, PictureRequest) and request.side == 8 and session.state.reading
    session.receive(PictureReply(request.id, "colours"))
    session.receive(PictureReply(request.id, "colours"))
    assert bench.pictures == [(b"png", "colours")] and not session.state.reading
    session.set_own_references((Reference("own-1", "", b"png", "colours"),))
    session.change_settings(reference="own-1")
    assert (bench.sent[-1].reference, bench.sent[-1].colors) == ("", "colours")
    session.change_settings(reference="rose")
    assert (bench.sent[-1].reference, bench.sent[-1].colors) == ("rose", "")
    session.change_settings(reference="own-1")
    session.receive(Hello(1, "w", "another", [], [["sky", "Sky", ""]]))
    session.ask_again()
    assert (bench.sent[-1].reference, bench.sent[-1].colors) == ("", ""), "never another pack's"
    session.read_picture(bytes(256), b"png")
    session.receive(ErrorReply(bench.sent[-1].id, "request", "No."))
    assert not session.state.reading and session.state.notice
    session.tell(SILENCE)
    assert not session.state.notice
