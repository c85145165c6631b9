"""Accepted portraits, each on its way into its document while Krita rests."""

from __future__ import annotations

from collections.abc import Callable

from ..session.state import Accepted
from ..texts.phrase import Phrase
from .accept import AcceptError, Insertion
from .idle_gate import IdleGate
from .sketch_hiding import SketchHiding


class Insertions:
    """Inserts them step by step; the gate lets Krita have its turn between any two.

    Args:
        tell: lets the artist read why one could not be inserted.
        over: called for each once it is a layer, or never will be.
    """

    def __init__(
        self,
        gate: IdleGate,
        hiding: SketchHiding,
        tell: Callable[[Phrase], None],
        over: Callable[[], None],
    ) -> None:
        self._gate, self._hiding, self._tell, self._over = gate, hiding, tell, over

    def begin(self, accepted: Accepted) -> None:
        """Insert a portrait."""
        self._go_on(accepted.name, Insertion(accepted, self._hiding))

    def _go_on(self, name: str, insertion: Insertion) -> None:
        self._gate.put(name, lambda: self._step(name, insertion))

    def _step(self, name: str, insertion: Insertion) -> None:
        over = True
        try:
            over = insertion.step()
        except AcceptError as error:
            self._tell(error.phrase)
        finally:
            if over:
                self._over()
        if not over:
            self._go_on(name, insertion)
