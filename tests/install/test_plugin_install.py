"""Installing into a Krita's folders twice, and uninstalling: nothing else is touched."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from worker.setup import plugin, record, uninstall
from worker.setup.errors import FolderError
from worker.setup.places import PROJECT, Home, KritaFolders, aniface_home, krita_folders

KRITARC = b"[theme]\nTheme=Krita dark\n\n[python]\nenable_other=true\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "aniface")


@pytest.fixture
def krita(tmp_path: Path) -> KritaFolders:
    """A Krita in use: another plugin, a brush, settings."""
    resources, config = tmp_path / "data" / "krita", tmp_path / "config"
    (resources / "pykrita" / "other").mkdir(parents=True)
    (resources / "pykrita" / "other" / "__init__.py").write_text("")
    (resources / "paintoppresets").mkdir()
    config.mkdir()
    (config / "kritarc").write_bytes(KRITARC)
    return KritaFolders("Krita", resources, config / "kritarc")


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Every path below a folder; files with their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def test_installed_twice_and_taken_away(tmp_path: Path, home: Home, krita: KritaFolders) -> None:
    before = snapshot(tmp_path)
    plugin.install(PROJECT, krita, Path("/env/bin/python"), home)
    once = snapshot(tmp_path)
    plugin.install(PROJECT, krita, Path("/env/bin/python"), home)
    assert snapshot(tmp_path) == once

    assert plugin.is_installed(krita) and not plugin.differs(PROJECT, krita)
    worker = json.loads((krita.resources / "aniface" / "worker.json").read_text())
    assert worker["command"] == ["/env/bin/python", "-m", "worker", "serve"]
    assert worker["home"] == str(home.root)
    assert not list((krita.resources / "pykrita").rglob("__pycache__"))

    uninstall.uninstall(home, uninstall.where_installed(home), lambda line: None)
    assert snapshot(tmp_path) == before


def test_a_krita_never_started_leaves_no_folder(tmp_path: Path, home: Home) -> None:
    fresh = KritaFolders("Krita", tmp_path / "new" / "krita", tmp_path / "conf" / "kritarc")
    plugin.install(PROJECT, fresh, Path("python"), home)
    assert b"enable_krita_anifaceplugin=true" in fresh.kritarc.read_bytes()
    uninstall.uninstall(home, [fresh], lambda line: None)
    assert snapshot(tmp_path) == {}


def test_an_interrupted_installation_is_completed_or_taken_away(
    tmp_path: Path, home: Home, krita: KritaFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(tmp_path)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(plugin.os, "replace", stopped)
        plugin.install(PROJECT, krita, Path("python"), home)
    assert not plugin.is_installed(krita)
    plugin.install(PROJECT, krita, Path("python"), home)
    assert plugin.is_installed(krita) and not plugin.differs(PROJECT, krita)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(plugin.kritarc, "write", stopped)
        plugin.install(PROJECT, krita, Path("python"), home)
    uninstall.uninstall(home, uninstall.where_installed(home), lambda line: None)
    assert snapshot(tmp_path) == before


def test_the_environment_stays_while_another_krita_uses_it(
    tmp_path: Path, home: Home, krita: KritaFolders
) -> None:
    second = KritaFolders("Krita", tmp_path / "flatpak", tmp_path / "flatpak-rc", flatpak=True)
    for each in (krita, second):
        plugin.install(PROJECT, each, Path("python"), home)
    assert plugin.written_command(second)[:2] == ["flatpak-spawn", "--host"]
    (home.packs / "default").mkdir(parents=True)
    uninstall.uninstall(home, [krita], lambda line: None)
    assert (home.packs / "default").exists() and plugin.is_installed(second)
    uninstall.uninstall(home, [second], lambda line: None)
    assert not home.root.exists()


def test_packs_of_the_artist_are_kept(home: Home, krita: KritaFolders) -> None:
    plugin.install(PROJECT, krita, Path("python"), home)
    (home.packs / "mine").mkdir(parents=True)
    (home.packs / "default").mkdir()
    uninstall.uninstall(home, [krita], lambda line: None)
    assert [path.name for path in home.packs.iterdir()] == ["mine"]


def test_a_developers_linked_plugin_loses_only_the_link(
    tmp_path: Path, home: Home, krita: KritaFolders
) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "keep.py").write_text("")
    (krita.resources / "pykrita" / "krita_anifaceplugin").symlink_to(tree)
    plugin.install(PROJECT, krita, Path("python"), home)
    uninstall.uninstall(home, [krita], lambda line: None)
    assert (tree / "keep.py").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_an_unwritable_folder_is_named(home: Home, krita: KritaFolders) -> None:
    (krita.resources / "pykrita").chmod(0o500)
    with pytest.raises(FolderError, match="pykrita"):
        plugin.install(PROJECT, krita, Path("python"), home)


def test_a_file_where_a_folder_must_be_is_named(home: Home, krita: KritaFolders) -> None:
    (krita.resources / "aniface").write_text("")
    with pytest.raises(FolderError, match="aniface"):
        plugin.install(PROJECT, krita, Path("python"), home)


def test_kritas_are_found_where_each_system_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert krita_folders({}, "linux")[0].resources == tmp_path / ".local/share/krita"
    sandbox = tmp_path / ".var/app/org.kde.krita"
    (sandbox / "data" / "krita").mkdir(parents=True)
    (found,) = krita_folders({}, "linux")
    assert found.flatpak and found.kritarc == sandbox / "config" / "kritarc"
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "kritarc").write_text(f"ResourceDirectory={moved}\n[theme]\n")
    assert krita_folders({}, "linux")[0].resources == moved
    mac = krita_folders({}, "darwin")[0]
    assert mac.resources == tmp_path / "Library/Application Support/krita"
    roaming = {"APPDATA": str(tmp_path / "R"), "LOCALAPPDATA": str(tmp_path / "L")}
    windows = krita_folders(roaming, "win32")[0]
    assert (windows.resources, windows.kritarc) == (tmp_path / "R/krita", tmp_path / "L/kritarc")


def test_installer_and_worker_mean_the_same_home(monkeypatch: pytest.MonkeyPatch) -> None:
    from worker import home as workers

    assert workers.home() == aniface_home().root
    monkeypatch.delenv("ANIFACE_HOME", raising=False)
    assert workers.home() == aniface_home().root


def test_a_record_that_cannot_be_read_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "installed.json").write_text('{"installed": [{"krita": 3}]}')
    assert record.load(tmp_path / "installed.json") == []
