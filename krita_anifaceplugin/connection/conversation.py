"""What is said to one worker after another: requests as it is their turn, replies understood."""

from __future__ import annotations

import time
from collections.abc import Callable

from ..protocol import (
    PROTOCOL_VERSION,
    BadFrame,
    Done,
    ErrorReply,
    Frame,
    FrameReader,
    GuidanceReply,
    Hello,
    Message,
    PictureReply,
    ProtocolError,
    RenderReply,
    SuggestionReply,
    SuggestRequest,
    decode,
    encode,
)
from ..qt import QtCore, Signal
from ..timers import single_shot
from .request_queue import Request, RequestQueue
from .worker_log import WorkerLog

Write = Callable[[bytes], object]

#: A worker that says nothing for this long, though asked, is stuck.
PATIENCE_MS = 30_000


class Conversation(QtCore.QObject):
    """Frames to and from the worker; what it was asked outlives it.

    Signals:
        message: every message of the worker that is understood, Hello included.
        other_version: the protocol's number, as it was said by a worker that speaks another.
        silent: for how many seconds nothing was said, though something was asked.
    """

    message = Signal(object)
    other_version = Signal(object)
    silent = Signal(float)

    def __init__(self, log: WorkerLog, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.hello: Hello | None = None
        #: Milliseconds from the last question to the first part of its answer, 0 before that.
        self.latency_ms = 0.0
        self._log, self._asked_at = log, 0.0
        self._queue = RequestQueue()
        self._write: Write | None = None
        self._reader, self._unread = FrameReader(), b""
        self._next = single_shot(self, self._take_next)
        self._overdue = single_shot(self, self._say_silent)

    def begin(self, write: Write) -> None:
        """With a new worker, who takes bytes by ``write`` and greets first."""
        self._write, self.hello = write, None
        self._reader, self._unread = FrameReader(), b""
        self._overdue.start(PATIENCE_MS)

    def end(self) -> None:
        """The worker is gone; what it owes, the next one is asked."""
        self._write = self.hello = None
        self._overdue.stop()
        self._queue.lost()

    def ask(self, request: Request) -> None:
        """Send a request as soon as it is its turn."""
        self._queue.put(request)
        self._pump()

    def hear(self, data: bytes) -> None:
        """Bytes of the worker."""
        if self.hello is None:
            self._log.hear(data)
        self._unread += data
        self._next.start(0)

    def hear_out(self) -> None:
        """Take all that was heard, at once: the last words of a worker that ended."""
        while self._take_next():
            pass

    def _take_next(self) -> bool:
        """Take one message, and let the window have its turn before the next; False if there is
        none."""
        data, self._unread = self._unread, b""
        item = next(self._reader.feed(data), None)
        if item is None or self._write is None:
            return False
        self._take(item)
        if self._write is None:  # refused
            return False
        self._pump()
        self._next.start(0)
        return True

    def _pump(self) -> None:
        """Send what may be sent, and watch that an answer comes."""
        if self._write is None or self.hello is None:
            return
        while (request := self._queue.next()) is not None:
            self._write(encode(request))
            if isinstance(request, SuggestRequest):
                self._asked_at = time.monotonic()
            self._overdue.start(PATIENCE_MS)
        if not self._queue.awaiting_answer:
            self._overdue.stop()

    def _take(self, item: Frame | BadFrame) -> None:
        if isinstance(item, BadFrame):
            self._log.note(f"ignored from the worker: {item.reason}")
            return
        if item.header.get("kind") == "hello" and item.header.get("protocol") != PROTOCOL_VERSION:
            self.other_version.emit(item.header.get("protocol"))
            return
        try:
            message = decode(item)
        except ProtocolError as error:
            self._log.note(f"ignored from the worker: {error}")
            return
        self._note_answer(message)
        self.message.emit(message)

    def _note_answer(self, message: Message) -> None:
        if isinstance(message, Hello):
            self.hello = message
            self._overdue.stop()
        elif isinstance(message, (GuidanceReply, SuggestionReply)):
            if self._asked_at:
                self.latency_ms = 1000 * (time.monotonic() - self._asked_at)
                self._asked_at = 0.0
            self._queue.answered(message.id, whole=False)
        elif isinstance(message, (Done, RenderReply, PictureReply, ErrorReply)):
            self._queue.answered(message.id, whole=True)

    def _say_silent(self) -> None:
        self.silent.emit(self._overdue.interval() / 1000)
