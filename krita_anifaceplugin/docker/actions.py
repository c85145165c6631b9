"""What the docker asks for. The controller does it; tests have doubles."""

from __future__ import annotations

from typing import Any, Protocol

from ..session.state import State
from ..texts.phrase import Phrase


class FrameVerbs(Protocol):
    """What the artist does with the frame: `frame.frame_actions.FrameActions`.

    Besides these it has the signal ``editing`` (bool).
    """

    editing: Any

    def edit(self, on: bool) -> None:
        """Begin or end to edit the frame on the canvas."""

    def fit(self) -> None:
        """Frame: around what is drawn."""

    def whole(self) -> None:
        """Frame: the largest square."""

    def selection(self) -> bool:
        """Frame: around the selection; False where nothing is selected."""


class LayerVerbs(Protocol):
    """What the artist does with layers: `layers.layer_actions.LayerActions`.

    Besides these it has the signal ``pinned`` (str).
    """

    pinned: Any

    def pin(self, on: bool) -> None:
        """Follow the active layer for good, or no longer."""

    def keep_guidance(self) -> None:
        """Make a layer of the guidance."""

    def ignored_color(self) -> str:
        """The colour that is painted with now."""


class ReferenceVerbs(Protocol):
    """Pictures whose colours are taken: `references.reference_actions.ReferenceActions`."""

    def from_file(self, path: str) -> None:
        """Take colours from a picture in a file."""

    def from_layer(self) -> None:
        """Take colours from the active layer."""

    def from_selection(self) -> None:
        """Take colours from the selection."""

    def remove(self, name: str) -> None:
        """Forget a picture of the artist's own."""


class Actions(Protocol):
    """Everything: `controller.Controller`."""

    @property
    def state(self) -> State:
        """The state of now."""

    @property
    def frame(self) -> FrameVerbs:
        """What is done with the frame."""

    @property
    def layers(self) -> LayerVerbs:
        """What is done with layers."""

    @property
    def references(self) -> ReferenceVerbs:
        """What is done with pictures of the artist's own."""

    def change_settings(self, **values: Any) -> None:
        """Apply choices."""

    def tell(self, notice: Phrase) -> None:
        """Show a notice; SILENCE closes it."""

    def select(self, index: int) -> None:
        """Choose a suggestion."""

    def accept(self, index: int | None = None) -> None:
        """Insert the chosen or the given suggestion."""

    def pin(self, index: int | None = None) -> None:
        """Keep the chosen or the given suggestion in view, or let it go."""

    def more_like_this(self, index: int | None = None) -> None:
        """Variations of the chosen or the given suggestion."""

    def others(self) -> None:
        """Other suggestions for the same sketch."""

    def look_back(self) -> None:
        """Older suggestions."""

    def look_forward(self) -> None:
        """Newer suggestions."""

    def restart_worker(self) -> None:
        """Start the worker afresh."""

    def diagnostics(self) -> str:
        """Text for the clipboard."""
