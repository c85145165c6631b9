"""A worker on another machine: its command goes through a program that carries input and output.

QT_API=pyqt5|pyqt6 QT_QPA_PLATFORM=offscreen python tests/plugin/qt_carried.py FOLDER
"""

from __future__ import annotations

import os
import shlex
import sys
from functools import partial
from pathlib import Path

from krita_anifaceplugin.connection import conversation
from krita_anifaceplugin.connection.worker_process import WorkerProcess
from krita_anifaceplugin.connection.worker_status import Phase
from krita_anifaceplugin.diagnostics import report
from krita_anifaceplugin.qt import QtWidgets
from krita_anifaceplugin.session.session import Session
from krita_anifaceplugin.settings import Settings
from tests.plugin.qt_tools import FAKE, INK, SOURCE, run_checks, shown_panel, wait

CARRIER = [sys.executable, str(Path(__file__).with_name("carrier.py"))]
#: As ssh hands it to a shell over there.
FAR = f"exec {shlex.join(FAKE)}"
DELAY_MS = 150


def carried(folder: Path, *options: str, command: str = FAR) -> WorkerProcess:
    """A worker process with the artist's own command, as typed into the options."""
    process = WorkerProcess(folder, lambda: {k: v for k, v in os.environ.items() if k == "PATH"})
    process.set_command(shlex.join([*CARRIER, *options, "studio-pc"]) + f" {shlex.quote(command)}")
    return process


def check_its_answers_and_latency_are_shown(folder: Path) -> None:
    """A banner in front is no trouble; the time on the way is part of what the line shows."""
    process = carried(folder / "far", "--delay", str(DELAY_MS), "--banner", "Welcome to studio-pc")
    session = Session(Settings(), process.send, lambda _: None)
    panel = shown_panel(process, session, 300, 900)
    process.start()
    session.sketch(SOURCE, INK)
    wait(lambda: len(session.state.suggestions) == 4 and not session.state.busy, "the answer")
    panel.show_worker(process.status, process.latency_ms)
    labels = panel.status.findChildren(QtWidgets.QLabel)
    said = [label.text() for label in labels if label.isVisible()]
    assert said[0] == "Ready" and said[1] == f"{round(process.latency_ms)} ms", said
    assert process.latency_ms >= 2 * DELAY_MS, "there and back"
    pid = process.pid
    process.stop()
    wait(lambda: not Path(f"/proc/{pid}").exists(), "the carrier ends with its input")


def check_what_is_wrong_is_said(folder: Path) -> None:
    """Each mistake in its own words, and where it can be mended."""
    for name, options, command, words in (
        ("unknown", (), "anifaec serve", "anifaec"),
        ("dies", (), "exit 3", "code 3"),
        ("says", (), "echo 'No such pack: dflt' >&2; exit 1", "No such pack: dflt"),
        ("banner", ("--banner", "Last login: Sunday from 10.1.2.3"), "exit 0", "Last login"),
    ):
        process = carried(folder / name, *options, command=command)
        process.start()
        wait(lambda p=process: p.status.phase is Phase.RESTARTING, name)  # type: ignore[misc]
        text = process.status.text
        assert text.startswith("No worker answers to the worker command ("), text
        assert words in text and "Check it in the options." in text, text
        assert "Starting again in 1 s" in text
        session = Session(Settings(), process.send, lambda _: None)
        told = report(session.state, process, "5.1", "", "")
        assert "10.1.2.3" not in told, "nobody's address is in the diagnostics"
        process.stop()
    nowhere = WorkerProcess(folder / "nowhere", lambda: dict(os.environ))
    nowhere.set_command(shlex.join([*CARRIER, "nowhere", "aniface", "serve"]))
    nowhere.start()
    wait(lambda: nowhere.status.phase is Phase.RESTARTING, "no such machine")
    assert "Could not resolve hostname" in nowhere.status.text
    nowhere.stop()


def check_a_shell_that_only_waits_is_given_up(folder: Path) -> None:
    """The command was forgotten: a login shell, a banner, then nothing."""
    patience, conversation.PATIENCE_MS = conversation.PATIENCE_MS, 5000
    shell = carried(folder / "shell", "--banner", "Welcome to studio-pc", command="")
    silent = carried(folder / "silent", command="sleep 20")
    shell.start()
    silent.start()
    for waiting, words in ((shell, "Welcome to studio-pc"), (silent, "no answer for 5 s")):
        wait(lambda w=waiting: w.status.phase is Phase.RESTARTING, words)  # type: ignore[misc]
        assert words in waiting.status.text, waiting.status.text
        waiting.stop()
    conversation.PATIENCE_MS = patience


def check_a_worker_that_was_there_and_went(folder: Path) -> None:
    """A lost line later on is no mistake in the command; an old banner does not explain it."""
    crashing = f"exec {shlex.join([*FAKE, '--dies-after', '1'])}"
    process = carried(folder / "lost", "--banner", "Welcome to studio-pc", command=crashing)
    session = Session(Settings(), process.send, lambda _: None)
    process.message.connect(session.receive)
    process.start()
    wait(lambda: process.hello, "the greeting")
    session.sketch(SOURCE, INK)
    wait(lambda: process.status.phase is Phase.RESTARTING, "the loss is noticed")
    assert process.status.text.startswith("The worker stopped (code 3)."), process.status.text
    process.stop()


def main() -> int:
    """Run all checks."""
    folder = Path(sys.argv[1])
    checks = (
        check_its_answers_and_latency_are_shown,
        check_what_is_wrong_is_said,
        check_a_shell_that_only_waits_is_given_up,
        check_a_worker_that_was_there_and_went,
    )
    return run_checks(*(partial(check, folder) for check in checks))


if __name__ == "__main__":
    sys.exit(main())
