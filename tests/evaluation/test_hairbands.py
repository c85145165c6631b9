"""A hairband, whose two lines hair explains as well, is worn where it was drawn."""

from __future__ import annotations

from worker.evaluation.examination import open_subject
from worker.evaluation.held_out import held_out
from worker.evaluation.sketching import CLEAN, draw
from worker.home import SOURCE_PACKS

#: Held-out people who wear one, and some who do not.
WITH, WITHOUT = (5, 7, 14, 24, 25), (4, 6, 13, 26, 27)


def test_it_is_worn_by_those_who_were_drawn_with_one() -> None:
    subject = open_subject(SOURCE_PACKS / "default")
    table = subject.pack.table
    band = list(table.slots_in(["band"]))
    people = held_out(subject.pack, subject.networks, max(WITH + WITHOUT) + 1).people

    def worn(number: int) -> bool:
        drawn = draw(people[number], table.parts, CLEAN, 1.0)
        (best,) = subject.answer(drawn.ink, 1).suggestions
        return bool((best.presence[band] >= 0.5).any())

    assert all((people[n].portrait.presence[band] >= 0.5).any() for n in WITH)
    assert sum(worn(n) for n in WITH) >= 4
    assert not any(worn(n) for n in WITHOUT)
