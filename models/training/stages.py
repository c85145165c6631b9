"""Building a stage's networks, fresh or from an earlier stage's checkpoint."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from models.networks.generator import Generator
from models.networks.loupe import Loupe, can_look
from models.networks.student import Student
from models.networks.synthesis import Statistics
from models.networks.teacher import Teacher
from models.training.checkpoints import load_checkpoint
from models.training.configuration import Configuration
from models.training.errors import TrainingError
from models.training.fixed_point import unpack
from models.training.samples import Samples
from models.training.source import PortraitSource
from models.training.style_space import READER, STYLE_SPACE, mark_of, style_space
from models.training.trained import Trained

#: In the order of their training. The last one is not needed for a pack.
STAGES = ("generator", "teacher", "student", "loupe")
#: Least standard deviation by which outputs are scaled: frame units, pen width, sRGB.
_LEAST = {"points": 0.004, "width": 0.02, "paints": 0.02}


def statistics_of(samples: Samples) -> Statistics:
    """Means and deviations of a training set."""
    some = slice(0, 10_000)
    values = {
        "points": unpack(samples.points[some]),
        "width": samples.width[some],
        "paints": samples.paints[some],
    }
    return Statistics(
        **{
            name: np.stack([v.mean(0), np.maximum(v.std(0), _LEAST[name])]).astype(np.float32)
            for name, v in values.items()
        }
    )


def load_generator(source: PortraitSource, configuration: Configuration, out: Path) -> Generator:
    """The trained generator of a run, frozen.

    Raises:
        TrainingError: it is not there, or belongs to another layer table.
    """
    generator = Generator(source.table, source.roles, configuration.generator_size)
    return _frozen(generator, out / "generator.pt", "")


def load_teacher(generator: Generator, configuration: Configuration, out: Path) -> Teacher:
    """The trained teacher of a run, frozen.

    Raises:
        TrainingError: it is not there, does not fit, or was trained for another generator.
    """
    teacher = new_teacher(generator, configuration)
    return _frozen(teacher, out / "teacher.pt", space_of(generator))


def load_student(generator: Generator, configuration: Configuration, out: Path) -> Student:
    """The trained student of a run, frozen; raises what ``load_teacher`` does."""
    student = new_student(generator, configuration)
    return _frozen(student, out / "student.pt", space_of(generator))


def load_loupe(
    generator: Generator, student: Student, configuration: Configuration, out: Path
) -> Loupe:
    """The trained loupe of a run, frozen; raises what ``load_teacher`` does, and TrainingError
    where it learned to correct another student."""
    loupe, reader = new_loupe(generator, configuration), mark_of(student.state_dict())
    return _frozen(loupe, out / "loupe.pt", space_of(generator), reader)


def load_trained(source: PortraitSource, configuration: Configuration, out: Path) -> Trained:
    """All networks of a run; raises what ``load_teacher`` does."""
    generator = load_generator(source, configuration, out)
    student = load_student(generator, configuration, out)
    looks = (out / "loupe.pt").exists()
    loupe = load_loupe(generator, student, configuration, out) if looks else None
    return Trained(generator, load_teacher(generator, configuration, out), student, loupe)


def space_of(generator: Generator) -> str:
    """Mark of the style space of a generator."""
    return style_space(generator.state_dict(), generator.roles)


def new_teacher(generator: Generator, configuration: Configuration) -> Teacher:
    return Teacher(generator.live, configuration.picture_side, configuration.teacher_size)


def new_student(generator: Generator, configuration: Configuration) -> Student:
    live = generator.live[: generator.layout.structure_count]
    return Student(live, configuration.sketch_side, configuration.student_size)


def new_loupe(generator: Generator, configuration: Configuration) -> Loupe:
    layout = generator.layout
    live = generator.live[: layout.structure_count]
    if not can_look(generator.table):
        raise TrainingError("a loupe has nothing to look at in portraits without brows and mouths")
    side, size = configuration.glimpse_side, configuration.loupe_size
    return Loupe(generator.table, layout, live, side, size)


def _frozen(model: torch.nn.Module, path: Path, space: str, reader: str = "") -> torch.nn.Module:
    """``space`` is the style space that the model must speak of, ``reader`` the student whom it
    must correct, "" for any."""
    state = load_checkpoint(path)
    if reader and state.get(READER, reader) != reader:
        raise TrainingError(
            f"{path} corrects the errors of another student: train it anew (--from takes its "
            "weights), or move it away to make a pack without a loupe"
        )
    if space and state.get(STYLE_SPACE, space) != space:
        raise TrainingError(
            f"{path} was trained for another generator, whose style vectors meant other things: "
            "train that stage anew (--from takes the weights that still fit)"
        )
    try:
        model.load_state_dict(state["model"])
    except RuntimeError as error:
        raise TrainingError(
            f"{path} does not fit the present atelier or configuration: train it anew, or take "
            f"the configuration.json that lies beside it ({str(error).splitlines()[0]})"
        ) from error
    return model.eval().requires_grad_(False)
