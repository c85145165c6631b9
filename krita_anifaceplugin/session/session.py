"""What AniFace knows of the moment: sketch, suggestions, guidance. No widgets, no Krita, no Qt.

The state is frozen and replaced as a whole; whoever subscribes sees each new one. Answers that
belong to an older sketch, another layer, document or frame never enter it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

from ..connection.request_queue import Request
from ..guidance.curves import Guidance, curves_of
from ..protocol import (
    Done,
    ErrorReply,
    GuidanceReply,
    Hello,
    Message,
    PictureReply,
    RenderReply,
    SuggestionReply,
    SuggestRequest,
)
from ..settings import Settings
from ..sketch.ink import Ink
from ..texts.phrase import SILENCE, Phrase, phrase
from . import selection
from .answers import parts_of, picture_side_of, references_of, suggestion_of, words_of
from .errands import Errands, new_id
from .reference_choice import asked_for, with_own, with_packs
from .side_jobs import WORKER_SAYS, SideJobs
from .state import COUNT, Accepted, Place, Reference, Source, State, Suggestion
from .suggestion_history import SuggestionHistory

THUMBNAIL_SIDE = 192
HINT_EMPTY = phrase("hint.empty")


class Session:
    """Turns sketches into requests and answers into state.

    Args:
        send: hands a request to the worker.
        accepted: receives the portrait of an accepted suggestion; whoever makes a layer of it
            says ``inserted`` when that is over.
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
        self._send = send
        self._listeners: list[Callable[[State], None]] = []
        self._ink: Ink | None = None
        self._asked = 0
        self._like: Suggestion | None = None
        self._strokes = 0
        self._errands = Errands(send)
        self._side_jobs = SideJobs(self._errands, self._change, self.tell, accepted, picture_read)
        self._arrived: tuple[Suggestion, ...] = ()
        self._history = SuggestionHistory()
        self._seed = 0

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
        self._ink, self._like = ink, None
        if ink.empty:
            self.clear(HINT_EMPTY)
            self._ink = ink
            self._change(source=source, place=self._history.place(source))
        else:
            self._ask(source=source, hint=SILENCE, place=self._history.place(source))

    def clear(self, hint: Phrase) -> None:
        """There is no sketch now; ``hint`` says why. What is pinned stays."""
        self._ink, self._asked, self._like = None, 0, None
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
        self._become(selection.select(self.state, index))

    def select_next(self, steps: int) -> None:
        """Choose the suggestion ``steps`` further on (or back), round and round."""
        self._become(selection.select_next(self.state, steps))

    def pin(self, index: int | None = None) -> None:
        """Keep the selected (or the given) suggestion in view; one that is pinned is let go."""
        self._become(selection.pin(self.state, self.state.selected if index is None else index))

    def more_like_this(self, index: int | None = None) -> None:
        """Ask for variations of the selected (or the given) suggestion."""
        if index is not None:
            self.select(index)
        chosen = self.state.chosen
        if chosen is not None and chosen.styles and self._ink is not None and not self._ink.empty:
            self._like = chosen
            self._ask()

    def others(self) -> None:
        """Ask for other suggestions for the same sketch."""
        self._seed += 1
        self._like = None
        self.ask_again()

    def look(self, steps: Literal[-1, 1]) -> None:
        """Go back to older suggestions for this sketch, or forward again."""
        source = self.state.source
        found = None if source is None else self._history.step(source, steps)
        if found is not None:
            self._show(found, place=self._history.place(source), hint=SILENCE)

    def read_picture(self, pixels: bytes, thumbnail: bytes) -> None:
        """Have a picture of the artist's own read: BGRA of ``picture_side`` squared, and a PNG."""
        self._side_jobs.read_picture(pixels, self.state.picture_side, thumbnail)

    def set_own_references(self, own: tuple[Reference, ...]) -> None:
        """Offer these pictures beside the pack's references."""
        self._change(references=with_own(self.state, own))

    def accept(self, index: int | None = None) -> None:
        """Render the selected (or the given) suggestion as it is seen now, to become a layer."""
        if index is not None:
            self.select(index)
        self._side_jobs.accept(self.state)

    def inserted(self) -> None:
        """An accepted portrait is a layer now, or never will be."""
        self._side_jobs.inserted()

    def render(self, portrait: bytes, side: int, done: Callable[[int, bytes], None]) -> None:
        """Ask for a portrait's picture; ``done`` gets its side and pixels, 0 and b"" if it
        cannot be had."""
        self._errands.render(portrait, side, lambda drawn: done(drawn.side, drawn.pixels))

    def ask_again(self) -> None:
        """Ask for the sketch in hand again, where there is one: for variations again, if that is
        what is in view."""
        if self._ink is not None and not self._ink.empty:
            self._ask()

    # ---- the worker

    def receive(self, message: Message) -> None:
        """Take a message of the worker; what is stale or another session's changes nothing."""
        if isinstance(message, Hello):
            self._greet(message)
        elif isinstance(message, (RenderReply, PictureReply, ErrorReply)):
            if not self._errands.receive(message) and isinstance(message, ErrorReply):
                self._trouble(message)
        elif getattr(message, "id", 0) == self._asked and self.state.source is not None:
            if isinstance(message, GuidanceReply):
                self._guide(message)
            elif isinstance(message, SuggestionReply):
                self._suggest(message)
            elif isinstance(message, Done):
                self._done(message)

    def _greet(self, hello: Hello) -> None:
        references = with_packs(self.state, hello.pack, references_of(hello))
        self._change(
            pack=hello.pack, parts=parts_of(hello), references=references,
            picture_side=picture_side_of(hello),
        )  # fmt: skip

    def _guide(self, reply: GuidanceReply) -> None:
        if reply.mode != self.state.settings.guidance or reply.mode == "off":
            return
        curves = curves_of(reply.curves)
        self._change(guidance=Guidance(reply.id, reply.mode, curves))

    def _suggest(self, reply: SuggestionReply) -> None:
        new = suggestion_of(reply, self._strokes)
        if new is None:
            return
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

    def _trouble(self, error: ErrorReply) -> None:
        if error.id in (0, self._asked):
            self._change(busy=False, notice=phrase(WORKER_SAYS, text=words_of(error)))

    # ---- inside

    def _ask(self, **values: Any) -> None:
        """Ask for the sketch in hand, and only then let be seen that it is being worked on, and
        other ``values``: the worker does not wait for what is drawn of them."""
        ink, settings, like = self._ink, self.state.settings, self._like
        assert ink is not None
        self._asked, self._arrived = new_id(), ()
        reference, colors = asked_for(self.state, like)
        self._strokes = zlib.crc32(ink.data)
        self._send(
            SuggestRequest(
                id=self._asked, width=ink.side, height=ink.side, ink=ink.data,
                guidance=settings.guidance, guidance_side=0,
                guidance_early=True, thumbnail_side=THUMBNAIL_SIDE,
                count=COUNT, reference=reference, seed=self._seed, colors=colors,
                around=like.styles if like is not None else "",
            )
        )  # fmt: skip
        self._change(busy=True, ink=ink, **values)

    def _show(self, suggestions: tuple[Suggestion, ...], **values: Any) -> None:
        self._become(replace(selection.show(self.state, suggestions), **values))

    def _change(self, **values: Any) -> None:
        self._become(replace(self.state, **values))

    def _become(self, new: State) -> None:
        if new != self.state:
            self.state = new
            for listener in self._listeners:
                listener(new)
