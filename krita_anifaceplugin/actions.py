"""What Krita's shortcut editor offers: the id of every action, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from .controller import Controller
from .protocol import GUIDANCE_MODES

_OFF, _ROUGH, _DETAILED = GUIDANCE_MODES


def _toggle(controller: Controller) -> None:
    controller.change_settings(on=not controller.state.settings.on)


def _toggle_guidance(controller: Controller) -> None:
    mode = controller.state.settings.guidance
    controller.change_settings(guidance=controller.last_guidance if mode == _OFF else _OFF)


def _change_mode(controller: Controller) -> None:
    rough = controller.state.settings.guidance == _ROUGH
    controller.change_settings(guidance=_DETAILED if rough else _ROUGH)


#: By the key of the action's text; an action's id is "aniface_" and what follows "action.".
ACTIONS: Mapping[str, Callable[[Controller], None]] = MappingProxyType(
    {
        "action.toggle": _toggle,
        "action.guidance": _toggle_guidance,
        "action.mode": _change_mode,
        "action.next": lambda controller: controller.session.select_next(1),
        "action.previous": lambda controller: controller.session.select_next(-1),
        "action.accept": lambda controller: controller.accept(),
        "action.keep": lambda controller: controller.layers.keep_guidance(),
        "action.more": lambda controller: controller.more_like_this(),
        "action.others": lambda controller: controller.others(),
        "action.pin": lambda controller: controller.pin(),
    }
)


def action_id(key: str) -> str:
    """The id that Krita knows an action by."""
    return key.replace("action.", "aniface_")
