"""Speaks with a worker process the way the plugin does, without Krita: for replay and tests."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO

from krita_anifaceplugin.protocol import (
    BadFrame,
    Done,
    ErrorReply,
    FrameReader,
    Hello,
    Message,
    ProtocolError,
    RenderReply,
    RenderRequest,
    SuggestRequest,
    decode,
    encode,
)
from worker.errors import WorkerProcessError

_SOURCE_ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 60.0
_ANSWER_SECONDS = 120.0


def serve_command(pack: str, threads: int = 1) -> list[str]:
    """The command that starts a worker with this Python."""
    return [sys.executable, "-m", "worker", "serve", "--pack", pack, "--threads", str(threads)]


class WorkerClient:
    """One worker process; a context manager that ends it by closing its stdin."""

    def __init__(self, command: Sequence[str], stderr: int | IO[bytes] | None = None) -> None:
        """Start the worker and wait for its hello.

        Raises:
            WorkerProcessError: it could not be started, or ended before it was ready.
        """
        inherited = os.environ.get("PYTHONPATH")
        path = os.pathsep.join(filter(None, (str(_SOURCE_ROOT), inherited)))
        started = time.perf_counter()
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                env={**os.environ, "PYTHONPATH": path},
            )
        except OSError as error:
            raise WorkerProcessError(f"the worker cannot be started: {error}") from error
        self._arrived: queue.Queue[Message | BadFrame | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        try:
            self.hello = self._expect_hello()
        except WorkerProcessError:
            self.close()
            raise
        #: Seconds from starting the process to its hello.
        self.ready_seconds = time.perf_counter() - started

    def __enter__(self) -> WorkerClient:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> int:
        """Close the worker's stdin and wait for it; its exit status."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # it ended before we did; the status says how
        try:
            return self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def send(self, message: Message) -> None:
        """Send one message."""
        self.send_bytes(encode(message))

    def send_bytes(self, data: bytes) -> None:
        """Send bytes as they are."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except OSError as error:
            raise WorkerProcessError(f"the worker takes no more requests: {error}") from error

    def receive(self, timeout: float = _ANSWER_SECONDS) -> Message:
        """The next message from the worker.

        Raises:
            WorkerProcessError: none came in ``timeout`` seconds, or the worker ended.
        """
        try:
            found = self._arrived.get(timeout=timeout)
        except queue.Empty:
            raise WorkerProcessError(f"the worker did not answer in {timeout:g} s") from None
        if found is None:
            self._arrived.put(None)
            raise WorkerProcessError("the worker ended")
        if isinstance(found, BadFrame):
            raise WorkerProcessError(f"the worker sent a broken message: {found.reason}")
        return found

    def replies(self, request: SuggestRequest) -> Iterator[Message]:
        """Send a request; its replies as they arrive, up to Done or ErrorReply."""
        self.send(request)
        while True:
            message = self.receive()
            yield message
            if isinstance(message, Done | ErrorReply):
                return

    def render(self, request: RenderRequest) -> RenderReply:
        """A portrait's pixels. Raises WorkerProcessError with the worker's words if it refuses."""
        self.send(request)
        message = self.receive()
        if not isinstance(message, RenderReply):
            raise WorkerProcessError(getattr(message, "message", f"unexpected {message.kind}"))
        return message

    def _expect_hello(self) -> Hello:
        message = self.receive(_START_SECONDS)
        if isinstance(message, ErrorReply):
            raise WorkerProcessError(message.message)
        if not isinstance(message, Hello):
            raise WorkerProcessError(f"the worker began with {message.kind!r}, not hello")
        return message

    def _read(self) -> None:
        assert self.process.stdout is not None
        frames = FrameReader()
        descriptor = self.process.stdout.fileno()
        while data := os.read(descriptor, 1 << 20):
            for found in frames.feed(data):
                try:
                    self._arrived.put(found if isinstance(found, BadFrame) else decode(found))
                except ProtocolError as error:
                    self._arrived.put(BadFrame(str(error)))
        self._arrived.put(None)
