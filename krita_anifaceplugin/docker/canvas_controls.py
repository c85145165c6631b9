"""Adds the controls of canvas and layers to the docker's sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ..session.state import State
from .frame_editing import FrameEditing
from .guidance_choice import GuidanceChoice
from .panel import Panel
from .sketch_controls import SketchControls
from .trace_controls import TraceControls


class CanvasVerbs(Protocol):
    """What is asked for: `canvas_actions.CanvasActions`, or a test's double. Besides these it
    has the signals ``editing`` (bool) and ``pinned`` (str)."""

    editing: Any
    pinned: Any

    def edit_frame(self, on: bool) -> None:
        """Begin or end to edit the frame on the canvas."""

    def fit_frame(self) -> None:
        """Frame: around what is drawn."""

    def pin(self, on: bool) -> None:
        """Follow the active layer for good, or no longer."""

    def keep_guidance(self) -> None:
        """Make a layer of the guidance."""

    def ignored_color(self) -> str:
        """The colour that is painted with now."""


class CanvasControls:
    """The widgets, each in the section that it belongs to."""

    def __init__(
        self, panel: Panel, verbs: CanvasVerbs, change_settings: Callable[..., None]
    ) -> None:
        def change(name: str, value: object) -> None:
            change_settings(**{name: value})

        texts = panel.texts
        self.guidance, self.trace = GuidanceChoice(texts), TraceControls(texts)
        self.frame, self.sketch = FrameEditing(texts), SketchControls(texts)
        panel.guidance.add(self.guidance)
        panel.frame.add(self.frame)
        panel.suggestions.add(self.trace)
        panel.add_section(self.sketch, above=panel.frame)
        for source in (self.guidance, self.trace, self.sketch):
            source.changed.connect(change)
        self.guidance.kept.connect(verbs.keep_guidance)
        self.frame.edited.connect(verbs.edit_frame)
        self.frame.fitted.connect(verbs.fit_frame)
        self.sketch.pin_wanted.connect(verbs.pin)
        self.sketch.color_wanted.connect(lambda: change("ignore_color", verbs.ignored_color()))
        verbs.editing.connect(self.frame.show_editing)
        verbs.pinned.connect(self.sketch.show_pinned)

    def show_state(self, state: State) -> None:
        """Show a state."""
        for part in (self.guidance, self.trace, self.sketch):
            part.show_state(state)
