"""Krita's class of extensions, for the one extension of ours."""

from krita import Extension

__all__ = ["Extension"]
