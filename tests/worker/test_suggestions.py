"""Drafts: what is drawn stays, what is open varies, what is shown differs."""

from __future__ import annotations

import numpy as np

from models.portrait.portrait import Portrait
from tests.worker import tiny_pack
from worker import suggestions

ROLES = ("layout", "eyes.shape", "face.shape", "eyes.detail", "face.detail")


def portrait(shift: float) -> Portrait:
    slots = np.ones(len(tiny_pack.TABLE.slots), np.float32)
    return Portrait(tiny_pack.FACE + np.float32(shift), slots, slots, tiny_pack.PAINTS)


def test_parts_that_are_drawn_stay_put_and_the_head_with_them() -> None:
    spread = np.ones((5, 3), np.float32)
    damped = suggestions.damped_spread(spread, ROLES, {"eyes": 1.0, "face": 0.0})
    layout, eyes, face, eyes_detail, face_detail = damped[:, 0]
    assert eyes == eyes_detail == layout < 0.2
    assert face == face_detail == 1
    assert (suggestions.damped_spread(spread, ROLES, {}, finished=0.75) == 0.25).all()


def test_a_draw_depends_on_its_seed_and_number_alone() -> None:
    styles, spread = np.zeros((5, 3), np.float32), np.ones((5, 3), np.float32)
    few, many = (suggestions.draws(styles, spread, 7, count) for count in (2, 6))
    assert (few == many[:2]).all() and not (many[0] == many[1]).any()
    assert not (suggestions.draws(styles, spread, 8, 2) == few).any()
    assert suggestions.draws(styles, spread, 7, 0).shape == (0, 5, 3)


def test_coverage_comes_first_and_twins_are_not_shown_twice() -> None:
    first = portrait(0)
    drafts = [portrait(0.0), portrait(0.02), portrait(0.0201), portrait(-0.02)]
    assert suggestions.choose(first, drafts, [0.2, 0.9, 0.2, 0.2], 1) == [1]
    assert suggestions.choose(first, drafts, [0.8, 0.82, 0.81, 0.8], 2) == [1, 3]
    assert sorted(suggestions.choose(first, drafts, [0.5] * 4, 9)) == [0, 1, 2, 3]
    whole = suggestions.choose(first, drafts, [0.8, 0.82, 0.81, 0.8], 2, finished=1.0)
    assert whole == [1, 2], "of a whole drawing, only what fits it counts"
