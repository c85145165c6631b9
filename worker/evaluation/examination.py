"""The whole examination of a pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from models.portrait.portrait import Portrait
from worker.evaluation import measures
from worker.evaluation.answers import Answer, Subject
from worker.evaluation.cost import cost
from worker.evaluation.errors import EvaluationError
from worker.evaluation.faces import share_of_faces
from worker.evaluation.figures import Figures
from worker.evaluation.generated_faces import faces_of_generated
from worker.evaluation.held_out import HeldOut, held_out
from worker.evaluation.order import Ordered, ordered, summary
from worker.evaluation.sketching import COMPLETIONS, HANDS, Case, draw
from worker.packs.inference import Networks
from worker.packs.pack import load
from worker.serving.engine import Engine

#: The contours that are drawn last, whose error is followed over the whole of a sketch.
_LAST = 0.75
_ORDERED_AT = (0.5, 1.0)


def open_subject(folder: Path) -> Subject:
    """A pack ready to be examined. Raises PackError where it cannot be loaded."""
    pack = load(folder)
    engine = Engine(pack)
    engine.warm_up()
    return Subject(pack, engine, Networks(pack))


def examine(
    subject: Subject,
    people: int,
    *,
    rival: Subject | None = None,
    with_faces: bool = True,
    with_cost: bool = True,
    portraits: int = 0,
    told: Callable[[], object] = lambda: None,
) -> Figures:
    """Measure a pack on ``people`` held-out people; ``told`` is called after each of them.

    ``rival`` answers the same sketches of the same people. The detector looks at ``portraits`` of
    other people, as the generator and as the atelier draw them.

    Raises:
        EvaluationError: the rival draws other shapes, so that errors would not compare.
    """
    if rival and rival.pack.table.slots != subject.pack.table.slots:
        raise EvaluationError("the two packs draw different shapes, so they cannot be compared")
    crowd = held_out(subject.pack, subject.networks, people)
    found, theirs = _Findings(subject), _Findings(rival) if rival else None
    for person in crowd.people:
        for completion in COMPLETIONS:
            cases = {
                name: draw(person, subject.pack.table.parts, hand, completion)
                for name, hand in HANDS.items()
            }
            found.look(completion, cases)
            if theirs:
                theirs.look(completion, cases)
        told()
    notes: list[str] = []
    by_completion = found.means()
    generator = _fidelity(crowd, subject)
    if with_faces:
        try:
            by_completion["faces"] = found.faces(crowd)
            generator |= faces_of_generated(subject, portraits)
        except EvaluationError as error:
            notes.append(str(error))
    if crowd.atelier is None:
        notes.append("the pack was made with another atelier: the generator is not compared")
    finished = draw(crowd.people[0], subject.pack.table.parts, HANDS["clean"], 1.0)
    variety = by_completion["variety"]
    return {
        "pack": subject.pack.name,
        "people": people,
        "completions": [_key(c) for c in COMPLETIONS],
        "by_completion": by_completion,
        "rival": {"by_completion": theirs.means()} if theirs else {},
        "generator": generator,
        "order": found.order(),
        "movement": found.movement(),
        "variety_ratio": variety["10"] / max(variety["100"], 1e-9),
        "cost": cost(subject, finished) if with_cost else {},
        "notes": notes,
    }


class _Findings:
    """Collects what is measured, by name and completion."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._table = subject.pack.table
        self._values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        self._suggested: dict[str, list[Portrait]] = defaultdict(list)
        self._ordered: list[Ordered] = []
        (average,) = subject.networks.synthesise(subject.pack.mean_styles[None])
        self._average = average

    def look(self, completion: float, cases: Mapping[str, Case]) -> None:
        """Measure everything on one person's sketches at one stage."""
        for name, case in cases.items():
            count = 4 if name == "rough" else 1
            answer = self._subject.answer(case.ink, count)
            if not answer.suggestions:  # too little ink to say anything
                continue
            self._add(f"fit_{name}", completion, self._adherence(case, answer.guidance))
            mouth = measures.mouth_kept(case, answer.suggestions[0], self._table)
            if mouth is not None:
                kind = "open" if mouth[0] else "shut"
                self._add(f"mouth_{kind}", completion, float(mouth[0] == mouth[1]))
            for kind, lines in (
                ("unfitted", self._subject.unfitted(case.ink)),
                ("networks", self._subject.by_networks(case.ink)),
            ):
                self._add(f"{kind}_{name}", completion, self._adherence(case, lines))
            if name == "rough":
                self._suggested[_key(completion)] += answer.suggestions
                self._errors(completion, case, answer)
                self._band(completion, case)
                variety = measures.pairwise_distance(answer.suggestions, self._table)
                self._add("variety", completion, variety)
            elif completion < 1:
                self._steadiness(completion, case, answer)
            if name == "clean" and completion in _ORDERED_AT:
                self._ordered.append(ordered(self._subject, case))

    def means(self) -> dict[str, dict[str, float]]:
        """Means by name and completion; of movements the median."""
        return {
            name: {
                key: float(np.median(v) if name == "movement" else np.mean(v))
                for key, v in rows.items()
            }
            for name, rows in self._values.items()
        }

    def movement(self) -> float | None:
        """Median over all stages; None where every line touched every part."""
        every = [moved for values in self._values["movement"].values() for moved in values]
        return float(np.median(every)) if every else None

    def faces(self, crowd: HeldOut) -> dict[str, float]:
        """Share of faces among suggestions against that among finished portraits."""
        control = share_of_faces(self._table, crowd.portraits)
        if not control:
            raise EvaluationError("the detector finds no face in finished portraits either")
        return {k: share_of_faces(self._table, p) / control for k, p in self._suggested.items()}

    def order(self) -> dict[str, float]:
        """Whether the order of strokes decides the answer, as ``order.summary`` has it."""
        return summary(self._ordered)

    def _add(self, name: str, completion: float, value: float | None) -> None:
        if value is not None:
            self._values[name][_key(completion)].append(value)

    def _adherence(self, case: Case, guidance: Any) -> float:
        return measures.adherence(case, guidance, self._table.parts)

    def _errors(self, completion: float, case: Case, answer: Answer) -> None:
        """Of what is not drawn yet; and of what is not drawn even at _LAST, at every stage."""
        found = answer.suggestions[0].points
        later = draw(case.person, self._table.parts, HANDS["rough"], _LAST)
        for name, slots, until in (
            ("open", measures.open_slots(case, self._table), 1.0),
            ("last", measures.open_slots(later, self._table), _LAST),
        ):
            if completion <= until:
                for who, points in (("error", found), ("average", self._average.points)):
                    error = measures.contour_error(points, case, slots, self._table)
                    self._add(f"{name}_{who}", completion, error)

    def _band(self, completion: float, case: Case) -> None:
        inside, all_ = measures.within_band(case, self._subject.read(case.ink))
        self._add("band_80", completion, inside / max(all_, 1))

    def _steadiness(self, completion: float, case: Case, answer: Answer) -> None:
        later = draw(case.person, self._table.parts, HANDS["clean"], completion, steps_later=1)
        drawing = case.person.drawing
        touched = {int(drawing.part[line]) for line in later.drawn_lines - case.drawn_lines}
        owner = case.sketch.strokes.line
        touched.add(int(drawing.part[owner[-1]]))  # the line under the pen goes on, too
        after = self._subject.answer(later.ink, count=1)
        if after.suggestions:
            first, second = answer.suggestions[0], after.suggestions[0]
            for moved in measures.movements(first, second, touched, self._table):
                self._add("movement", completion, moved)


def _fidelity(crowd: HeldOut, subject: Subject) -> dict[str, float]:
    """The generator against the atelier, on the same people."""
    if crowd.atelier is None:
        return {}
    table, wanted = subject.pack.table, crowd.atelier
    points = np.stack([p.points for p in crowd.portraits])
    presence = np.stack([p.presence for p in crowd.portraits])
    there = (wanted.presence >= 0.5)[:, table.slot_of_point]
    distance = np.hypot(*np.moveaxis(points - wanted.points, -1, 0))
    return {
        "points": float((distance * there).sum() / max(there.sum(), 1)),
        "presence": float(((presence >= 0.5) == (wanted.presence >= 0.5)).mean()),
    }


def _key(completion: float) -> str:
    return f"{round(100 * completion)}"
