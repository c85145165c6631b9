"""What can go wrong in ways that the artist can mend."""

from __future__ import annotations


class WorkerError(Exception):
    """Base of the worker's own errors; the text can be shown to the artist."""


class PackError(WorkerError):
    """A model pack that is missing, damaged or of another version; the message names the file."""


class RequestError(WorkerError):
    """A request that is well formed but asks for something that is not there."""


class RecordingError(WorkerError):
    """A stroke recording that cannot be read; the message names what is wrong with it."""


class SketchFileError(WorkerError):
    """A picture that cannot be read as a sketch."""


class WorkerProcessError(WorkerError):
    """The worker process ended or stopped answering."""


class TrainingExtraError(WorkerError):
    """A command of the training's that lacks what only training needs."""

    def __init__(self, missing: ModuleNotFoundError) -> None:
        super().__init__(
            f"this command needs more than the worker ({missing}): in the source tree, run "
            'pip install -e ".[train]"'
        )


class AtelierError(WorkerError):
    """Something that the procedural artist does not have, or a judge that cannot be asked."""
