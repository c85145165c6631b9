"""The networks of a run or a pack, together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torch import nn

from models.networks.generator import Generator
from models.networks.loupe import Loupe
from models.networks.student import Student
from models.networks.teacher import Teacher


@dataclass(frozen=True, eq=False)
class Trained:
    """Networks in evaluation mode. A pack does without a loupe: its student has the last word."""

    generator: Generator
    teacher: Teacher
    student: Student
    loupe: Loupe | None = None

    @property
    def by_name(self) -> Mapping[str, nn.Module]:
        """Those that there are, by the stage that trains each."""
        found: dict[str, nn.Module] = {
            "generator": self.generator,
            "teacher": self.teacher,
            "student": self.student,
        }
        return found | ({"loupe": self.loupe} if self.loupe else {})
