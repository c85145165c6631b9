"""Guidance shows lines where they are, in their part's colour, and blends what agrees."""

from __future__ import annotations

import numpy as np

from models.portrait.lines import Line
from worker.answering import guidance
from worker.answering.part_colors import part_colors

COLORS = {"face": "#ff0000", "eyes": "#0000ff"}


def line(part: str, y: float) -> Line:
    x = np.linspace(0.1, 0.9, 60)
    return Line(0, part, np.stack([x, np.full(60, y)], axis=1).astype(np.float32), 0.02)


def pixels(curves: list[guidance.Curve], opacity: float = 1.0, *, soft: bool) -> np.ndarray:
    """[512, 512, 4] BGRA."""
    data = guidance.picture(curves, 512, opacity, soft=soft)
    return np.frombuffer(data, np.uint8).reshape(512, 512, 4)


def test_detailed_guidance_has_a_colour_for_each_part_on_clear_ground() -> None:
    drawn = pixels(guidance.detailed([line("face", 0.25), line("eyes", 0.75)], COLORS), soft=False)
    assert drawn[128, 256].tolist() == [0, 0, 255, drawn[128, 256, 3]]
    assert drawn[384, 256].tolist() == [255, 0, 0, drawn[384, 256, 3]]
    assert drawn[128, 256, 3] > 200 and not drawn[256].any()


def test_opacity_fades_the_picture() -> None:
    curves = guidance.detailed([line("face", 0.25)], COLORS)
    full, half = (int(pixels(curves, o, soft=False)[128, 256, 3]) for o in (1.0, 0.5))
    assert abs(half - full / 2) <= 1


def test_rough_guidance_is_strong_where_the_portraits_agree() -> None:
    best = [line("face", 0.25), line("eyes", 0.5)]
    others = [[line("face", 0.25), line("eyes", 0.5 + 0.03 * i)] for i in range(1, 5)]
    drawn = pixels(guidance.rough(best, others), soft=True)[..., 3]
    agreed, best_alone, one_alone = (int(drawn[round(512 * y) - 1, 256]) for y in (0.25, 0.5, 0.56))
    assert agreed > 2 * max(best_alone, one_alone) and min(best_alone, one_alone) > 20


def test_thinned_lines_keep_their_ends_and_their_shape() -> None:
    turn = np.linspace(0, np.pi, 200)
    arc = np.stack([0.5 + 0.1 * np.cos(turn), 0.5 + 0.1 * np.sin(turn)], axis=1)
    long, short = line("face", 0.5), Line(1, "eyes", arc.astype(np.float32), 0.01)
    points = np.concatenate([long.points, short.points])
    keep = guidance.enough(points, np.array([60, 200]))
    straight, bent = long.points[keep[:60]], short.points[keep[60:]]
    assert len(straight) <= 42 and (straight[[0, -1]] == long.points[[0, -1]]).all()
    assert len(bent) < 60 and (bent[[0, -1]] == short.points[[0, -1]]).all()
    middles = (bent[1:] + bent[:-1]) / 2
    assert (0.1 - np.hypot(*(middles - 0.5).T)).max() < 0.001


def test_part_colours_differ() -> None:
    colors = part_colors(("face", "eyes", "wings", "tail"))
    assert list(colors) == ["face", "eyes", "wings", "tail"]
    assert len(set(colors.values())) == 4
