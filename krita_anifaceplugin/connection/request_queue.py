"""What is sent to the worker when: one question at a time, the newest waits, older ones go."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..protocol import PictureRequest, RenderRequest, SuggestRequest

#: Requests that wait in line.
Errand = RenderRequest | PictureRequest
Request = SuggestRequest | Errand


@dataclass
class RequestQueue:
    """Decides which request goes out next. Holds no pipe and no clock.

    A suggestion request is under way until its guidance has come: from then on the worker can
    drop the rest of the answer for a newer one. Errands (portraits to render, pictures to read)
    wait in line, and none is lost.
    """

    _waiting: SuggestRequest | None = None
    _errands: list[Errand] = field(default_factory=list)
    _sent: SuggestRequest | None = None
    _sent_errands: list[Errand] = field(default_factory=list)
    _answering: bool = False

    @property
    def awaiting_answer(self) -> bool:
        """Whether the worker owes a first answer."""
        return (self._sent is not None and not self._answering) or bool(self._sent_errands)

    def put(self, request: Request) -> None:
        """Take a request; an unsent older suggestion request is dropped."""
        if not isinstance(request, SuggestRequest):
            self._errands.append(request)
        else:
            self._waiting = request

    def next(self) -> Request | None:
        """The request to send now, or None."""
        if self._errands and not self._sent_errands:
            self._sent_errands.append(self._errands.pop(0))
            return self._sent_errands[-1]
        if self._waiting is not None and (self._sent is None or self._answering):
            self._sent, self._waiting, self._answering = self._waiting, None, False
            return self._sent
        return None

    def answered(self, request_id: int, whole: bool) -> None:
        """Note an answer, or with ``whole`` the end of one (done, rendered or refused)."""
        if self._sent is not None and self._sent.id == request_id:
            self._answering = True
            if whole:
                self._sent = None
        if whole:
            self._sent_errands = [r for r in self._sent_errands if r.id != request_id]

    def lost(self) -> None:
        """The worker is gone: ask again what it owed, unless something newer waits."""
        if self._waiting is None:
            self._waiting = self._sent
        self._errands = self._sent_errands + self._errands
        self._sent, self._sent_errands, self._answering = None, [], False
