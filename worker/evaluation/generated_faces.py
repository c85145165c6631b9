"""Does the detector know the generator's people as well as the atelier's?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.atelier.people.sampling import draw_people
from models.atelier.portraits import portraits
from models.portrait.portrait import Portrait
from worker.evaluation.answers import Subject
from worker.evaluation.faces import share_of_faces
from worker.evaluation.held_out import made_here
from worker.packs.inference import Mapping

#: Apart from the seeds of training, and of people to sketch.
_SEED = 3_000_017
#: Portraits drawn and looked at together: their pictures lie in memory.
_AT_ONCE = 100


def faces_of_generated(subject: Subject, people: int) -> dict[str, float]:
    """Shares of portraits in which exactly one whole face is found, of the same ``people`` as the
    pack's generator (``generated``) and as the atelier (``atelier``) draws them; nothing for a
    pack that was made with another atelier.

    Raises:
        EvaluationError: there is no detector.
    """
    mapping = Mapping(subject.pack)
    if people < 1 or not made_here(subject.pack, mapping):
        return {}
    z = draw_people(np.random.default_rng(_SEED), people)
    generated = list(subject.networks.synthesise_each(mapping.styles(z)))
    return {
        "generated": _share(subject, generated),
        "atelier": _share(subject, list(portraits(z))),
    }


def _share(subject: Subject, drawn: Sequence[Portrait]) -> float:
    chunks = [drawn[at : at + _AT_ONCE] for at in range(0, len(drawn), _AT_ONCE)]
    found = sum(share_of_faces(subject.pack.table, chunk) * len(chunk) for chunk in chunks)
    return found / len(drawn)
