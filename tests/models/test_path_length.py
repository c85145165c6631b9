"""Path lengths are slopes of the synthesis, and training evens them out."""

from __future__ import annotations

from pathlib import Path

import torch

from models.networks.generator import Generator
from models.training.configuration import Configuration
from models.training.generator_loop import PATH_EVERY, GeneratorStage
from models.training.path_length import path_length_loss, path_lengths
from models.training.samples import load_samples
from models.training.source import PortraitSource


def _some(generator: Generator, count: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Structure vectors, directions, live numbers."""
    structure = generator.layout.structure_count
    torch.manual_seed(2)
    kind = generator.live.dtype
    z = torch.randn(count, len(generator.roles), dtype=kind)
    directions = torch.randn(count, generator.table.point_count, 2, dtype=kind)
    return generator.mapping(z)[:, :structure].detach(), directions, generator.live[:structure]


def test_a_path_length_is_the_slope_of_the_drawing(generator: Generator) -> None:
    generator.double()
    styles, directions, live = _some(generator, 3)
    found = path_lengths(generator.synthesis, styles, directions, live)
    step = 1e-6

    def along(moved: torch.Tensor) -> torch.Tensor:
        points = generator.synthesis.structure(moved)[0]
        return (points * directions).sum((1, 2)) / directions[0].numel() ** 0.5

    for vector in range(styles.shape[1]):
        slopes = []
        for number in torch.nonzero(live[vector]).flatten().tolist():
            ahead, behind = styles.clone(), styles.clone()
            ahead[:, vector, number] += step
            behind[:, vector, number] -= step
            slopes.append((along(ahead) - along(behind)) / (2 * step))
        wanted = torch.stack(slopes).square().sum(0).sqrt() if slopes else torch.zeros(3)
        torch.testing.assert_close(found[:, vector], wanted.double(), rtol=1e-4, atol=1e-7)


def test_training_evens_path_lengths_out(generator: Generator) -> None:
    styles, directions, live = _some(generator, 32)
    learned = [p.requires_grad_() for p in generator.synthesis.parameters()]
    optimiser = torch.optim.Adam(learned, 1e-3)
    losses = []
    for _ in range(30):
        loss = path_length_loss(generator.synthesis, styles, directions, live)
        losses.append(float(loss.detach()))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert losses[-1] < 0.7 * losses[0]


def test_a_run_looks_at_path_lengths_now_and_then(
    source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    samples = load_samples(source, configuration.atelier_people, 0, tmp_path, processes=1)
    on, off = (
        GeneratorStage(source, configuration.with_(path_weight=weight), samples, samples)
        for weight in (0.1, 0.0)
    )
    assert "path" in on.losses(0) and "path" in on.losses(PATH_EVERY)
    assert "path" not in on.losses(1) and "path" not in off.losses(0)
