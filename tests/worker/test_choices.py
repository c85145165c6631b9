"""What an artist can ask for beside the sketch: more like one, others, colours of a picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from krita_anifaceplugin.protocol import PictureRequest, SuggestionReply, SuggestRequest
from tests.worker import tiny_pack
from worker.answering import variations
from worker.errors import RequestError
from worker.packs.pack import load
from worker.serving.engine import Engine
from worker.serving.sent_styles import from_text, to_text


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("packs") / "reading"
    return Engine(load(tiny_pack.write(folder, teacher=True)))


def suggestions(engine: Engine, request: SuggestRequest) -> list[SuggestionReply]:
    return [r for r in engine.answer(request) if isinstance(r, SuggestionReply)]


def picture(blue: int, green: int, red: int) -> PictureRequest:
    side = tiny_pack.PICTURE_SIDE
    return PictureRequest(1, side, bytes((blue, green, red, 255)) * side**2)


def test_more_like_one_begins_with_it_and_stays_near(
    engine: Engine, face_request: SuggestRequest
) -> None:
    first, *others = suggestions(engine, replace(face_request, count=5))
    chosen = others[-1]
    around = replace(face_request, around=chosen.styles)
    itself, *more = suggestions(engine, around)
    assert itself.styles == chosen.styles and len({m.pixels for m in more}) == len(more)
    assert suggestions(engine, around)[1:] == more, "the same question, the same answer"
    assert suggestions(engine, replace(around, seed=1))[1:] != more
    shape = (tiny_pack.STRUCTURE, tiny_pack.STYLE_SIZE)
    middle, guess = from_text(chosen.styles, shape), from_text(first.styles, shape)

    def far(one: SuggestionReply, two: np.ndarray) -> float:
        return float(np.abs(from_text(one.styles, shape) - two).mean())

    variants = np.mean([far(m, middle) for m in more])
    assert 0 < variants < np.mean([far(o, guess) for o in others])


def test_a_variation_keeps_most_parts() -> None:
    roles = tiny_pack.ROLES[: tiny_pack.STRUCTURE]
    styles = np.zeros((len(roles), 4), np.float32)
    one = np.ones_like(styles)
    found = variations.draws(
        styles, one, roles, lambda rng: rng.standard_normal(one.shape, np.float32), 0, 40
    )
    moved = np.abs(found).mean(axis=2) > 0.25
    assert not moved[:, 0].any(), "the head as a whole stays"
    assert 0.2 < moved[:, 1:].mean() < 0.5


def test_colours_of_a_picture(engine: Engine, face_request: SuggestRequest) -> None:
    assert engine.hello().picture_side == tiny_pack.PICTURE_SIDE
    read = [engine.read_picture(picture(*color)).styles for color in ((250, 0, 0), (0, 0, 250))]
    whole = from_text(read[0], (len(tiny_pack.ROLES), tiny_pack.STYLE_SIZE))
    assert whole[-1] == pytest.approx([0, 0, 250 / 255, 1], abs=1e-3), "red, green, blue"
    one, two = (suggestions(engine, replace(face_request, colors=text))[0] for text in read)
    assert one.pixels != two.pixels and one.coverage == two.coverage
    with pytest.raises(RequestError, match="16 x 16"):
        engine.read_picture(PictureRequest(1, 8, bytes(4 * 64)))


def test_a_pack_without_a_teacher_says_so(pack_folder: Path, face_request: SuggestRequest) -> None:
    plain = Engine(load(pack_folder))
    assert plain.hello().picture_side == 0
    with pytest.raises(RequestError, match="cannot read pictures"):
        plain.read_picture(picture(0, 0, 0))


@pytest.mark.parametrize("text", ["???", "AAAA", to_text(np.full((12, 4), np.nan, np.float32))])
def test_styles_of_another_model_are_refused(
    engine: Engine, face_request: SuggestRequest, text: str
) -> None:
    for request in (replace(face_request, around=text), replace(face_request, colors=text)):
        with pytest.raises(RequestError):
            suggestions(engine, request)
