"""One request on its way: read the sketch, draft, fit, show."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from krita_anifaceplugin import protocol
from models.portrait.lines import Line, visible_lines
from models.portrait.portrait import Portrait
from worker import guidance, references, render, sketch, suggestions, variations
from worker.coverage import Coverage
from worker.inference import Networks, Reading
from worker.ink_trace import Strokes, trace
from worker.pack import Pack
from worker.sent_styles import from_text, to_text
from worker.sketched_curves import SketchedCurves
from worker.stopwatch import Stopwatch
from worker.suggestions import Floats, Suggestion

Reply = protocol.GuidanceReply | protocol.SuggestionReply | protocol.Done

EMPTY_HINT = "Draw a stroke of a face inside the frame, and suggestions appear here."
#: Drafts synthesised for every further suggestion that is shown.
_DRAFTS_EACH = 2
#: Drafts whose lines blend into rough guidance, besides the best guess.
_BLENDED = 3


@dataclass(frozen=True, eq=False)
class Tools:
    """What all answers share; ``colors`` maps each part to "#rrggbb"."""

    pack: Pack
    networks: Networks
    curves: SketchedCurves
    colors: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class _Seen:
    """What was read from a sketch."""

    strokes: Strokes
    coverage: Coverage
    reading: Reading


def answer(tools: Tools, request: protocol.SuggestRequest) -> Iterator[Reply]:
    """Guidance and the first suggestion, the others, and at last Done; each is made when it is
    asked for.

    Raises:
        RequestError: the pack has no such reference, or styles sent along are not its own.
    """
    colors = references.color_styles(tools.pack, request)
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
        with watch("trace"):
            strokes = trace(ink)
            coverage = Coverage(strokes)
        with watch("encode"):
            seen = _Seen(strokes, coverage, tools.networks.read(ink))
        yield from _Answer(tools, request, colors, seen, watch).replies()
    yield protocol.Done(request.id, hint, watch.milliseconds())


class _Answer:
    """The answer to a sketch that holds something."""

    def __init__(
        self,
        tools: Tools,
        request: protocol.SuggestRequest,
        colors: Floats,
        seen: _Seen,
        watch: Stopwatch,
    ) -> None:
        self._tools = tools
        self._table = tools.pack.table
        self._request = request
        self._colors = colors
        self._seen = seen
        self._watch = watch
        pack = tools.pack
        shape = (pack.structure_count, pack.mean_styles.shape[1])
        self._styles = from_text(request.around, shape) if request.around else seen.reading.styles

    def replies(self) -> Iterator[Reply]:
        """All replies but Done."""
        with self._watch("synthesise"):
            mean = self._portraits(self._styles[None])[0]
        with self._watch("fit"):
            first = self._fitted(mean, 0)
        if self._request.guidance != "off":
            yield self._guidance(first)
        if self._request.count > 0:
            yield self._suggestion(0, first, self._styles)
            yield from self._others(mean, first)

    def _portraits(self, structure: Floats) -> list[Portrait]:
        """Portraits of structure vectors [N, Ks, D] in the reference's colours, placed."""
        colors = np.broadcast_to(self._colors, (len(structure), *self._colors.shape))
        styles = np.concatenate([structure, colors], axis=1)
        return [self._seen.reading.frame.place(p) for p in self._tools.networks.synthesise(styles)]

    def _fitted(self, portrait: Portrait, seed: int) -> Suggestion:
        return suggestions.fitted(
            self._table, portrait, self._seen.strokes, self._seen.coverage, seed
        )

    def _draws(self, first: Suggestion, count: int) -> Floats:
        """[count, Ks, D] draws 1 to ``count`` around what the sketch says, or around the chosen
        suggestion."""
        reading, pack = self._seen.reading, self._tools.pack
        shares = self._seen.coverage.drawn_parts(first.samples, len(self._table.parts))
        drawn = {part: float(s) for part, s in zip(self._table.parts, shares, strict=True)}
        roles = pack.styles[: pack.structure_count]
        finished = self._seen.coverage.finished(first.samples)
        spread = suggestions.damped_spread(reading.spread, roles, drawn, finished)
        if self._request.around:
            return variations.draws(self._styles, spread, roles, self._request.seed, count)
        return suggestions.draws(self._styles, spread, self._request.seed, count)

    def _guidance(self, first: Suggestion) -> Reply:
        request = self._request
        with self._watch("guidance"):
            soft = request.guidance == "rough"
            if soft:
                curves = self._rough(first)
            else:
                curves = guidance.detailed(self._moved(first.lines, first), self._tools.colors)
            side, pixels = request.guidance_side, b""
            if side:
                pixels = guidance.picture(curves, side, request.guidance_opacity, soft=soft)
            plain = [curve.to_json(3 if soft else 4) for curve in curves]
        return protocol.GuidanceReply(request.id, request.guidance, plain, side, pixels)

    def _rough(self, first: Suggestion) -> list[guidance.Curve]:
        """The best guess blended with some drafts, which are deformed like it: they differ from
        it little where strokes are, and that is where it was deformed."""
        coarse = guidance.ROUGH_COARSENESS
        best = self._moved(first.lines, first, coarse)
        others = [
            self._moved(visible_lines(self._table, draft), first, coarse)
            for draft in self._portraits(self._draws(first, _BLENDED))
        ]
        return guidance.rough(best, others)

    def _moved(
        self, lines: Sequence[Line], first: Suggestion, coarseness: float = 1.0
    ) -> list[Line]:
        """Lines thinned out for guidance and deformed like the best guess."""
        thinned = guidance.thinned(lines, coarseness)
        return suggestions.moved_lines(self._table, thinned, first.deformation)

    def _others(self, mean: Portrait, first: Suggestion) -> Iterator[Reply]:
        """Suggestions 1 and up: the drafts that cover the strokes best and differ most."""
        wanted = self._request.count - 1
        with self._watch("others"):
            if wanted <= 0:
                return
            draws = self._draws(first, wanted * _DRAFTS_EACH)
            drafts = self._portraits(draws)
            covered = [self._seen.coverage.of(self._tools.curves.sample(d)) for d in drafts]
            finished = self._seen.coverage.finished(first.samples)
            chosen = suggestions.choose(mean, drafts, covered, wanted, finished)
        for index, i in enumerate(chosen, start=1):
            with self._watch("others"):
                other = self._fitted(drafts[i], i + 1)
            yield self._suggestion(index, other, draws[i])

    def _suggestion(self, index: int, suggestion: Suggestion, styles: Floats) -> Reply:
        side = self._request.thumbnail_side
        with self._watch("thumbnails"):
            pixels = render.bgra(self._table, suggestion.portrait, side, background=True)
        return protocol.SuggestionReply(
            id=self._request.id,
            index=index,
            side=side,
            pixels=pixels,
            portrait=base64.b64encode(suggestion.portrait.to_bytes()).decode("ascii"),
            seed=suggestion.seed,
            coverage=round(suggestion.coverage, 4),
            styles=to_text(styles),
        )
