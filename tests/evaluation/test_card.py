"""Figures go into the card, and the pack stays whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from worker.evaluation.card import CARD, write_figures
from worker.evaluation.errors import EvaluationError
from worker.home import SOURCE_PACKS
from worker.packs.pack import load


def test_figures_are_replaced_and_the_pack_stays_whole(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(SOURCE_PACKS / "default", pack)
    before = (pack / CARD).read_text(encoding="utf-8")
    for table in ("first 1.0", "second \\1 2.0"):
        write_figures(pack, table)
        load(pack, verify_all=True)
    after = (pack / CARD).read_text(encoding="utf-8")
    assert "second \\1 2.0" in after and "first 1.0" not in after
    assert after.count("## ") == before.count("## ")
    assert after.partition("## Figures")[0] == before.partition("## Figures")[0]


def test_a_card_without_a_place_for_them_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no card"):
        write_figures(tmp_path, "table")
