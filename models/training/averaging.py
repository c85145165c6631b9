"""Weights half way between before and after: often better than either.

Networks that were trained on from the same weights lie in one valley, whose floor is nearer to
their mean than to the ends (model soups, Wortsman and others 2022, arXiv 2203.05482). It takes no
more time when used, and undoes what a short sitting forgot.
"""

from __future__ import annotations

from pathlib import Path

from torch import Tensor

from models.training.checkpoints import load_checkpoint, save_checkpoint
from models.training.errors import TrainingError
from models.training.style_space import READER, STYLE_SPACE, mark_of
from models.training.warm_start import open_donor


def average(run: Path, stage: str, other: Path, share: float = 0.5) -> None:
    """Move the weights of a run's ``stage`` by a ``share`` (0 to 1) of the way to those in another
    run or pack. The optimiser starts afresh after that, as with an unpacked pack. A loupe's mean
    corrects the mean of two students: average the run's student first, by the same share.

    Raises:
        TrainingError: there are none, they are of another network, or of another style space.
    """
    path = run / f"{stage}.pt"
    kept, donor = load_checkpoint(path), open_donor(other, stage)
    own: dict[str, Tensor] = kept["model"]
    if {k: v.shape for k, v in own.items()} != {k: v.shape for k, v in donor.state.items()}:
        raise TrainingError(f"{other} has another {stage} than {run}: they have no mean")
    if kept.get(STYLE_SPACE, "") != donor.space:
        raise TrainingError(
            f"{other} and {run} were trained for generators whose style vectors mean different "
            "things: train with keep_styles to go on beside an earlier one"
        )
    mean = {
        name: value.lerp(donor.state[name], share) if value.is_floating_point() else value
        for name, value in own.items()
    }
    rest = {name: value for name, value in kept.items() if name != "optimiser"}
    if stage == "loupe":
        rest[READER] = mark_of(load_checkpoint(run / "student.pt")["model"])
    save_checkpoint(path, {**rest, "model": mean})
