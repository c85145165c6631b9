"""The translation table: whole in every language, and chosen by Krita's own."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Formatter

import pytest

from krita_anifaceplugin.texts.phrase import SILENCE, phrase
from krita_anifaceplugin.texts.table import ENGLISH, LANGUAGES, Texts, choose

PLUGIN = Path(__file__).resolve().parents[2] / "krita_anifaceplugin"
TABLE = LANGUAGES[ENGLISH][1]
#: What builds a key from a value, with every value it can take.
BUILT = {
    "guidance.": {"off", "rough", "detailed", "off.tip", "rough.tip", "detailed.tip"},
    "place.": {"canvas", "layer", "canvas.tip", "layer.tip"},
    "references.from_": {"file", "layer", "selection"},
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_its_placeholders(language: str) -> None:
    texts = LANGUAGES[language][1]
    assert list(texts) == list(TABLE), "the same keys, in the same order"
    for key, text in texts.items():
        assert text.strip() == text and text, key
        assert placeholders(text) == placeholders(TABLE[key]), key


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {ENGLISH}))
def test_nothing_was_left_in_english(language: str) -> None:
    texts = LANGUAGES[language][1]
    same = {k for k in TABLE if texts[k] == TABLE[k] and re.sub(r"{\w+}", "", TABLE[k]).strip()}
    loan = {k for k in same if k.partition(".")[0] in ("reference", "worker", "options", "menu")}
    assert not same - loan, "only names and units are the same"
    assert len(loan) <= 6, loan


def keys_in_code() -> set[str]:
    """Every literal of the plugin that has the form of a key."""
    found = set()
    for path in PLUGIN.rglob("*.py"):
        if path.parent.name != "texts":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


def test_every_text_is_used() -> None:
    used = keys_in_code() | {start + end for start, ends in BUILT.items() for end in ends}
    names = {k for k in TABLE if k.startswith(("part.", "reference."))}
    assert not set(TABLE) - used - names


def test_phrases_nest_and_silence_says_nothing() -> None:
    reason = phrase("worker.stopped", code=3)
    whole = phrase("worker.restarting", reason=reason, seconds=2)
    assert Texts().of(whole) == "The worker stopped (code 3). Starting again in 2 s…"
    assert "Code 3" in Texts("de").of(whole)
    assert Texts("ja").of(SILENCE) == "" and not SILENCE and whole
    assert phrase("a", x=1, y=2) == phrase("a", y=2, x=1)


def test_names_of_another_model_are_left_as_they_are() -> None:
    texts = Texts("fr")
    assert texts.name("part", "eyes") == "Yeux" and texts.name("part", "wings") == "Wings"
    assert texts.name("reference", "dusk", "Dusk") == "Dusk"


@pytest.mark.parametrize(
    ("wanted", "preferred", "language"),
    [
        ("", ["de-DE", "en-US"], "de"),
        ("", ["fr_CA"], "fr"),
        ("", ["zh-Hans-CN"], "zh_CN"),
        ("", ["zh_CN"], "zh_CN"),
        ("", ["zh-Hant-TW", "ja-JP"], "ja"),
        ("", ["pt-BR", "es-ES"], "es"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("ja", ["de-DE"], "ja"),
        ("klingon", ["de-DE"], "de"),
    ],
)
def test_the_language_is_kritas_or_the_artists(
    wanted: str, preferred: list[str], language: str
) -> None:
    assert choose(wanted, preferred) == language


def test_the_action_file_names_every_action_without_a_key() -> None:
    root = ET.parse(PLUGIN / "krita_anifaceplugin.action").getroot()
    listed = {a.get("name"): a for a in root.iter("Action")}
    keys = {key.replace("action.", "aniface_"): key for key in TABLE if key.startswith("action.")}
    assert set(listed) == set(keys)
    for name, key in keys.items():
        assert listed[name].findtext("text") == TABLE[key] and not listed[name].findtext("shortcut")
