"""Each network on tiny sizes: shapes, and that nothing leaks from one style into another."""

from __future__ import annotations

import math
from dataclasses import asdict

import numpy as np
import pytest
import torch

from models.networks.encoder import EncoderSize
from models.networks.generator import Generator, portraits
from models.networks.loupe import Glimpse, glimpse
from models.networks.second_look import brought_back, composed
from models.networks.student import Student, place
from models.networks.styles import StyleError
from models.networks.teacher import Teacher
from models.portrait.placement import Placement
from worker.packs import looks as in_worker
from worker.packs.pack import Glimpse as InPack


def _styles(generator: Generator, count: int = 3) -> torch.Tensor:
    torch.manual_seed(1)
    styles: torch.Tensor = generator.mapping(torch.randn(count, len(generator.roles)))
    return styles


def test_style_order_is_layout_shapes_details_colours(generator: Generator) -> None:
    names = generator.layout.names
    assert names[:4] == ("layout", "face.shape", "eyes.shape", "bangs.shape")
    assert names[7:] == ("colour.hair", "colour.skin", "colour.accent")
    assert generator.layout.structure_count == 7
    with pytest.raises(StyleError, match="no style vector 'tail.shape'"):
        generator.layout.index("tail.shape")


def test_a_head_sees_only_its_own_numbers(generator: Generator) -> None:
    z = torch.randn(2, len(generator.roles))
    moved = z.clone()
    number = generator.roles.index("eyes.shape")
    moved[:, number] += 1
    changed = (generator.mapping(z) != generator.mapping(moved)).any(-1).any(0)
    assert changed.nonzero().flatten().tolist() == [generator.layout.index("eyes.shape")]


def test_styles_have_unit_deviation_and_dead_numbers_are_zero(generator: Generator) -> None:
    generator.train()
    torch.manual_seed(2)
    with torch.no_grad():
        for _ in range(200):
            generator.mapping(torch.randn(256, len(generator.roles)))
        styles = generator.eval().mapping(torch.randn(4096, len(generator.roles)))
    live = generator.live.bool()
    assert styles[:, ~live].abs().max() == 0
    assert torch.allclose(styles.std(0)[live], torch.ones(int(live.sum())), atol=0.1)
    assert styles.mean(0)[live].abs().max() < 0.1


def test_changing_one_part_leaves_the_others_bitwise_alone(generator: Generator) -> None:
    styles = _styles(generator)
    other = styles.clone()
    for index in generator.layout.of_part("eyes"):
        other[:, index] += 0.5
    before, after = generator.synthesis(styles), generator.synthesis(other)
    table = generator.table
    eyes = torch.from_numpy(table.part_of_slot == table.parts.index("eyes"))
    points = eyes[torch.from_numpy(table.slot_of_point)]
    assert torch.equal(before.points[:, ~points], after.points[:, ~points])
    assert torch.equal(before.presence[:, ~eyes], after.presence[:, ~eyes])
    assert torch.equal(before.width[:, ~eyes], after.width[:, ~eyes])
    assert torch.equal(before.paints, after.paints)
    assert not torch.equal(before.points[:, points], after.points[:, points])


def test_mixing_colours_leaves_geometry_bitwise_alone(generator: Generator) -> None:
    styles, donor = _styles(generator), _styles(generator).flip(0)
    mixed = generator.mix(styles, donor, ["colour.hair"])
    before, after = generator.synthesis(styles), generator.synthesis(mixed)
    assert torch.equal(before.points, after.points)
    assert torch.equal(before.presence, after.presence)
    colours = torch.tensor([c == "hair" for c in generator.table.paints.values()])
    assert torch.equal(before.paints[:, ~colours], after.paints[:, ~colours])
    assert not torch.equal(before.paints[:, colours], after.paints[:, colours])


def test_truncation_ends_at_the_average(generator: Generator) -> None:
    styles = _styles(generator)
    assert torch.equal(generator.truncate(styles, 1.0), styles)
    assert torch.equal(generator.truncate(styles, 0.0)[0], generator.mean_styles())


def test_portraits_fit_the_table(generator: Generator) -> None:
    for portrait in portraits(generator(torch.randn(2, len(generator.roles)))):
        portrait.check(generator.table)


def test_placing_moves_about_the_middle() -> None:
    points = torch.tensor([[[0.5, 0.5], [0.7, 0.5]]])
    frame = torch.tensor([[0.1, 0.0, 0.6931472, torch.pi / 2]])
    placed = place(points, frame)
    assert torch.allclose(placed, torch.tensor([[[0.6, 0.5], [0.6, 0.9]]]), atol=1e-5)


def test_encoders_answer_styles_of_the_right_shape(generator: Generator) -> None:
    tiny = EncoderSize(channels=(4, 8), blocks=(1, 1), squeeze=4, feature=16)
    live = generator.live[: generator.layout.structure_count]
    reading = Student(live, 32, tiny)(torch.rand(2, 1, 32, 32))
    assert reading.styles.shape == reading.log_spread.shape == (2, 7, 32)
    assert reading.frame.shape == (2, 4)
    assert reading.styles[:, ~live.bool()].abs().max() == 0
    teacher = Teacher(generator.live, 16, tiny)
    assert teacher(torch.rand(2, 3, 32, 32)).shape == (2, 10, 32)


def test_a_sketch_is_brought_back_from_where_a_frame_says_it_lies() -> None:
    frame = torch.tensor([[0.1, -0.05, -0.5, 0.3]])
    spots = torch.tensor([[[0.4, 0.6], [0.7, 0.5], [0.3, 0.25]]])
    sketch = torch.zeros(1, 1, 128, 128)
    for x, y in (place(spots, frame)[0] * 128).floor().long().tolist():
        sketch[0, 0, y, x] = 1
    back = brought_back(sketch, frame)[0, 0]
    for x, y in (spots[0] * 128).floor().long().tolist():
        assert back[y - 1 : y + 2, x - 1 : x + 2].max() > 0.5
    np.testing.assert_allclose(
        in_worker.brought_back(sketch[0, 0].numpy(), Placement.read(frame[0].tolist())),
        back,
        atol=1e-3,
    )


def test_glimpses_show_features_wherever_the_portrait_has_them() -> None:
    points = torch.tensor([[[0.36, 0.45], [0.44, 0.49], [0.58, 0.5], [0.62, 0.54], [0.5, 0.7]]])
    looked_at = (
        Glimpse(0, 2, 0.2, False),
        Glimpse(2, 4, 0.2, True),
        Glimpse(4, 5, 0.15, False),
        Glimpse(0, 4, 0.2, True, (0.13, 0.02)),
    )
    frame = torch.tensor([[0.06, -0.04, -0.3, 0.2]])
    sketch = torch.zeros(1, 1, 256, 256)
    along = torch.tensor([0.2, 0.05]) / math.hypot(0.2, 0.05)
    outer = torch.stack(
        [points[0, :2].mean(0) - 0.06 * along, points[0, 2:4].mean(0) + 0.06 * along]
    )
    for x, y in (place(outer[None], frame)[0] * 256).long().tolist():
        sketch[0, 0, y - 1 : y + 2, x - 1 : x + 2] = 1
    seen = glimpse(sketch, points, frame, looked_at, 40)[0].numpy()
    # What lies outwards of either eye lies to the left of its glimpse, for one is mirrored.
    for eye in seen[:2]:
        y, x = np.unravel_index(eye.argmax(), eye.shape)
        assert abs(x - (0.5 - 0.06 / 0.2) * 40) < 2.5 and abs(y - 20) < 2.5
    assert seen[2].max() == 0
    # A glimpse beside the middle of both eyes has the outer dot to its left, for it is mirrored.
    y, x = np.unravel_index(seen[3].argmax(), (40, 40))
    gap = float(((points[0, 2:4].mean(0) - points[0, :4].mean(0)) * along).sum()) + 0.06
    assert abs(x - (0.5 - (gap - 0.13) / 0.2) * 40) < 2.5 and abs(y - (0.5 - 0.02 / 0.2) * 40) < 2.5
    where = Placement.read(frame[0].tolist())
    in_packs = [InPack(**asdict(g)) for g in looked_at]
    np.testing.assert_allclose(
        in_worker.closely(sketch[0, 0].numpy(), points[0].numpy(), where, in_packs, 40),
        seen,
        atol=2e-3,
    )


def test_placing_by_a_composed_frame_is_placing_twice() -> None:
    outer = torch.tensor([[0.1, 0.2, -0.4, 0.3]])
    inner = torch.tensor([[-0.05, 0.02, 0.1, -0.1]])
    points = torch.rand(1, 5, 2)
    twice = place(place(points, inner), outer)
    torch.testing.assert_close(place(points, composed(outer, inner)), twice)
    whole = Placement.read(outer[0].tolist()).around(Placement.read(inner[0].tolist()))
    np.testing.assert_allclose(whole.apply(points[0].numpy()), twice[0], atol=1e-5)
