"""The measures say what they claim to, on answers whose worth is known beforehand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from models.portrait.lines import visible_lines
from worker.evaluation import measures
from worker.evaluation.answers import LineField, Subject
from worker.evaluation.examination import open_subject
from worker.evaluation.hand_drawn import followed
from worker.evaluation.held_out import Person, held_out
from worker.evaluation.sketch_page import sketch_files
from worker.evaluation.sketching import CLEAN, ROUGH, Case, draw
from worker.files import recording
from worker.home import SOURCE_PACKS


@pytest.fixture(scope="module")
def subject() -> Subject:
    return open_subject(SOURCE_PACKS / "default")


@pytest.fixture(scope="module")
def person(subject: Subject) -> Person:
    return held_out(subject.pack, subject.networks, 1).people[0]


@pytest.fixture(scope="module")
def case(subject: Subject, person: Person) -> Case:
    return draw(person, subject.pack.table.parts, CLEAN, 1.0)


@pytest.fixture(scope="module")
def truth(subject: Subject, case: Case) -> LineField:
    """Guidance that knows the portrait."""
    portrait = replace(case.person.portrait, points=case.points)
    lines = visible_lines(subject.pack.table, portrait)
    part = [subject.pack.table.parts.index(line.part) for line in lines]
    return LineField(
        np.concatenate([line.points for line in lines]),
        np.repeat(part, [len(line.points) for line in lines]),
    )


def test_adherence_is_whole_for_the_truth_and_nothing_for_what_lies_elsewhere(
    subject: Subject, case: Case, truth: LineField
) -> None:
    parts = subject.pack.table.parts
    assert measures.adherence(case, truth, parts) > 0.98
    away = replace(truth, points=truth.points + 2)
    assert measures.adherence(case, away, parts) == 0
    wrong = replace(truth, part=np.full_like(truth.part, parts.index("nose")))
    assert measures.adherence(case, wrong, parts) < 0.05


def test_a_rough_hand_strays_and_a_clean_one_does_not(
    subject: Subject, person: Person, truth: LineField
) -> None:
    rough = draw(person, subject.pack.table.parts, ROUGH, 1.0)
    assert 0.6 < measures.adherence(rough, truth, subject.pack.table.parts) < 0.98


def test_errors_are_of_what_is_not_drawn(subject: Subject, person: Person) -> None:
    table = subject.pack.table
    early, late = (draw(person, table.parts, CLEAN, c) for c in (0.25, 0.75))
    open_early, open_late = (measures.open_slots(c, table) for c in (early, late))
    assert open_late < open_early
    assert measures.contour_error(early.points, early, open_early, table) == 0
    shifted = measures.contour_error(early.points + 0.03, early, open_early, table)
    assert shifted == pytest.approx(0.03 * 2**0.5, rel=1e-3)
    assert measures.contour_error(early.points, early, (), table) is None


def test_movement_leaves_out_what_was_touched(subject: Subject, person: Person) -> None:
    table, before = subject.pack.table, person.portrait
    eyes = table.parts.index("eyes")
    moved = before.points.copy()
    moved[(table.part_of_slot == eyes)[table.slot_of_point]] += 0.1
    after = replace(before, points=moved)
    assert max(measures.movements(before, after, (), table)) > 0.1
    assert max(measures.movements(before, after, (eyes,), table)) == 0
    assert measures.pairwise_distance([before, before], table) == 0
    assert measures.pairwise_distance([before, after], table) > 0


def test_strokes_in_another_order_make_the_same_picture(case: Case) -> None:
    first = np.frombuffer(case.ink_in_order(), np.uint8).astype(int)
    other = np.frombuffer(case.ink_in_order(np.random.default_rng(1)), np.uint8).astype(int)
    assert np.abs(first - other).max() <= 3 and (first > 0).sum() > 500


def test_guidance_lies_on_what_hands_drew_and_more_so_when_fitted(subject: Subject) -> None:
    # The model card has the figures of the whole set.
    some = [recording.load(path) for path in sketch_files()[::6]]
    fitted, alone = (followed(subject, some, fit=fit)[1.0] for fit in (True, False))
    assert fitted > 0.8
    assert fitted > alone + 0.05


def test_a_mouth_counts_once_it_is_drawn_and_is_kept_by_the_truth(
    subject: Subject, person: Person, case: Case
) -> None:
    table, jaw = subject.pack.table, subject.pack.table.slots_of["jaw line"][0]
    there = replace(person.portrait, presence=person.portrait.presence.copy())
    assert measures.mouth_kept(case, there, table) in ((True, True), (False, False))
    there.presence[jaw] = 1 - np.round(there.presence[jaw])
    assert measures.mouth_kept(case, there, table) in ((True, False), (False, True))
    early = draw(person, table.parts, CLEAN, 0.02)
    assert measures.mouth_kept(early, person.portrait, table) is None
