"""Why a worker ended, in words that an artist can act on."""

from __future__ import annotations

from ..texts.phrase import Phrase, phrase


def why_it_ended(code: int, words: str, silent_s: float, own: bool, greeted: bool) -> Phrase:
    """The reason to show.

    Args:
        code: exit status of the worker or of the program that carries it.
        words: the last line it wrote, "" for none.
        silent_s: seconds without an answer after which it was ended; 0 if it ended by itself.
        own: whether it was started by the artist's own worker command.
        greeted: whether a worker had answered. Where none has, the command itself is wrong.
    """
    said: str | Phrase = words.rstrip(" .")
    if not said and silent_s:
        said = phrase("worker.silent", seconds=round(silent_s))
    if own and not greeted:
        return phrase("worker.own_unanswered", words=said or phrase("worker.code", code=code))
    if said:
        return phrase("worker.stopped_saying", words=said)
    return phrase("worker.stopped", code=code)
