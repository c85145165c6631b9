"""Runs a pack's networks with ONNX Runtime."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker.errors import PackError
from worker.packs.features import FeatureSynthesis
from worker.packs.looks import brought_back, closely
from worker.packs.pack import Pack

Floats = NDArray[np.float32]

#: How far from the usual place a head is read as well as there: shift in frame units, log scale,
#: radians. Of 42 sketches by hand 58 % end within, of 16 people placed at random 39 %; as many of
#: the strokes are met as with a second look.
_NEARBY = np.array([0.03, 0.03, 0.05, 0.05], np.float32)
#: Numbers of which a person may be made up.
_MOST_NUMBERS = 4096
#: Portraits synthesised at once, of many.
_BATCH = 64


@dataclass(frozen=True, eq=False)
class Reading:
    """What the student reads from a sketch.

    Attributes:
        styles: [Ks, D] most likely structure vectors.
        spread: [Ks, D] their standard deviations: small where the strokes decide.
        frame: where the portrait lies in the sketch.
        eyes: [E] chance that each eye is open; none where no loupe looked.
    """

    styles: Floats
    spread: Floats
    frame: Placement
    eyes: Floats = field(default_factory=lambda: np.zeros(0, np.float32))


class Networks:
    """The student and synthesis graphs of one pack, loaded once."""

    def __init__(self, pack: Pack, threads: int = 1) -> None:
        """Raises PackError, naming the file, where a graph cannot be loaded."""
        self._pack = pack
        self._student = _session(pack.graphs["student"], threads)
        self._loupe = _session(pack.graphs["loupe"], threads) if pack.loupe else None
        self._told = ["styles", "spread"]
        if self._loupe and "eyes" in (output.name for output in self._loupe.get_outputs()):
            self._told.append("eyes")  # of which packs tell nothing whose loupe saw none
        self._synthesis = _session(pack.graphs["synthesis"], threads)
        self._features = None
        if pack.features:
            self._features = FeatureSynthesis(pack, _session(pack.graphs["features"], threads))
        self._threads = threads
        self._teacher: onnxruntime.InferenceSession | None = None

    def read(self, sketch: Floats) -> Reading:
        """Encode a sketch [side, side], 0 paper to 1 ink.

        Two looks, as in training (``models.networks.second_look``): the first says where the head
        is, the second reads it there, unless it is there already. A pack with a loupe looks at the
        face's features then.
        """
        found = self._look(sketch)
        where = found.frame
        if np.abs(where.as_array() / _NEARBY).max() > 1:
            found = self._look(brought_back(sketch, where))
            found = replace(found, frame=where.around(found.frame))
        loupe = self._pack.loupe
        if self._loupe is None or loupe is None:
            return found
        points = self._points_looked_at(found.styles)
        seen = closely(sketch, points, found.frame, loupe.glimpses, loupe.side)
        said, unsure = found.styles[None], found.spread[None]
        fed = {"seen": seen[None], "said": said, "unsure": unsure}
        answer = zip(self._told, self._loupe.run(self._told, fed), strict=True)
        return replace(found, **{name: values[0] for name, values in answer})

    def _look(self, sketch: Floats) -> Reading:
        styles, spread, frame = self._student.run(
            ["styles", "spread", "frame"], {"sketch": sketch[None, None]}
        )
        return Reading(styles[0], spread[0], Placement.read(frame[0].tolist()))

    def _points_looked_at(self, structure: Floats) -> Floats:
        """[P, 2] control points, of those that the loupe looks at."""
        if self._features is None:
            return self.average_coloured(structure).points
        return self._features.points(self._with_average_colours(structure[None])[0])

    def synthesise(self, styles: Floats) -> list[Portrait]:
        """Portraits for w+ [N, K, D], in their own frames."""
        names = ["points", "presence", "width", "paints"]
        outputs = self._synthesis.run(names, {"styles": styles})
        portraits = [Portrait(*(o[i] for o in outputs)) for i in range(len(styles))]
        for portrait in portraits:
            portrait.check(self._pack.table)
        return portraits

    def average_coloured(self, structure: Floats) -> Portrait:
        """The portrait of structure vectors [Ks, D], in its own frame and the pack's average
        colours."""
        return self.average_coloured_together(structure[None])[0]

    def average_coloured_together(self, structures: Floats) -> list[Portrait]:
        """The same for [N, Ks, D] at once, which takes little longer than one."""
        return self.synthesise(self._with_average_colours(structures))

    def changed(self, known: Portrait, was: Floats, structure: Floats) -> Portrait:
        """The same of structure vectors [Ks, D], where those of another, ``was`` [Ks, D], and its
        portrait are ``known``: what only differs in the features is not synthesised whole."""
        differs = np.flatnonzero((structure != was).any(axis=1))
        if not len(differs):
            return known
        if self._features is None or not self._features.own[differs].all():
            return self.average_coloured(structure)
        return self._features.onto(known, self._with_average_colours(structure[None])[0])

    def _with_average_colours(self, structures: Floats) -> Floats:
        """w+ [N, K, D] of structure vectors [N, Ks, D]."""
        styles = np.repeat(self._pack.mean_styles[None], len(structures), axis=0)
        styles[:, : structures.shape[1]] = structures
        return styles

    def synthesise_each(self, styles: Floats) -> Iterator[Portrait]:
        """The same for so many that they are not to be held at once."""
        for start in range(0, len(styles), _BATCH):
            yield from self.synthesise(styles[start : start + _BATCH])

    def read_picture(self, picture: Floats) -> Floats:
        """[K, D] all style vectors of a portrait's picture [side, side, 3], RGB, 0 to 1.

        The teacher is loaded when it is first asked, for most artists never do.

        Raises:
            PackError: the graph cannot be loaded; KeyError: the pack has none.
        """
        if self._teacher is None:
            self._teacher = _session(self._pack.graphs["teacher"], self._threads)
        planes = np.ascontiguousarray(picture.transpose(2, 0, 1)[None])
        styles: Floats = self._teacher.run(["styles"], {"picture": planes})[0][0]
        return styles


class Mapping:
    """Makes people up: w+ of standard normal numbers."""

    def __init__(self, pack: Pack, threads: int = 1) -> None:
        """Raises PackError where it does not suit the pack; KeyError where there is none."""
        self._path = pack.graphs["mapping"]
        self._shape = pack.mean_styles.shape
        self._session = _session(self._path, threads)
        size = self._session.get_inputs()[0].shape[-1]
        if not isinstance(size, int) or not 0 < size <= _MOST_NUMBERS:
            raise PackError(f"{self._path} makes people up from {size!r} numbers each")
        self.numbers: int = size

    def styles(self, z: Floats) -> Floats:
        """w+ [N, K, D] of z [N, numbers].

        Raises:
            PackError: the answer is none that the pack could draw.
        """
        styles: Floats = self._session.run(["styles"], {"z": z})[0]
        if styles.shape != (len(z), *self._shape) or not np.isfinite(styles).all():
            raise PackError(f"{self._path} answers with {styles.shape}, or what is no number")
        return styles


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # A spinning thread would steal the core on which Krita draws the stroke.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own, without a common base
        raise PackError(f"{path} cannot be loaded: {error}") from error
