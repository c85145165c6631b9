"""The worker as a child process of Krita: started, spoken to, started again when it dies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..protocol import PROTOCOL_VERSION, GuidanceReply, Hello, Message, SuggestionReply
from ..qt import QtCore, Signal
from ..texts.phrase import Phrase, phrase
from ..timers import single_shot
from . import worker_status as status
from .conversation import Conversation
from .ending import why_it_ended
from .request_queue import Request
from .worker_command import (
    INSTALL,
    WorkerMissing,
    current_environment,
    find_command,
    worker_environment,
)
from .worker_log import WorkerLog
from .worker_status import Phase, WorkerStatus

BACK_OFF_S = (1, 2, 4, 8, 15, 30)
#: How long a worker may take to end by itself after its input was closed.
FAREWELL_MS = 1_500


class WorkerProcess(QtCore.QObject):
    """The worker's life, and the conversation with it. Never blocks, except briefly in ``stop``.

    Signals:
        message: every message of the worker that is understood, Hello included.
        status_changed: the new WorkerStatus.
    """

    message = Signal(object)
    status_changed = Signal(object)

    def __init__(
        self,
        folder: Path,
        environment: Callable[[], dict[str, str]] = current_environment,
        parent: QtCore.QObject | None = None,
    ) -> None:
        """``folder`` holds worker.json and gets worker.log."""
        super().__init__(parent)
        self.log = WorkerLog(folder / "worker.log")
        self.status: WorkerStatus = status.OFF
        self.starts = 0
        self._command = ""
        self._folder, self._environment = folder, environment
        self._process: QtCore.QProcess | None = None
        self._failures, self._silent_s = 0, 0.0
        self._again = single_shot(self, self._start_process)
        self._talk = Conversation(self.log, self)
        self._talk.message.connect(self._heard)
        self._talk.message.connect(self.message)
        self._talk.other_version.connect(self._refuse)
        self._talk.silent.connect(self._give_up)

    # ---- life

    def start(self) -> None:
        """Start the worker unless it runs, is about to, or was refused."""
        if self._process is None and not self._again.isActive():
            if self.status.phase is not Phase.REFUSED:
                self._start_process()

    def restart(self) -> None:
        """Start afresh now, whatever went wrong before."""
        self.stop()
        self._failures = 0
        self._start_process()

    def set_command(self, line: str) -> None:
        """Use the artist's own command line, "" for the installed worker; restarts if it runs."""
        line = line.strip()
        if line != self._command:
            self._command = line
            if self._process is not None or self.status.phase is not Phase.OFF:
                self.restart()

    def stop(self) -> None:
        """End the worker: close its input, and kill it if that does not do."""
        self._again.stop()
        process, self._process = self._process, None
        self._talk.end()
        if process is not None:
            process.disconnect()
            process.closeWriteChannel()
            if not process.waitForFinished(FAREWELL_MS):
                process.kill()
                process.waitForFinished(FAREWELL_MS)
            process.deleteLater()
        self._set_status(status.OFF)

    def send(self, request: Request) -> None:
        """Send a request as soon as it is its turn; it outlives a worker that dies."""
        self._talk.ask(request)

    @property
    def hello(self) -> Hello | None:
        """What the worker that runs greeted with."""
        return self._talk.hello

    @property
    def latency_ms(self) -> float:
        """Milliseconds from the last question to the first part of its answer, 0 before that."""
        return self._talk.latency_ms

    @property
    def pid(self) -> int:
        """The process number, 0 where none runs."""
        return int(self._process.processId()) if self._process is not None else 0

    # ---- the process

    def _start_process(self) -> None:
        try:
            command = find_command(self._folder, self._environment(), self._command)
        except WorkerMissing as error:
            self._set_status(status.refused(error.phrase))
            return
        env = QtCore.QProcessEnvironment()
        for name, value in worker_environment(command, self._environment()).items():
            env.insert(name, value)
        process = QtCore.QProcess(self)
        process.setProcessEnvironment(env)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_errors)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process = process
        self.starts += 1
        self._set_status(status.STARTING)
        self.log.last_words()  # those of the one before
        self._silent_s = 0.0
        self.log.note("starting " + " ".join(command.argv))
        self._talk.begin(process.write)
        process.start(command.argv[0], list(command.argv[1:]))

    def _read(self) -> None:
        if self._process is not None:
            self._talk.hear(self._process.readAllStandardOutput().data())

    def _read_errors(self) -> None:
        if self._process is not None:
            self.log.write(self._process.readAllStandardError().data())

    def _ended(self, code: int, _how: object = None) -> None:
        self._read_errors()
        self._talk.hear_out()  # before it is taken for lost
        if self._process is None:
            return
        words, greeted = self.log.last_words(), self.hello is not None
        self._lost(why_it_ended(code, words, self._silent_s, bool(self._command), greeted))

    def _failed(self, error: QtCore.QProcess.ProcessError) -> None:
        if error == QtCore.QProcess.ProcessError.FailedToStart and self._process is not None:
            program = self._process.program()
            self._drop_process()
            key = "worker.no_start_own" if self._command else "worker.no_start"
            self._set_status(status.refused(phrase(key, program=program, command=INSTALL)))

    def _give_up(self, silent_s: float) -> None:
        """No answer in time: end the worker; its end starts another."""
        if self._process is not None:
            self.log.note("no answer; ending the worker")
            self._silent_s = silent_s
            self._process.kill()

    def _lost(self, reason: Phrase) -> None:
        self._drop_process()
        wait = BACK_OFF_S[min(self._failures, len(BACK_OFF_S) - 1)]
        self._failures += 1
        self._set_status(status.restarting(wait, reason))
        self.log.note(self.status.text)
        self._again.start(wait * 1000)

    def _drop_process(self) -> None:
        process, self._process = self._process, None
        self._talk.end()
        if process is not None:
            process.disconnect()
            process.deleteLater()

    # ---- what it says

    def _heard(self, message: Message) -> None:
        if isinstance(message, Hello):
            self.log.last_words()  # a banner, a warning: of no use any more
            self._set_status(status.READY)
        elif isinstance(message, (GuidanceReply, SuggestionReply)):
            self._failures = 0

    def _refuse(self, version: object) -> None:
        self.stop()
        said = version if type(version) is int else "?"
        self._set_status(
            status.refused(
                phrase("worker.other_version", theirs=said, ours=PROTOCOL_VERSION, command=INSTALL)
            )
        )
        self.log.note(self.status.text)

    def _set_status(self, new: WorkerStatus) -> None:
        if new != self.status:
            self.status = new
            self.status_changed.emit(new)
