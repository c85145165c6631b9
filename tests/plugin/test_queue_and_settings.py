"""Which request goes out when, and settings that survive a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest

from krita_anifaceplugin.connection.request_queue import RequestQueue
from krita_anifaceplugin.connection.worker_command import (
    LARGE_PAGES,
    WorkerMissing,
    find_command,
    split_command,
    worker_environment,
)
from krita_anifaceplugin.diagnostics import impersonal
from krita_anifaceplugin.protocol import PictureRequest, RenderRequest, SuggestRequest
from krita_anifaceplugin.settings import Settings, SettingsFile
from krita_anifaceplugin.start import problem
from krita_anifaceplugin.texts.table import Texts


def suggest(number: int) -> SuggestRequest:
    return SuggestRequest(number, 1, 1, b"\0")


def test_one_in_flight_and_the_newest_waits() -> None:
    queue = RequestQueue()
    for number in (1, 2, 3):
        queue.put(suggest(number))
        if number == 1:
            assert queue.next() == suggest(1)
    assert queue.next() is None and queue.awaiting_answer
    queue.answered(1, whole=False)
    assert queue.next() == suggest(3), "the second was dropped"
    queue.answered(1, whole=True)
    assert queue.awaiting_answer, "a late end of the first is not the end of the third"
    queue.answered(3, whole=True)
    assert queue.next() is None and not queue.awaiting_answer


def test_renders_are_never_lost() -> None:
    queue = RequestQueue()
    renders = [RenderRequest(n, 8, b"") for n in (1, 2)]
    for render in renders:
        queue.put(render)
    assert queue.next() == renders[0]
    queue.put(suggest(3))
    assert queue.next() == suggest(3), "a sketch does not wait for a large picture"
    queue.lost()
    assert [queue.next(), queue.next()] == [renders[0], suggest(3)]
    queue.answered(1, whole=True)
    assert queue.next() == renders[1]


def test_a_dead_worker_is_asked_for_the_newest_only() -> None:
    queue = RequestQueue()
    queue.put(suggest(1))
    queue.next()
    queue.put(suggest(2))
    queue.lost()
    assert queue.next() == suggest(2) and queue.next() is None


def test_a_picture_waits_in_line_with_the_renders() -> None:
    queue = RequestQueue()
    queue.put(RenderRequest(1, 8, b""))
    queue.put(PictureRequest(2, 1, bytes(4)))
    assert queue.next() == RenderRequest(1, 8, b"") and queue.next() is None
    queue.answered(1, whole=True)
    assert queue.next() == PictureRequest(2, 1, bytes(4))
    queue.lost()
    assert queue.next() == PictureRequest(2, 1, bytes(4))


def test_settings_come_back(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "sub" / "settings.json")
    assert file.load() == Settings() and not file.trouble
    changed = Settings().with_values(guidance="detailed", opacity=0.25, on=False)
    changed = changed.with_values(favourites=("rose", "own-1"), worker_command="ssh box x")
    file.save(changed)
    assert file.load() == changed


@pytest.mark.parametrize("text", ["{", "[]", '"x"', "\0\0", "[" * 100_000])
def test_damaged_settings_are_put_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert "settings.json.broken" in Texts().of(file.trouble)
    assert SettingsFile(path).load() == Settings() and not SettingsFile(path).trouble, "said once"
    assert (tmp_path / "settings.json.broken").read_text() == text and not path.exists()


def test_single_bad_values_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        '{"on": "yes", "opacity": 2, "guidance": "detailed", "unknown": 1, "favourites": [1],'
        ' "self": 1}'
    )
    assert SettingsFile(path).load() == Settings(guidance="detailed")


def test_worker_command(tmp_path: Path) -> None:
    with pytest.raises(WorkerMissing, match="python3 install.py"):
        find_command(tmp_path, {})
    (tmp_path / "worker.json").write_text('{"command": ["py", "-m", "worker"], "home": "/h"}')
    command = find_command(tmp_path, {})
    assert command.argv == ("py", "-m", "worker")
    env = worker_environment(command, {"PYTHONPATH": "x", "LD_LIBRARY_PATH": "y", "LANG": "C"})
    assert env == {**LARGE_PAGES, "LANG": "C", "ANIFACE_HOME": "/h"}
    assert worker_environment(command, {"GLIBC_TUNABLES": "x"})["GLIBC_TUNABLES"] == "x"
    assert find_command(tmp_path, {"ANIFACE_WORKER": '["ssh", "box"]'}).argv == ("ssh", "box")
    assert find_command(tmp_path, {}, " ssh box 'a b' ").argv == ("ssh", "box", "a b")
    assert split_command('ssh "C:\\a b\\x.exe"', windows=True) == ("ssh", "C:\\a b\\x.exe")
    with pytest.raises(WorkerMissing, match="quotation mark"):
        find_command(tmp_path, {}, "ssh 'box")
    for damaged in (b"{", b"[]", b'{"command": []}', b'{"command": "x"}', b"\xff", b"[" * 100_000):
        (tmp_path / "worker.json").write_bytes(damaged)
        with pytest.raises(WorkerMissing):
            find_command(tmp_path, {})


def test_diagnostics_are_impersonal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "momoko")
    text = impersonal(
        f"12:00 plugin: starting {Path.home()}/bin/ssh -p 22 momoko@studio-pc aniface serve\n"
        f"ssh: connect to host studio-pc: refused\nopened {Path.home()}/art/secret for momoko\n",
        "ssh -p 22 momoko@studio-pc aniface serve",
    )
    for personal in (str(Path.home()) + "/", "momoko", "studio-pc"):
        assert personal not in text
    assert "plugin: starting ssh …" in text and "refused" in text


def test_too_old_says_so() -> None:
    say = Texts().of
    assert say(problem((3, 11), "5.1.5")) == "" == say(problem((3, 13), "6.0.0-beta1 (git 12ab)"))
    assert "Krita 5.1 or newer" in say(problem((3, 11), "4.4.8"))
    assert "Python 3.10" in say(problem((3, 8), "5.2.0"))
