"""Pictures of the docker: narrow and wide, light and dark, in every state."""

from __future__ import annotations

from collections.abc import Iterator

from tests.krita.krita_command import worker_command
from tests.krita.report.krita_run import KritaRunner
from tests.krita.report.line import NOT_RUN, NOTED, Line
from tests.krita.report.plan import Plan

NAME = "The docker's looks"
WHAT = "pictures of the docker at 200 and 400 px, light and dark, in every state"
ASKED = "to be looked at"


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """Nobody but an eye can judge them."""
    if not plan.pictures:
        yield Line(WHAT, ASKED, "left out of the quick report", NOT_RUN)
        return
    krita.run("states", worker_command(), seconds=300)
    folder = krita.out / "states"
    yield Line(WHAT, ASKED, f"{len(list(folder.glob('*.png')))} in {folder}", NOTED)
