"""Guidance of the best guess, alone or blended with drafts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from krita_anifaceplugin import protocol
from models.portrait.lines import Line
from worker.answering import guidance
from worker.answering.drafts import Drafts
from worker.answering.suggestions import Suggestion
from worker.answering.tools import Tools
from worker.lines.line_points import with_points

#: Drafts whose lines blend into rough guidance, besides the best guess.
BLENDED = 2


def guidance_reply(
    tools: Tools, request: protocol.SuggestRequest, first: Suggestion, drafts: Drafts
) -> protocol.GuidanceReply:
    """What to draw next, in the mode that was asked for."""
    if request.guidance == "rough":
        curves = _rough(tools, first, drafts)
    else:
        (lines,) = _moved(tools, [first.lines], first)
        curves = guidance.detailed(lines, tools.colors)
    return _reply(request, curves)


def early_guidance(
    tools: Tools, request: protocol.SuggestRequest, first: Suggestion
) -> protocol.GuidanceReply:
    """Rough guidance by the best guess alone, for the time until drafts blend into it."""
    (best,) = _moved(tools, [first.lines], first, guidance.ROUGH_COARSENESS)
    return _reply(request, guidance.alone(best))


def _reply(
    request: protocol.SuggestRequest, curves: Sequence[guidance.Curve]
) -> protocol.GuidanceReply:
    soft = request.guidance == "rough"
    side, pixels = request.guidance_side, b""
    if side:
        pixels = guidance.picture(curves, side, request.guidance_opacity, soft=soft)
    sent = guidance.to_reply(curves)
    return protocol.GuidanceReply(request.id, request.guidance, sent, side, pixels)


def _rough(tools: Tools, first: Suggestion, drafts: Drafts) -> list[guidance.Curve]:
    """The best guess blended with some drafts, which are deformed like it: they differ from
    it little where strokes are, and that is where it was deformed."""
    drafts.make(BLENDED)
    others = [drafts.lines(i) for i in range(BLENDED)]
    best, *moved = _moved(tools, [first.lines, *others], first, guidance.ROUGH_COARSENESS)
    return guidance.rough(best, moved)


def _moved(
    tools: Tools, portraits: Sequence[Sequence[Line]], first: Suggestion, coarseness: float = 1.0
) -> list[list[Line]]:
    """The lines of some portraits, thinned out for guidance and deformed like the best guess."""
    together = [line for lines in portraits for line in lines]
    if not together:
        return [[] for _ in portraits]
    points = np.concatenate([line.points for line in together])
    counts = np.array([len(line.points) for line in together])
    keep = guidance.enough(points, counts, coarseness)
    kept = np.add.reduceat(keep, np.cumsum(counts) - counts, dtype=np.int64)
    parts = tools.pack.table.parts
    part = np.repeat([parts.index(line.part) for line in together], kept)
    moved = iter(with_points(together, first.deformation.apply(points[keep], part), kept))
    return [[next(moved) for _ in lines] for lines in portraits]
