"""Serves one plugin: a thread reads frames, the calling thread answers them."""

from __future__ import annotations

import sys
import threading
import traceback

from krita_anifaceplugin.protocol import (
    MAX_SKETCH_SIDE,
    BadFrame,
    ErrorReply,
    Frame,
    FrameReader,
    Message,
    PictureRequest,
    ProtocolError,
    RenderRequest,
    SuggestRequest,
    decode,
    encode,
)
from worker.errors import WorkerError
from worker.serving.engine import Engine
from worker.serving.mailbox import Job, Mailbox
from worker.serving.standard_streams import FramePipes

#: Requests are small: a header of a few kilobytes, and at most the largest sketch or picture.
_MAX_HEADER = 64 << 10
_MAX_PAYLOAD = MAX_SKETCH_SIDE * MAX_SKETCH_SIDE


class Server:
    """Answers requests until the plugin's end of the pipe closes."""

    def __init__(self, engine: Engine, pipes: FramePipes) -> None:
        self._engine = engine
        self._pipes = pipes
        self._mailbox = Mailbox()

    def run(self) -> None:
        """Say hello, then answer; returns at the end of stdin or when nobody reads replies."""
        reader = threading.Thread(target=self._read, name="reader", daemon=True)
        reader.start()
        try:
            self._send(self._engine.hello())
            while (job := self._mailbox.take()) is not None:
                self._do(job)
        except OSError as error:
            print(f"worker: the plugin reads no more replies: {error}", file=sys.stderr)

    def _read(self) -> None:
        """The reader thread: bytes to jobs."""
        frames = FrameReader(_MAX_HEADER, _MAX_PAYLOAD)
        try:
            while data := self._pipes.read():
                for found in frames.feed(data):
                    self._mailbox.put(_job(found))
        except OSError as error:
            print(f"worker: reading requests failed: {error}", file=sys.stderr)
        finally:
            self._mailbox.close()

    def _do(self, job: Job) -> None:
        """Answer one job; whatever goes wrong with it becomes an ErrorReply."""
        if isinstance(job, ErrorReply):
            self._send(job)
            return
        try:
            if isinstance(job, RenderRequest):
                self._send(self._engine.render(job))
            elif isinstance(job, PictureRequest):
                self._send(self._engine.read_picture(job))
            else:
                self._suggest(job)
        except (ProtocolError, WorkerError) as error:
            self._send(ErrorReply(job.id, "request", str(error)))
        except OSError:
            raise  # of the pipe; there is nobody to tell
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            text = f"The worker could not answer ({type(error).__name__}: {error})."
            self._send(ErrorReply(job.id, "internal", text))

    def _suggest(self, request: SuggestRequest) -> None:
        """Send reply after reply, unless something newer comes in between."""
        for reply in self._engine.answer(request):
            self._send(reply)
            while (urgent := self._mailbox.take_urgent()) is not None:
                self._do(urgent)
            if self._mailbox.is_outdated():
                return

    def _send(self, message: Message) -> None:
        self._pipes.write(encode(message))


def _job(found: Frame | BadFrame) -> Job:
    """What is to be done about something that was read."""
    if isinstance(found, BadFrame):
        return ErrorReply(0, "frame", f"The worker received a broken message: {found.reason}.")
    id_ = found.header.get("id")
    known_id = id_ if type(id_) is int else 0
    try:
        message = decode(found)
    except ProtocolError as error:
        return ErrorReply(known_id, "message", f"The worker does not understand: {error}.")
    if not isinstance(message, SuggestRequest | RenderRequest | PictureRequest):
        return ErrorReply(known_id, "message", f"The worker answers no {message.kind!r} message.")
    try:
        message.check()  # here, so that a wrong request is refused even if a newer one follows
    except ProtocolError as error:
        return ErrorReply(known_id, "request", f"The worker cannot do this: {error}.")
    return message
