"""Which guidance is shown: parts, what is drawn already, colours for every eye."""

from __future__ import annotations

import math
from dataclasses import replace

from krita_anifaceplugin.guidance.choosing import chosen_guidance
from krita_anifaceplugin.guidance.curves import Curve, Guidance
from krita_anifaceplugin.guidance.palette import SAFE
from krita_anifaceplugin.guidance.paper import paper_of
from krita_anifaceplugin.guidance.parts import choices
from krita_anifaceplugin.settings import Settings
from krita_anifaceplugin.sketch.ink import Ink
from worker.answering.part_colors import part_colors

SIDE = 200


def level(part: str, y: float) -> Curve:
    points = tuple(v for k in range(21) for v in (0.1 + 0.04 * k, y))
    return Curve(part, "#123456", 0.8, 0.01, points)


BANGS, EYES, MOUTH = level("bangs", 0.2), level("eyes", 0.5), level("mouth", 0.8)
GUIDANCE = Guidance(1, "detailed", (BANGS, EYES, MOUTH))


def lines(*drawn: tuple[float, float, float]) -> Ink:
    """Lines at heights y from x0 to x1, in frame units."""
    data = bytearray(SIDE * SIDE)
    for y, x0, x1 in drawn:
        row = round(y * SIDE) * SIDE
        data[row + round(x0 * SIDE) : row + round(x1 * SIDE)] = bytes([255]) * (
            round(x1 * SIDE) - round(x0 * SIDE)
        )
    return Ink(SIDE, bytes(data))


def test_parts_and_groups() -> None:
    hair = chosen_guidance(GUIDANCE, Settings(parts="group:hair"), None)
    assert hair.curves == (BANGS,)
    assert chosen_guidance(GUIDANCE, Settings(parts="mouth"), None).curves == (MOUTH,)
    assert chosen_guidance(GUIDANCE, Settings(), None) is GUIDANCE
    offered = choices(["bangs", "eyes", "wings"])
    assert offered == ["", "group:hair", "group:eyes", "bangs", "eyes", "wings"]


def test_what_is_drawn_is_left_out() -> None:
    ink = lines((0.21, 0.1, 0.9), (0.5, 0.1, 0.5))
    left = chosen_guidance(GUIDANCE, Settings(only_undrawn=True), ink).curves
    assert [curve.part for curve in left] == ["eyes", "mouth"], "the bangs are drawn"
    eyes, mouth = left
    assert mouth is MOUTH
    assert 0.44 <= min(eyes.points[0::2]) <= 0.54 and max(eyes.points[0::2]) > 0.89, "half an eye"
    nothing = chosen_guidance(GUIDANCE, Settings(only_undrawn=True), lines())
    assert nothing.curves == GUIDANCE.curves


def test_safe_colours_stay_apart_for_every_eye() -> None:
    safe = chosen_guidance(GUIDANCE, Settings(palette="safe"), None)
    assert [curve.color for curve in safe.curves] == [SAFE[c.part] for c in GUIDANCE.curves]
    rough = Guidance(1, "rough", (BANGS,))
    assert chosen_guidance(rough, Settings(palette="safe"), None) is rough
    touching = {
        "face": ("bangs", "sides", "ears", "body", "mouth", "nose"),
        "eyes": ("brows", "bangs"),
        "bangs": ("brows", "sides", "back"),
        "sides": ("back", "ears"),
        "nose": ("mouth",),
        "clothes": ("body", "back"),
        "tied": ("back",),
    }
    for eye in (NORMAL, PROTAN, DEUTAN, TRITAN):
        for a, others in touching.items():
            for b in others:
                assert distance(SAFE[a], SAFE[b], eye) > 0.09, (a, b)


def test_guidance_can_be_read_on_any_paper() -> None:
    """On grey, dark and coloured paper every line, or its edge, stands off it; parts stay apart."""
    curves = tuple(replace(BANGS, part=part, color=color) for part, color in SAFE.items())
    whole = Guidance(1, "detailed", curves)
    rough = Guidance(1, "rough", (replace(BANGS, color="#5a7ab0"),))
    assert chosen_guidance(whole, Settings(), None, (236, 220, 184)) is whole, "cream is fine"
    papers = ((128, 128, 128), (34, 36, 42), (40, 90, 190), (190, 50, 60), (170, 170, 170))
    for paper in papers:
        ground = "#{:02x}{:02x}{:02x}".format(*paper)
        detailed = chosen_guidance(whole, Settings(), None, paper)
        edge = seen_on(paper, detailed.casing)
        seen = [c.color for c in detailed.curves]
        for color in seen:
            assert max(apart(color, ground), apart(edge, ground)) > 0.15, f"{color} on {ground}"
            assert max(apart(color, ground), apart(color, edge)) > 0.1, f"{color} on {ground}"
        faint = chosen_guidance(rough, Settings(), None, paper)
        assert apart(faint.curves[0].color, ground) > 0.2 and not faint.casing
        assert len(set(seen)) == len(seen), "each part has its own colour"


def test_parts_keep_strong_colours_on_mid_grey() -> None:
    """Pastels and browns look alike: a part's colour stays as strong as on white, or nearly."""
    curves = tuple(
        replace(BANGS, part=part, color=color) for part, color in part_colors([*SAFE]).items()
    )
    whole = Guidance(1, "detailed", curves)
    for grey in (100, 128, 150, 170, 200):
        shown = chosen_guidance(whole, Settings(), None, (grey,) * 3).curves
        for new, old in zip(shown, curves, strict=True):
            was, now = (math.hypot(*oklab(c.color, NORMAL)[1:]) for c in (old, new))
            assert now > 0.6 * was, f"{old.part} on {grey}"


def seen_on(paper: tuple[int, int, int], casing: str) -> str:
    """ "#rrggbb" of a casing laid over a paper."""
    share = int(casing[1:3], 16) / 255 if casing else 0.0
    over = [int(casing[i : i + 2], 16) for i in (3, 5, 7)] if casing else paper
    mixed = [round(a + (b - a) * share) for a, b in zip(paper, over, strict=True)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def apart(a: str, b: str) -> float:
    """How far two colours are apart in lightness, as an eye sees it: 0 to 1."""
    return abs(oklab(a, NORMAL)[0] - oklab(b, NORMAL)[0])


def test_lines_do_not_make_the_paper() -> None:
    dark, ink = (34, 36, 42, 255), (240, 240, 240, 255)
    assert paper_of([dark] * 14 + [ink] * 11) == dark[:3]
    assert paper_of([(0, 0, 0, 0)] * 25) == paper_of([]) == (255, 255, 255)


Matrix = tuple[tuple[float, float, float], ...]
#: Linear RGB as these eyes see it (Machado, Oliveira, Fernandes 2009, severity 1).
NORMAL: Matrix = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
PROTAN: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)  # fmt: skip
DEUTAN: Matrix = (
    (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)
)  # fmt: skip
TRITAN: Matrix = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)  # fmt: skip


def distance(a: str, b: str, eye: Matrix) -> float:
    """How different two colours look to an eye: Euclidean in OKLab."""
    p, q = oklab(a, eye), oklab(b, eye)
    return sum((x - y) ** 2 for x, y in zip(p, q, strict=True)) ** 0.5


def oklab(color: str, eye: Matrix) -> tuple[float, float, float]:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels]
    r, g, b = (max(0.0, sum(m * v for m, v in zip(row, linear, strict=True))) for row in eye)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
