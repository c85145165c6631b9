"""One request on its way: read the sketch, draft, fit, show."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from krita_anifaceplugin import protocol
from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker import guidance, references, render, sketch, suggestions, variations
from worker.conditioning import Conditioned, Ensemble, condition, ornaments
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
#: Greatest spread of a style number about that of a chosen suggestion.
_AROUND = 0.3
#: Drafts whose lines blend into rough guidance, besides the best guess.
_BLENDED = 3


@dataclass(frozen=True, eq=False)
class Tools:
    """What all answers share; ``colors`` maps each part to "#rrggbb"."""

    pack: Pack
    networks: Networks
    ensemble: Ensemble
    curves: SketchedCurves
    colors: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class _Seen:
    """What was read from a sketch."""

    strokes: Strokes
    coverage: Coverage
    says: Conditioned


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
            reading = _reading(tools, request, ink)
        with watch("condition"):
            says = condition(
                tools.pack, tools.networks, tools.ensemble, tools.curves, reading, strokes,
                suggestions.groups(tools.pack.table.parts),
            )  # fmt: skip
        if request.around:  # where it lies is the sketch's to say, what it is was chosen
            says = replace(says, styles=reading.styles)
        seen = _Seen(strokes, coverage, says)
        yield from _Answer(tools, request, colors, seen, watch).replies()
    yield protocol.Done(request.id, hint, watch.milliseconds())


def _reading(tools: Tools, request: protocol.SuggestRequest, ink: Floats) -> Reading:
    """What the student reads; where a suggestion was chosen, that it is about this one."""
    reading = tools.networks.read(ink)
    if not request.around:
        return reading
    chosen = from_text(request.around, reading.styles.shape)
    return replace(reading, styles=chosen, spread=np.minimum(reading.spread, _AROUND))


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

    def replies(self) -> Iterator[Reply]:
        """All replies but Done."""
        says = self._seen.says
        with self._watch("synthesise"):
            mean, lines, drafts = self._first_and_drafts()
        with self._watch("fit"):
            first = self._fitted(mean, lines, 0)
        if self._request.guidance != "off":
            yield self._guidance(first, drafts)
        if self._request.count > 0:
            yield self._suggestion(0, first, says.styles)
            yield from self._others(mean, first, drafts)

    def _first_and_drafts(self) -> tuple[Portrait, list[Line], _Drafts]:
        """The best guess with its lines, and the drafts from which others are taken; none with
        ornaments that no stroke asked for."""
        says, table = self._seen.says, self._table
        wanted = max(self._request.count - 1, 0) * _DRAFTS_EACH
        if self._request.guidance == "rough":
            wanted = max(wanted, _BLENDED)
        styles, frames = self._draws(wanted)
        placed = self._portraits(np.concatenate([says.styles[None], styles]), [says.frame, *frames])
        mean, *drafts = (says.presences.of(portrait) for portrait in placed)
        lines = suggestions.sketched_lines(table, mean)
        asked = ornaments.asked(table, self._tools.ensemble, lines, self._seen.coverage)
        unasked = ornaments.rare_ornaments(table, self._tools.ensemble) & ~asked
        plain = ornaments.without(mean, unasked)
        if plain is not mean:
            lines = suggestions.sketched_lines(table, plain)
        drafts = [ornaments.without(draft, unasked) for draft in drafts]
        return plain, lines, _Drafts(table, styles, drafts)

    def _draws(self, count: int) -> tuple[Floats, list[Placement]]:
        """[count, Ks, D] draws 1 to ``count`` of what the sketch leaves open, with their places,
        or variations of the chosen suggestion."""
        says, pack = self._seen.says, self._tools.pack
        if self._request.around:
            roles = pack.styles[: pack.structure_count]
            seed = self._request.seed
            return variations.draws(says.styles, says.spread, roles, seed, count), [
                says.frame
            ] * count
        finished = self._seen.coverage.finished(says.lines)
        return says.drawn(self._request.seed, count, 1 - finished)

    def _portraits(self, structure: Floats, frames: Sequence[Placement]) -> list[Portrait]:
        """Portraits of structure vectors [N, Ks, D] in the reference's colours, placed."""
        colors = np.broadcast_to(self._colors, (len(structure), *self._colors.shape))
        styles = np.concatenate([structure, colors], axis=1)
        drawn = self._tools.networks.synthesise(styles)
        return [frame.place(p) for frame, p in zip(frames, drawn, strict=True)]

    def _fitted(self, portrait: Portrait, lines: Sequence[Line], seed: int) -> Suggestion:
        return suggestions.fitted(
            self._table, portrait, lines, self._seen.strokes, self._seen.coverage, seed,
            self._seen.says.belief,
        )  # fmt: skip

    def _guidance(self, first: Suggestion, drafts: _Drafts) -> Reply:
        request = self._request
        with self._watch("guidance"):
            soft = request.guidance == "rough"
            if soft:
                curves = self._rough(first, drafts)
            else:
                curves = guidance.detailed(self._moved(first.lines, first), self._tools.colors)
            side, pixels = request.guidance_side, b""
            if side:
                pixels = guidance.picture(curves, side, request.guidance_opacity, soft=soft)
            plain = [curve.to_json(3 if soft else 4) for curve in curves]
        return protocol.GuidanceReply(request.id, request.guidance, plain, side, pixels)

    def _rough(self, first: Suggestion, drafts: _Drafts) -> list[guidance.Curve]:
        """The best guess blended with some drafts, which are deformed like it: they differ from
        it little where strokes are, and that is where it was deformed."""
        coarse = guidance.ROUGH_COARSENESS
        best = self._moved(first.lines, first, coarse)
        others = [self._moved(drafts.lines(i), first, coarse) for i in range(_BLENDED)]
        return guidance.rough(best, others)

    def _moved(
        self, lines: Sequence[Line], first: Suggestion, coarseness: float = 1.0
    ) -> list[Line]:
        """Lines thinned out for guidance and deformed like the best guess."""
        thinned = guidance.thinned(lines, coarseness)
        return suggestions.moved_lines(self._table, thinned, first.deformation)

    def _others(self, mean: Portrait, first: Suggestion, drafts: _Drafts) -> Iterator[Reply]:
        """Suggestions 1 and up: the drafts that cover the strokes best and differ most."""
        wanted = self._request.count - 1
        with self._watch("others"):
            if wanted <= 0:
                return
            covered = [
                self._seen.coverage.of(self._tools.curves.sample(d)) for d in drafts.portraits
            ]
            finished = self._seen.coverage.finished(first.samples)
            chosen = suggestions.choose(mean, drafts.portraits, covered, wanted, finished)
        for index, i in enumerate(chosen, start=1):
            with self._watch("others"):
                other = self._fitted(drafts.portraits[i], drafts.lines(i), i + 1)
            yield self._suggestion(index, other, drafts.styles[i])

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


class _Drafts:
    """Portraits drawn beside the best guess; the lines of each are found when they are asked for,
    and once."""

    def __init__(self, table: LayerTable, styles: Floats, portraits: Sequence[Portrait]) -> None:
        self.styles = styles
        self.portraits = portraits
        self._table = table
        self._lines: dict[int, list[Line]] = {}

    def lines(self, i: int) -> list[Line]:
        """The lines of draft ``i``."""
        if i not in self._lines:
            self._lines[i] = suggestions.sketched_lines(self._table, self.portraits[i])
        return self._lines[i]
