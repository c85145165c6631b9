"""Krita's class of dockers, for the one docker of ours."""

from krita import DockWidget

__all__ = ["DockWidget"]
