"""What can go wrong while installing, each with a sentence the artist can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class SetupError(Exception):
    """The installation cannot go on; the text says why and what to do."""


class DiskFullError(SetupError):
    """No room left."""


class FolderError(SetupError):
    """A folder cannot be read or written, or is not what it should be."""


class NetworkError(SetupError):
    """Packages could not be downloaded."""


class MissingPartError(SetupError):
    """Something outside Python is missing; the text holds the command that installs it."""


class PackFilesError(SetupError):
    """A model pack is incomplete or damaged."""


class CommandError(SetupError):
    """A program that the installer runs has failed.

    Attributes:
        output: what it printed.
    """

    def __init__(self, message: str, output: str = "") -> None:
        super().__init__(message)
        self.output = output


_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn an OSError of work in ``folder`` into a SetupError with a plain sentence.

    Raises:
        DiskFullError, FolderError: by what the system reported.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFullError(
                f"The disk is full: no room left for {folder}. Free some space and run this "
                "again; it goes on where it stopped."
            ) from error
        # Deleting a tree reports names without their folder.
        named = Path(str(error.filename or folder))
        where = named if named.is_absolute() else folder
        if error.errno in _NOT_ALLOWED:
            raise FolderError(
                f"No permission to write {where}. Make it yours, or choose another place "
                "(ANIFACE_HOME for the environment, --resources for Krita's folder); on Windows, "
                "close Krita first."
            ) from error
        raise FolderError(f"{where}: {error.strerror or error}.") from error
