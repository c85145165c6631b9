"""kritarc: the plugin is turned on and off, and no other byte changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from worker.setup import kritarc

OTHERS = (
    b"[theme]\nTheme=Krita dark\n\n[python]\nenable_tenbrushes=true\n\n[z]\nname=\xfcml\xe4ut\n"
)
FILES = {
    "none": None,
    "empty": b"",
    "no group": b"FirstRun=false\n[theme]\nTheme=Krita dark\n",
    "no last line end": b"[theme]\nTheme=Krita dark",
    "Windows line ends": b"[theme]\r\nTheme=Krita dark\r\n",
    "group in the middle, not UTF-8": OTHERS,
    "group last, no line end": b"[theme]\nTheme=x\n\n[python]",
    "turned off": b"[python]\nenable_krita_anifaceplugin=false\nenable_a=true",
    "entry of another group": b"[other]\nenable_krita_anifaceplugin=true\n",
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_on_and_off_again_gives_the_same_bytes(content: bytes | None) -> None:
    changed, edit = kritarc.enable(content)
    assert kritarc.is_enabled(changed)
    assert kritarc.enable(changed)[0] == changed
    assert kritarc.disable(changed, edit) == content


def test_what_krita_writes_in_between_is_kept() -> None:
    changed, edit = kritarc.enable(b"[theme]\nTheme=Krita dark\n")
    krita_saved = b"[MainWindow]\nx=1\n\n" + changed.replace(b"dark", b"light") + b"\n[z]\nb=2\n"
    after = kritarc.disable(krita_saved, edit)
    assert after is not None
    assert after.split() == b"[MainWindow] x=1 [theme] Theme=Krita light [z] b=2".split()


def test_a_group_in_which_krita_has_put_something_stays() -> None:
    changed, edit = kritarc.enable(None)
    after = kritarc.disable(changed + b"enable_other=true\n", edit)
    assert after == b"[python]\nenable_other=true\n"


def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles-kritarc", tmp_path / "kritarc"
    real.write_bytes(OTHERS)
    link.symlink_to(real)
    kritarc.write(link, kritarc.enable(OTHERS)[0])
    assert link.is_symlink() and kritarc.is_enabled(real.read_bytes())
