"""The bundled pack is at least as good as it was when its figures were noted.

After a new pack: ``aniface evaluate --people 3 --no-faces --no-cost --json
tests/evaluation/default_pack.json``, with a look at what changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from worker.evaluation.examination import examine, open_subject
from worker.evaluation.figures import table
from worker.evaluation.sketch_page import sketch_files
from worker.evaluation.sketching import SIDE
from worker.files import recording
from worker.home import SOURCE_PACKS

NOTED = json.loads(Path(__file__).with_name("default_pack.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Slack:
    """How much worse a figure may be than noted: a share of it, or an amount."""

    share: float = 0.0
    amount: float = 0.0
    more_is_better: bool = True

    def met(self, noted: float, found: float) -> bool:
        room = abs(noted) * self.share + self.amount
        return found >= noted - room if self.more_is_better else found <= noted + room


SLACK = {
    "fit_clean": Slack(amount=0.02),
    "fit_rough": Slack(amount=0.03),
    "unfitted_clean": Slack(amount=0.03),
    "unfitted_rough": Slack(amount=0.03),
    "networks_clean": Slack(amount=0.04),
    "networks_rough": Slack(amount=0.04),
    "open_error": Slack(share=0.1, more_is_better=False),
    "last_error": Slack(share=0.1, more_is_better=False),
    "movement": Slack(share=0.3, amount=0.002, more_is_better=False),
    "variety": Slack(share=0.25),
}


@pytest.fixture(scope="module")
def figures() -> Mapping[str, Any]:
    subject = open_subject(SOURCE_PACKS / "default")
    return examine(subject, NOTED["people"], with_faces=False, with_cost=False)


@pytest.mark.parametrize("name", SLACK)
def test_it_got_no_worse(figures: Mapping[str, Any], name: str) -> None:
    for completion, noted in NOTED["by_completion"][name].items():
        found = figures["by_completion"][name][completion]
        assert SLACK[name].met(noted, found), f"{name} at {completion} %: {found}, was {noted}"


def test_it_knows_what_it_does_not_know(figures: Mapping[str, Any]) -> None:
    for completion, share in figures["by_completion"]["band_80"].items():
        assert 0.68 < share < 0.92, f"{share:.0%} of the true styles at {completion} %"


def test_it_beats_the_average_portrait(figures: Mapping[str, Any]) -> None:
    rows = figures["by_completion"]
    for completion in ("25", "50", "75"):
        assert rows["open_error"][completion] < 0.8 * rows["open_average"][completion]


def test_the_order_of_strokes_hardly_matters(figures: Mapping[str, Any]) -> None:
    # A canvas rounds crossing strokes by their order; what follows from that must stay small.
    assert figures["order"]["moved"] < 0.01


def test_the_generator_draws_what_the_atelier_does(figures: Mapping[str, Any]) -> None:
    found = figures["generator"]
    if not found:
        pytest.skip("; ".join(figures["notes"]))
    assert found["points"] < 0.003 and found["presence"] > 0.99


def test_the_table_shows_every_figure(figures: Mapping[str, Any]) -> None:
    text = table(figures)
    assert f"{100 * figures['by_completion']['fit_rough']['50']:.1f}" in text
    assert "10 %" in text and "100 %" in text


def test_kept_sketches_can_be_read_and_drawn() -> None:
    files = sketch_files()
    assert len(files) >= 24
    for path in files:
        drawn = recording.load(path)
        ink = np.frombuffer(drawn.ink(len(drawn.strokes), SIDE), np.uint8)
        assert (ink > 128).sum() > 100, path.name
