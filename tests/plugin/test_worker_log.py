"""The worker's log takes whatever is said, and stays small."""

from __future__ import annotations

from pathlib import Path

from krita_anifaceplugin.connection.worker_log import LARGEST, LONGEST_WORDS, WorkerLog


def test_it_takes_any_text_and_any_bytes(tmp_path: Path) -> None:
    log = WorkerLog(tmp_path / "sub" / "worker.log")
    log.note("starting ssh \ud800")
    log.write(b"\xff\xfe\n" + b"x" * 1000 + b"\n")
    assert log.last_words() == "x" * LONGEST_WORDS and log.last_words() == ""
    assert "plugin: starting ssh ?" in log.tail()


def test_it_begins_afresh_when_it_has_grown(tmp_path: Path) -> None:
    log = WorkerLog(tmp_path / "worker.log")
    log.write(bytes(LARGEST + 1))
    log.note("afresh")
    assert log.path.stat().st_size < 100
    assert (tmp_path / "worker.old.log").stat().st_size == LARGEST + 1


def test_what_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    log = WorkerLog(tmp_path / "file" / "worker.log")
    log.note("lost")
    assert log.tail() == ""
