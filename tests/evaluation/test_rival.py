"""Two packs are measured on the same sketches, in one table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worker.evaluation.errors import EvaluationError
from worker.evaluation.examination import examine, open_subject
from worker.evaluation.figures import table
from worker.home import SOURCE_PACKS


def test_a_rival_answers_the_same_sketches() -> None:
    subject = open_subject(SOURCE_PACKS / "default")
    figures = examine(subject, 1, rival=subject, with_faces=False, with_cost=False)
    own, theirs = figures["by_completion"], figures["rival"]["by_completion"]
    assert theirs["fit_rough"] == own["fit_rough"] and theirs["open_error"] == own["open_error"]
    assert table(figures).count("the other pack's") == 7


def test_packs_of_other_shapes_are_refused() -> None:
    subject = open_subject(SOURCE_PACKS / "default")
    fewer = replace(subject.pack.table, layers=subject.pack.table.layers[:1])
    other = replace(subject, pack=replace(subject.pack, table=fewer))
    with pytest.raises(EvaluationError, match="different shapes"):
        examine(subject, 1, rival=other, with_faces=False, with_cost=False)
