"""Weights for a new network from an older one, wherever they still mean the same.

The atelier grows: more parameters, slots and points. What depends on their number has other sizes
then and begins anew; a convolution that has learned what a sketched line is need not.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from models.networks.generator import Generator
from models.training.checkpoints import load_checkpoint
from models.training.errors import TrainingError
from models.training.stages import space_of
from models.training.style_space import STYLE_SPACE, moved, style_space

#: Weights of the encoders that answer style vectors, or hear them: of use in the same style space
#: only.
_STYLE_HEADS = ("styles", "spread", "joined", "change", "surer")
#: Most that style vectors may have moved (see ``moved``) for heads to be a better beginning than
#: none: a generator that was polished on mended art moves them by 0.01 to 0.07.
_STILL_THE_SAME = 0.2
#: Weights of which every column of the synthesis network has its own.
_COLUMNS = ("synthesis.constant", "synthesis.layers.", "synthesis.outputs.")
#: Buffers that are learned; the others (statistics, orders, live numbers) belong to a network.
_LEARNED_BUFFERS = ("running_mean", "running_var")


@dataclass(frozen=True)
class Donor:
    """The weights of one stage, from a run's folder or a pack.

    ``space`` marks the style space that they speak of; "" where that is not known.
    ``generator`` is the state of the generator beside them, where there is one.
    """

    place: Path
    state: Mapping[str, Tensor]
    space: str
    generator: Mapping[str, Tensor] | None = None


@dataclass(frozen=True)
class Taken:
    """Names of the weights that were taken, and of those that begin anew."""

    taken: tuple[str, ...]
    fresh: tuple[str, ...]

    def report(self) -> str:
        """One line for each, by module."""
        return "\n".join(
            f"  {word}: {len(names)} weights ({_modules(names)})"
            for word, names in (("taken", self.taken), ("begins anew", self.fresh))
        )


def open_donor(place: Path, stage: str) -> Donor:
    """Read a stage's weights from a pack (a folder with model.json) or from a run's folder.

    Raises:
        TrainingError: there are none.
    """
    if (place / "model.json").exists():
        try:
            roles = json.loads((place / "model.json").read_text(encoding="utf-8"))["roles"]
            generator = load_file(place / "generator.safetensors")
            state = load_file(place / f"{stage}.safetensors")
        except (OSError, ValueError, KeyError) as error:
            raise TrainingError(f"{place} is not a pack that can be trained on: {error}") from error
        return Donor(place, _whole(state), style_space(generator, roles), _whole(generator))
    kept = load_checkpoint(place / f"{stage}.pt")
    beside = place / "generator.pt"
    generator = load_checkpoint(beside)["model"] if beside.exists() else None
    return Donor(place, kept["model"], str(kept.get(STYLE_SPACE, "")), generator)


def _whole(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {n: v.float() if v.is_floating_point() else v for n, v in state.items()}


def warm_start(model: nn.Module, donor: Donor, generator: Generator | None = None) -> Taken:
    """Copy into ``model`` the donor's weights whose name and shape agree.

    Style heads are left out where the donor answered another style space than that of
    ``generator``, for which an encoder is trained, or one that has moved far since; and so is a
    mapping network whose heads read other numbers of z.
    """
    bound: list[str] = [] if generator and _speaks_of(donor, generator) else list(_STYLE_HEADS)
    own = model.state_dict()
    if not _agrees(own, donor.state, "mapping.source"):
        bound.append("mapping")
    taken = []
    learned = {name for name, _ in model.named_parameters()}
    learned |= {name for name in own if name.endswith(_LEARNED_BUFFERS)}
    with torch.no_grad():
        for name in sorted(learned):
            given = donor.state.get(name)
            if given is None or _within(name, bound):
                continue
            if name.startswith(_COLUMNS) and len(given) < len(own[name]):
                mine = own[name][: len(given)]  # added columns come last, and begin silent
            else:
                mine = own[name]
            if mine.shape == given.shape:
                mine.copy_(given)
                taken.append(name)
        if "mapping" not in bound:
            for name in ("mapping.mean", "mapping.deviation"):  # the normalisation of its weights
                if name in own:
                    own[name].copy_(donor.state[name])
    return Taken(tuple(taken), tuple(sorted(learned - set(taken))))


def _speaks_of(donor: Donor, generator: Generator) -> bool:
    """Whether the donor's style vectors mean about the same as those of ``generator``."""
    if donor.space and donor.space == space_of(generator):
        return True
    if donor.generator is None or _mark(donor, generator) != donor.space:
        return False  # nothing is known of the generator that it was trained for
    return moved(generator, donor.generator) < _STILL_THE_SAME


def _mark(donor: Donor, generator: Generator) -> str:
    """Mark of the generator beside the donor, if it has the same roles as ``generator``."""
    return style_space(donor.generator or {}, generator.roles)


def _agrees(own: Mapping[str, Tensor], given: Mapping[str, Tensor], name: str) -> bool:
    """Whether both have the same tensor, or neither has one."""
    a, b = own.get(name), given.get(name)
    if a is None or b is None:
        return a is b
    return a.shape == b.shape and torch.equal(a, b)


def _within(name: str, modules: Collection[str]) -> bool:
    return any(name.startswith(f"{module}.") for module in modules)


def _modules(names: Collection[str]) -> str:
    """Modules of some weights with how many each has, for people to read."""
    counts: dict[str, int] = {}
    for name in names:
        module = ".".join(name.split(".")[:2])
        counts[module] = counts.get(module, 0) + 1
    return ", ".join(f"{module} {count}" for module, count in counts.items()) or "none"
