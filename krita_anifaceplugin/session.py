"""What AniFace knows of the moment: sketch, suggestions, guidance. No widgets, no Krita, no Qt.

The state is frozen and replaced as a whole; whoever subscribes sees each new one. Answers that
belong to an older sketch, another layer, document or frame never enter it.
"""

from __future__ import annotations

import base64
import binascii
import itertools
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .accept_name import layer_name
from .guidance import Guidance, curves_of
from .ink import Ink
from .protocol import (
    MAX_RENDER_SIDE,
    Done,
    ErrorReply,
    GuidanceReply,
    Hello,
    Message,
    RenderReply,
    RenderRequest,
    SuggestionReply,
    SuggestRequest,
)
from .settings import Settings
from .state import COUNT, Accepted, Part, Reference, Source, State, Suggestion

THUMBNAIL_SIDE = 192
HINT_EMPTY = "Draw a few strokes of a face: suggestions follow every stroke."

#: Ids rise over all sessions of a process, for they share one worker.
_ids = itertools.count(1)


class Session:
    """Turns sketches into requests and answers into state.

    Args:
        send: hands a request to the worker.
        accepted: receives the portrait of an accepted suggestion.
    """

    def __init__(
        self,
        settings: Settings,
        send: Callable[[SuggestRequest | RenderRequest], None],
        accepted: Callable[[Accepted], None],
    ) -> None:
        self.state = State(settings=settings)
        self._send, self._accepted = send, accepted
        self._listeners: list[Callable[[State], None]] = []
        self._ink: Ink | None = None
        self._asked = 0
        self._strokes = 0
        self._renders: dict[int, Accepted] = {}
        self._pictures: dict[int, Callable[[int, bytes], None]] = {}
        self._accepts = 0

    def subscribe(self, listener: Callable[[State], None]) -> None:
        """Call ``listener`` with every new state."""
        self._listeners.append(listener)

    # ---- the artist

    def sketch(self, source: Source, ink: Ink) -> None:
        """A sketch was drawn, or another one looked at."""
        if source != self.state.source:
            self.clear("")
        elif self._ink == ink:
            return
        self._ink = ink
        if ink.empty:
            self.clear(HINT_EMPTY)
            self._ink = ink
            self._change(source=source)  # known, but with nothing to show
        else:
            self._change(source=source, hint="")
            self._ask()

    def clear(self, hint: str) -> None:
        """There is no sketch now; ``hint`` says why."""
        self._ink, self._asked = None, 0
        self._change(
            source=None, hint=hint, busy=False, suggestions=(), selected=0, guidance=None, ink=None
        )

    def tell(self, hint: str) -> None:
        """Show a hint."""
        self._change(hint=hint)

    def change_settings(self, **values: Any) -> None:
        """Apply choices; what they concern is asked for anew."""
        before = self.state.settings
        after = before.with_values(**values)
        if after == before:
            return
        self._change(settings=after)
        if not after.on:
            self.clear("")
        elif (after.guidance, after.reference) != (before.guidance, before.reference):
            if after.guidance == "off":
                self._change(guidance=None)
            self.ask_again()

    def select(self, index: int) -> None:
        """Choose a suggestion."""
        if 0 <= index < len(self.state.suggestions):
            self._change(selected=index)

    def accept(self, index: int | None = None) -> None:
        """Render the selected (or the given) suggestion as it is seen now, to become a layer."""
        if index is not None:
            self.select(index)
        chosen, source = self.state.chosen, self.state.source
        if chosen is None or source is None:
            return
        self._accepts += 1
        request_id = next(_ids)
        settings = self.state.settings
        reference = next((r.label for r in self.state.references if r.id == settings.reference), "")
        self._renders[request_id] = Accepted(
            source, 0, b"", layer_name(self._accepts, chosen.seed, chosen.strokes, reference),
            settings.accept_under, settings.accept_hides_sketch,
        )  # fmt: skip
        self._change(accepting=True)
        side = min(source.frame.side, MAX_RENDER_SIDE)
        self._send(RenderRequest(id=request_id, side=side, portrait=chosen.portrait))

    def render(self, portrait: bytes, side: int, done: Callable[[int, bytes], None]) -> None:
        """Ask for a portrait's picture; ``done`` gets its side and pixels, 0 and b"" if it
        cannot be had."""
        request_id = next(_ids)
        self._pictures[request_id] = done
        self._send(RenderRequest(id=request_id, side=side, portrait=portrait))

    def ask_again(self) -> None:
        """Ask for the sketch in hand again, where there is one."""
        if self._ink is not None and not self._ink.empty:
            self._ask()

    # ---- the worker

    def receive(self, message: Message) -> None:
        """Take a message of the worker; what is stale or another session's changes nothing."""
        if isinstance(message, Hello):
            self._greet(message)
        elif isinstance(message, RenderReply):
            self._rendered(message)
        elif isinstance(message, ErrorReply):
            self._trouble(message)
        elif getattr(message, "id", 0) == self._asked and self.state.source is not None:
            if isinstance(message, GuidanceReply):
                self._guide(message)
            elif isinstance(message, SuggestionReply):
                self._suggest(message)
            elif isinstance(message, Done):
                self._done(message)

    def _greet(self, hello: Hello) -> None:
        parts = tuple(Part(*item[:2]) for item in hello.parts if len(item) >= 2)
        references = tuple(
            Reference(item[0], item[1], _decoded(item[2]))
            for item in hello.references
            if len(item) >= 3
        )
        self._change(pack=hello.pack, parts=parts, references=references)

    def _guide(self, reply: GuidanceReply) -> None:
        if reply.mode != self.state.settings.guidance or reply.mode == "off":
            return
        curves = curves_of(reply.curves)
        self._change(guidance=Guidance(reply.id, reply.mode, curves))

    def _suggest(self, reply: SuggestionReply) -> None:
        if not 0 <= reply.index < COUNT or len(reply.pixels) != 4 * reply.side**2:
            return
        new = Suggestion(
            reply.id,
            reply.index,
            reply.side,
            reply.pixels,
            _decoded(reply.portrait),
            reply.coverage,
            reply.seed,
            self._strokes,
        )
        shown = list(self.state.suggestions)
        # Those of the last sketch stay in view until each is replaced: no flicker.
        shown[reply.index : reply.index + 1] = [new]
        self._change(suggestions=tuple(shown))

    def _done(self, done: Done) -> None:
        fresh = tuple(s for s in self.state.suggestions if s.request == done.id)
        selected = min(self.state.selected, max(0, len(fresh) - 1))
        guidance = self.state.guidance
        if guidance is not None and guidance.request != done.id:
            guidance = None
        self._change(
            busy=False, hint=done.hint, suggestions=fresh, selected=selected, guidance=guidance,
            times=tuple(sorted(done.times.items())),
        )  # fmt: skip

    def _rendered(self, reply: RenderReply) -> None:
        whole = len(reply.pixels) == 4 * reply.side**2 and reply.side > 0
        picture = self._pictures.pop(reply.id, None)
        if picture is not None:
            picture(reply.side if whole else 0, reply.pixels if whole else b"")
        waiting = self._renders.pop(reply.id, None)
        if waiting is None:
            return
        self._change(accepting=bool(self._renders))
        if whole:
            self._accepted(replace(waiting, side=reply.side, pixels=reply.pixels))
        else:
            self._change(hint="The worker sent a damaged portrait. Accept it once more.")

    def _trouble(self, error: ErrorReply) -> None:
        picture = self._pictures.pop(error.id, None)
        if picture is not None:
            picture(0, b"")
        if self._renders.pop(error.id, None) is not None:
            self._change(accepting=bool(self._renders), hint=error.message)
        elif error.id in (0, self._asked):
            self._change(busy=False, hint=error.message)

    # ---- inside

    def _ask(self) -> None:
        ink, settings = self._ink, self.state.settings
        assert ink is not None
        self._asked = next(_ids)
        self._strokes = zlib.crc32(ink.data)
        self._change(busy=True, ink=ink)
        self._send(
            SuggestRequest(
                id=self._asked, width=ink.side, height=ink.side, ink=ink.data,
                guidance=settings.guidance, guidance_side=0, thumbnail_side=THUMBNAIL_SIDE,
                count=COUNT, reference=settings.reference,
            )
        )  # fmt: skip

    def _change(self, **values: Any) -> None:
        new = replace(self.state, **values)
        if new != self.state:
            self.state = new
            for listener in self._listeners:
                listener(new)


def _decoded(text: str) -> bytes:
    """Base64 to bytes; damaged text to b""."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
