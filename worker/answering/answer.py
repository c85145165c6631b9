"""The replies to one request, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from krita_anifaceplugin import protocol
from worker.answering import render, suggestions
from worker.answering.drafts import Drafts
from worker.answering.palettes import Palette
from worker.answering.seen import Seen, look
from worker.answering.shown_guidance import BLENDED, early_guidance, guidance_reply
from worker.answering.suggestions import Floats, Suggestion
from worker.answering.tools import Tools
from worker.measuring.stopwatch import Stopwatch
from worker.reading import sketch
from worker.serving.sent_styles import to_text

Reply = protocol.GuidanceReply | protocol.SuggestionReply | protocol.Done

EMPTY_HINT = "Draw a stroke of a face inside the frame, and suggestions appear here."
#: Drafts synthesised for every further suggestion that is shown.
_DRAFTS_EACH = 2


def answer(tools: Tools, request: protocol.SuggestRequest) -> Iterator[Reply]:
    """Guidance (twice, where some of it is wanted early) and the first suggestion, the others, and
    at last Done; each is made when it is asked for.

    Raises:
        RequestError: the pack has no such reference, or styles sent along are not its own.
    """
    palettes = tools.palettes.worn(request)
    watch = Stopwatch()
    with watch("prepare"):
        ink = sketch.prepare(request.ink, request.width, tools.pack.sketch_side)
    hint = ""
    if sketch.is_empty(ink):
        hint = EMPTY_HINT
        if request.guidance != "off":
            side = request.guidance_side
            yield protocol.GuidanceReply(request.id, request.guidance, [], side, bytes(side**2 * 4))
    else:
        seen = look(tools, request, ink, watch)
        yield from _replies(tools, request, palettes, seen, watch)
    yield protocol.Done(request.id, hint, watch.milliseconds())


def _replies(
    tools: Tools, request: protocol.SuggestRequest, palettes: Sequence[Palette], seen: Seen,
    watch: Stopwatch,
) -> Iterator[Reply]:  # fmt: skip
    """All replies but Done, to a sketch that holds something."""
    further = max(request.count - 1, 0)
    blended = BLENDED if request.guidance == "rough" else 0
    early = bool(blended) and request.guidance_early
    wanted = max(further * _DRAFTS_EACH, blended)
    with watch("lines"):
        drafts = Drafts(tools, request, seen, wanted)
    with watch("fit"):
        first = suggestions.fitted(
            tools.pack.table, drafts.best, drafts.best_lines, seen.strokes, seen.coverage, 0,
            seen.says.belief, seen.finer,
        )  # fmt: skip
    if early:
        with watch("guidance"):
            guidance = early_guidance(tools, request, first)
        yield guidance
    if request.guidance != "off":
        with watch("blend" if early else "guidance"):
            if early:
                drafts.make(wanted)  # all at once takes little longer than those that blend
            guidance = guidance_reply(tools, request, first, drafts)
        yield guidance
    if request.count > 0:
        yield _suggestion(tools, request, 0, palettes[0], first, seen.says.styles, watch)
    if further:
        yield from _others(tools, request, palettes, seen, first, drafts, watch)


def _others(
    tools: Tools, request: protocol.SuggestRequest, palettes: Sequence[Palette], seen: Seen,
    first: Suggestion, drafts: Drafts, watch: Stopwatch,
) -> Iterator[Reply]:  # fmt: skip
    """Suggestions 1 and up: the drafts that cover the strokes best and differ most."""
    with watch("others"):
        portraits = drafts.make(drafts.count)
        covered = [seen.coverage.of(tools.curves.sample(draft)) for draft in portraits]
        finished = seen.coverage.finished(first.samples)
        chosen = suggestions.choose(drafts.best, portraits, covered, request.count - 1, finished)
    for index, i in enumerate(chosen, start=1):
        with watch("others"):
            other = suggestions.fitted(
                tools.pack.table, portraits[i], drafts.lines(i), seen.strokes, seen.coverage, i + 1,
                seen.says.belief,
            )  # fmt: skip
        yield _suggestion(tools, request, index, palettes[index], other, drafts.styles(i), watch)


def _suggestion(
    tools: Tools, request: protocol.SuggestRequest, index: int, palette: Palette,
    suggestion: Suggestion, styles: Floats, watch: Stopwatch,
) -> protocol.SuggestionReply:  # fmt: skip
    side = request.thumbnail_side
    with watch("thumbnails"):
        portrait = replace(suggestion.portrait, paints=palette.paints)
        pixels = render.bgra(tools.pack.table, portrait, side, background=True)
    return protocol.SuggestionReply(
        id=request.id,
        index=index,
        side=side,
        pixels=pixels,
        portrait=portrait.to_bytes(),
        seed=suggestion.seed,
        coverage=round(suggestion.coverage, 4),
        styles=to_text(styles),
        reference=palette.reference,
    )
