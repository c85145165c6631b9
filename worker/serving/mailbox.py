"""What the reader thread leaves for the inference thread."""

from __future__ import annotations

import threading
from collections import deque

from krita_anifaceplugin.protocol import (
    ErrorReply,
    PictureRequest,
    RenderRequest,
    SuggestRequest,
)

Urgent = RenderRequest | PictureRequest | ErrorReply
Job = SuggestRequest | Urgent


class Mailbox:
    """Jobs in order, except that of all SuggestRequests only the newest is kept."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._urgent: deque[Urgent] = deque()
        self._newest: SuggestRequest | None = None
        self._closed = False

    def put(self, job: Job) -> None:
        """Leave a job; a SuggestRequest takes the place of one that still waits."""
        with self._changed:
            if isinstance(job, SuggestRequest):
                self._newest = job
            else:
                self._urgent.append(job)
            self._changed.notify()

    def close(self) -> None:
        """Nothing more will come; a sketch that still waits is of no use to anybody now."""
        with self._changed:
            self._closed = True
            self._newest = None
            self._changed.notify()

    def take(self) -> Job | None:
        """The next job, waiting for one if need be; None once closed and empty. What must not
        be dropped goes first."""
        with self._changed:
            while not (self._urgent or self._newest or self._closed):
                self._changed.wait()
            if self._urgent:
                return self._urgent.popleft()
            newest, self._newest = self._newest, None
            return newest

    def take_urgent(self) -> Urgent | None:
        """The next job that is no SuggestRequest, if there is one."""
        with self._changed:
            return self._urgent.popleft() if self._urgent else None

    def is_outdated(self) -> bool:
        """Whether the sketch in work need not be finished: a newer one waits, or nobody does."""
        with self._changed:
            return self._closed or self._newest is not None
