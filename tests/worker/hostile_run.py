"""Hostile requests to a real worker process, and what it makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from krita_anifaceplugin.protocol import (
    Done,
    ErrorReply,
    Message,
    PictureRequest,
    RenderRequest,
    SuggestionReply,
    SuggestRequest,
    encode,
)
from tests.protocol.hostile import hostile_pieces
from worker.serving.client import WorkerClient

#: Pieces between two honest requests, which must be answered.
BETWEEN = 250
#: Ids of the honest requests: above all that hostile ones carry.
FIRST_ID = 1 << 40


@dataclass(frozen=True)
class HostileRun:
    """What came of it.

    Attributes:
        pieces: sent.
        refused: ErrorReply messages that came back.
        answered: honest requests that were answered in between; ``asked`` were sent.
        memory: the worker's resident bytes after each honest answer (0 where unknown).
    """

    pieces: int
    refused: int
    asked: int
    answered: int
    memory: tuple[int, ...]

    @property
    def growth(self) -> float:
        """Share by which the memory grew from the first quarter on."""
        early, late = self.memory[len(self.memory) // 4], self.memory[-1]
        return late / early - 1 if early else 0.0


def run(client: WorkerClient, honest: SuggestRequest, count: int, seed: int) -> HostileRun:
    """Send ``count`` hostile pieces with honest requests in between.

    Raises:
        WorkerProcessError: the worker ended, hung, or answered with something broken.
    """
    pieces = list(hostile_pieces(seed, count, _samples(client, honest)))
    refused = asked = answered = 0
    memory = []
    for start in range(0, count, BETWEEN):
        for piece in pieces[start : start + BETWEEN]:
            client.send_bytes(piece)
        asked += 1
        client.send(replace(honest, id=FIRST_ID + asked))
        replies = _until_answered(client, FIRST_ID + asked)
        refused += sum(isinstance(reply, ErrorReply) for reply in replies)
        answered += isinstance(replies[-1], Done)
        memory.append(resident(client.process.pid))
    return HostileRun(count, refused, asked, answered, tuple(memory))


def resident(pid: int) -> int:
    """Bytes of memory a process holds, 0 where the system does not say."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    lines = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return 1024 * int(lines[0].split()[1]) if lines else 0


def _samples(client: WorkerClient, honest: SuggestRequest) -> Sequence[bytes]:
    """A good request of each kind."""
    best = next(r for r in client.replies(honest) if isinstance(r, SuggestionReply))
    _until_answered(client, honest.id)
    render = RenderRequest(2, 16, best.portrait)
    picture = PictureRequest(3, 8, bytes(256))
    around = replace(honest, id=4, around=best.styles, count=1, guidance="off")
    return [encode(message) for message in (honest, render, picture, around)]


def _until_answered(client: WorkerClient, id_: int) -> list[Message]:
    replies = [client.receive()]
    while not (isinstance(replies[-1], Done | ErrorReply) and replies[-1].id == id_):
        replies.append(client.receive())
    return replies
