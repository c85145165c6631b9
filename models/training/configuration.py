"""What decides a training run, as one JSON file that is stored beside its weights."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from models.networks.encoder import EncoderSize
from models.networks.generator import GeneratorSize
from models.training.errors import TrainingError


@dataclass(frozen=True)
class StageConfiguration:
    """One stage's optimisation. ``steps`` sets the schedule; ``minutes`` on the command line
    can shorten it. ``cooldown`` is the last share of the run, in which the rate falls to 0."""

    steps: int
    batch: int
    rate: float
    warmup: int = 200
    cooldown: float = 0.4
    evaluate_every: int = 1000


@dataclass(frozen=True)
class Configuration:
    """All of a training run.

    ``keep_styles`` freezes the mapping network, so that a generator can be trained on without
    moving its style space under encoders that were trained for it. ``complete_only`` teaches the
    student finished sketches alone: the control that shows what unfinished ones are worth.
    ``sketch_uses`` is in how many batches a sketch takes part: where drawing and learning share a
    few cores, 2 or 3 trades fresh sketches for more steps. ``generator_parts`` are those that the
    generator learns, the others rest; none for all: what is furthest off takes a share of the time
    that all would. ``path_weight`` is how much the
    smoothness of the generator's style space counts; 0 leaves it as it comes. ``rare_people`` is
    the share of the encoders' portraits that are chosen for a trait seldom met and often drawn.
    """

    seed: int = 0
    threads: int = 1
    data_workers: int = 1
    atelier_people: int = 36_000
    gallery_portraits: int = 20_000
    gallery_pictures: int = 8_000
    held_out: int = 512
    sketch_side: int = 256
    picture_side: int = 128
    glimpse_side: int = 48
    keep_styles: bool = False
    generator_parts: tuple[str, ...] = ()
    complete_only: bool = False
    sketch_uses: int = 1
    path_weight: float = 0.002
    rare_people: float = 0.3
    generator_size: GeneratorSize = field(default_factory=GeneratorSize)
    teacher_size: EncoderSize = field(
        default_factory=lambda: EncoderSize(channels=(48, 96, 192), blocks=(1, 2, 2))
    )
    student_size: EncoderSize = field(default_factory=EncoderSize)
    loupe_size: EncoderSize = field(
        default_factory=lambda: EncoderSize(
            channels=(24, 48, 96), blocks=(0, 1, 2), squeeze=24, feature=96
        )
    )
    generator: StageConfiguration = StageConfiguration(steps=12_000, batch=256, rate=3e-3)
    teacher: StageConfiguration = StageConfiguration(steps=4_000, batch=64, rate=1.5e-3)
    student: StageConfiguration = StageConfiguration(steps=100_000, batch=48, rate=1.2e-3)
    loupe: StageConfiguration = StageConfiguration(steps=30_000, batch=64, rate=2e-3)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def with_(self, **changes: Any) -> Configuration:
        """A copy with some fields changed."""
        return replace(self, **changes)


def load_configuration(path: Path) -> Configuration:
    """Read a configuration; what the file leaves out keeps its default.

    Raises:
        TrainingError: the file is not JSON, or names a setting that does not exist.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"cannot read the configuration {path}: {error}") from error
    merged: Configuration = _merged(Configuration(), data, str(path))
    return merged


def _merged(default: Any, data: Any, where: str) -> Any:
    known = {f.name for f in fields(default)}
    if not isinstance(data, dict) or not set(data) <= known:
        unknown = sorted(set(data) - known) if isinstance(data, dict) else data
        raise TrainingError(f"{where}: unknown settings {unknown}; known are {sorted(known)}")
    changes = {}
    for name, value in data.items():
        old = getattr(default, name)
        if is_dataclass(old):
            value = _merged(old, value, f"{where}: {name}")
        changes[name] = tuple(value) if isinstance(old, tuple) else value
    return replace(default, **changes)
