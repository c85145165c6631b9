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
from typing import Any, Literal

from .accept_name import layer_name
from .guidance import Guidance, curves_of
from .ink import Ink
from .own_references import OWN
from .protocol import (
    MAX_PICTURE_SIDE,
    MAX_RENDER_SIDE,
    Done,
    ErrorReply,
    GuidanceReply,
    Hello,
    Message,
    PictureReply,
    PictureRequest,
    RenderReply,
    RenderRequest,
    SuggestionReply,
    SuggestRequest,
)
from .request_queue import Request
from .settings import Settings
from .state import COUNT, Accepted, Part, Place, Reference, Source, State, Suggestion
from .suggestion_history import SuggestionHistory
from .texts.phrase import SILENCE, Phrase, phrase

THUMBNAIL_SIDE = 192
HINT_EMPTY = phrase("hint.empty")

#: The phrase of an error in the worker's own words.
WORKER_SAYS = "worker.says"

#: Ids rise over all sessions of a process, for they share one worker.
_ids = itertools.count(1)


class Session:
    """Turns sketches into requests and answers into state.

    Args:
        send: hands a request to the worker.
        accepted: receives the portrait of an accepted suggestion.
        picture_read: receives the thumbnail of a picture and what the worker read from it.
    """

    def __init__(
        self,
        settings: Settings,
        send: Callable[[Request], None],
        accepted: Callable[[Accepted], None],
        picture_read: Callable[[bytes, str], None] = lambda thumbnail, colors: None,
    ) -> None:
        self.state = State(settings=settings)
        self._send, self._accepted, self._picture_read = send, accepted, picture_read
        self._listeners: list[Callable[[State], None]] = []
        self._ink: Ink | None = None
        self._asked = 0
        self._strokes = 0
        self._renders: dict[int, Accepted] = {}
        self._pictures: dict[int, Callable[[int, bytes], None]] = {}
        self._accepts = 0
        self._reads: dict[int, bytes] = {}
        self._arrived: tuple[Suggestion, ...] = ()
        self._history = SuggestionHistory()
        self._seed = 0
        self._references: tuple[Reference, ...] = ()
        self._own: tuple[Reference, ...] = ()

    def subscribe(self, listener: Callable[[State], None]) -> None:
        """Call ``listener`` with every new state."""
        self._listeners.append(listener)

    # ---- the artist

    def sketch(self, source: Source, ink: Ink) -> None:
        """A sketch was drawn, or another one looked at."""
        if source != self.state.source:
            self.clear(SILENCE)
        elif self._ink == ink:
            return
        self._ink = ink
        if ink.empty:
            self.clear(HINT_EMPTY)
            self._ink = ink
            self._change(source=source, place=self._history.place(source))
        else:
            self._change(source=source, hint=SILENCE, place=self._history.place(source))
            self._ask()

    def clear(self, hint: Phrase) -> None:
        """There is no sketch now; ``hint`` says why. What is pinned stays."""
        self._ink, self._asked = None, 0
        self._show((), source=None, hint=hint, busy=False, guidance=None, ink=None, place=Place())

    def tell(self, notice: Phrase) -> None:
        """Show a notice until the artist closes it; SILENCE closes it."""
        self._change(notice=notice)

    def change_settings(self, **values: Any) -> None:
        """Apply choices; what they concern is asked for anew."""
        before = self.state.settings
        after = before.with_values(**values)
        if after == before:
            return
        self._change(settings=after)
        if not after.on:
            self.clear(SILENCE)
        elif (after.guidance, after.reference) != (before.guidance, before.reference):
            if after.guidance == "off":
                self._change(guidance=None)
            self.ask_again()

    def select(self, index: int) -> None:
        """Choose a suggestion."""
        if 0 <= index < len(self.state.shown):
            self._change(selected=index)

    def select_next(self, steps: int) -> None:
        """Choose the suggestion ``steps`` further on (or back), round and round."""
        count = len(self.state.shown)
        if count:
            start = self.state.selected if self.state.selected >= 0 else -1 if steps > 0 else 0
            self._change(selected=(start + steps) % count)

    def pin(self, index: int | None = None) -> None:
        """Keep the selected (or the given) suggestion in view; one that is pinned is let go."""
        state = self.state
        shown, place = state.shown, state.selected if index is None else index
        if not 0 <= place < len(shown):
            return
        suggestion, pinned = shown[place], state.pinned
        if suggestion in pinned:
            pinned = tuple(p for p in pinned if p != suggestion)
        else:
            pinned = (*pinned, suggestion)
        left = len(state.suggestions) + len(pinned)
        self._change(pinned=pinned, selected=min(state.selected, left - 1))

    def more_like_this(self, index: int | None = None) -> None:
        """Ask for variations of the selected (or the given) suggestion."""
        if index is not None:
            self.select(index)
        chosen = self.state.chosen
        if chosen is not None and chosen.styles and self._ink is not None and not self._ink.empty:
            self._ask(around=chosen.styles)

    def others(self) -> None:
        """Ask for other suggestions for the same sketch."""
        self._seed += 1
        self.ask_again()

    def look(self, steps: Literal[-1, 1]) -> None:
        """Go back to older suggestions for this sketch, or forward again."""
        source = self.state.source
        found = None if source is None else self._history.step(source, steps)
        if found is not None:
            self._show(found, place=self._history.place(source), hint=SILENCE)

    def read_picture(self, pixels: bytes, thumbnail: bytes) -> None:
        """Have a picture of the artist's own read: BGRA of ``picture_side`` squared, and a PNG."""
        request_id = next(_ids)
        self._reads[request_id] = thumbnail
        self._change(reading=True)
        self._send(PictureRequest(request_id, self.state.picture_side, pixels))

    def set_own_references(self, own: tuple[Reference, ...]) -> None:
        """Offer these pictures beside the pack's references."""
        self._own = own
        self._change(references=own + self._references)

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
        elif isinstance(message, PictureReply):
            self._read(message)
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
        side = hello.picture_side if 0 < hello.picture_side <= MAX_PICTURE_SIDE else 0
        self._references = references
        if hello.pack != self.state.pack:
            self._own = ()  # read by another pack: of no use with this one
        self._change(
            pack=hello.pack, parts=parts, references=self._own + references,
            picture_side=side,
        )  # fmt: skip

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
            min(max(reply.coverage, 0.0), 1.0),
            reply.seed,
            self._strokes,
            reply.styles,
        )
        others = (s for s in self._arrived if s.index != new.index)  # one each, however often sent
        self._arrived = (*others, new)
        shown = list(self.state.suggestions)
        # Those of the last sketch stay in view until each is replaced: no flicker.
        shown[reply.index : reply.index + 1] = [new]
        self._show(tuple(shown))

    def _done(self, done: Done) -> None:
        state, source = self.state, self.state.source
        guidance = state.guidance
        if guidance is not None and guidance.request != done.id:
            guidance = None
        if source is not None:
            self._history.add(source, self._arrived)
        self._show(
            self._arrived, busy=False, guidance=guidance, place=self._history.place(source),
            hint=HINT_EMPTY if done.hint else SILENCE,
            notice=SILENCE if state.notice.key == WORKER_SAYS else state.notice,
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
            self._change(notice=phrase("notice.damaged_portrait"))

    def _read(self, reply: PictureReply) -> None:
        thumbnail = self._reads.pop(reply.id, None)
        self._change(reading=bool(self._reads))
        if thumbnail is not None:
            self._picture_read(thumbnail, reply.styles)

    def _trouble(self, error: ErrorReply) -> None:
        picture = self._pictures.pop(error.id, None)
        if picture is not None:
            picture(0, b"")
        words = phrase(WORKER_SAYS, text=error.message)
        if self._renders.pop(error.id, None) is not None:
            self._change(accepting=bool(self._renders), notice=words)
        elif self._reads.pop(error.id, None) is not None:
            self._change(reading=bool(self._reads), notice=words)
        elif error.id in (0, self._asked):
            self._change(busy=False, notice=words)

    # ---- inside

    def _ask(self, around: str = "") -> None:
        ink, settings = self._ink, self.state.settings
        assert ink is not None
        self._asked, self._arrived = next(_ids), ()
        reference, colors = self._reference()
        self._strokes = zlib.crc32(ink.data)
        self._change(busy=True, ink=ink)
        self._send(
            SuggestRequest(
                id=self._asked, width=ink.side, height=ink.side, ink=ink.data,
                guidance=settings.guidance, guidance_side=0, thumbnail_side=THUMBNAIL_SIDE,
                count=COUNT, reference=reference, seed=self._seed, around=around, colors=colors,
            )
        )  # fmt: skip

    def _reference(self) -> tuple[str, str]:
        """The id of one of the pack's references, or the colours of a picture; "" for none."""
        wanted = self.state.settings.reference
        for reference in self.state.references:
            if reference.id == wanted:
                return ("", reference.colors) if reference.colors else (wanted, "")
        # Of another pack or gone; before the greeting nobody can tell.
        return ("" if self.state.references or wanted.startswith(OWN) else wanted), ""

    def _show(self, suggestions: tuple[Suggestion, ...], **values: Any) -> None:
        """Show suggestions; a pinned one that is chosen stays so, another choice its place."""
        old, selected = self.state, self.state.selected
        if old.selected >= len(old.suggestions) and old.chosen is not None:
            selected += len(suggestions) - len(old.suggestions)
        elif suggestions:
            selected = min(max(selected, 0), len(suggestions) - 1)
        else:
            selected = -1
        self._change(suggestions=suggestions, selected=selected, **values)

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
