"""A pack, ready to answer: the worker's work without its process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from krita_anifaceplugin import protocol
from models.portrait.portrait import Portrait, PortraitError
from worker import __version__
from worker.answering import Reply, Tools, answer, references, render
from worker.answering.palettes import Palettes
from worker.answering.part_colors import part_colors
from worker.conditioning import Ensemble
from worker.conditioning.mouths import Mouths
from worker.errors import PackError, RequestError
from worker.lines.sketched_curves import SketchedCurves
from worker.packs.inference import Networks
from worker.packs.pack import Pack


@contextmanager
def _told_of(pack: Pack) -> Iterator[None]:
    """Whatever goes wrong before the first request is the pack's: networks of other shapes than
    its description, a table that cannot be drawn."""
    try:
        yield
    except PackError:
        raise
    except Exception as error:  # onnxruntime raises classes of its own, without a common base
        raise PackError(
            f"the model in {pack.folder} does not work ({type(error).__name__}: {error}). "
            "Run install.py again to restore it, or use another."
        ) from error


class Engine:
    """Answers requests with one pack's networks. Not to be shared between threads."""

    def __init__(self, pack: Pack, threads: int = 1) -> None:
        """Loads the networks; raises PackError where that fails."""
        self._pack = pack
        with _told_of(pack):
            networks = Networks(pack, threads)
            self._tools = Tools(
                pack,
                networks,
                Ensemble.of(pack, networks),
                SketchedCurves(pack.table),
                part_colors(pack.table.parts),
                Mouths.of(pack, networks),
                Palettes.of(pack, networks),
            )

    @property
    def tools(self) -> Tools:
        """What it answers with."""
        return self._tools

    def hello(self) -> protocol.Hello:
        """What the worker can do."""
        return protocol.Hello(
            protocol=protocol.PROTOCOL_VERSION,
            worker=__version__,
            pack=self._pack.name,
            parts=[[name, color] for name, color in self._tools.colors.items()],
            references=references.listing(self._pack),
            pid=os.getpid(),
            picture_side=self._pack.picture_side,
        )

    def warm_up(self) -> None:
        """Run everything once, so that the first stroke need not wait for caches to fill.

        Raises:
            PackError: the pack cannot answer a sketch, whatever its description says.
        """
        ink = np.zeros((64, 64), np.uint8)
        ink[20:44, 20] = ink[20:44, 44] = 255
        request = protocol.SuggestRequest(0, 64, 64, ink.tobytes(), guidance_side=64, count=2)
        with _told_of(self._pack):
            for _ in self.answer(request):
                pass

    def answer(self, request: protocol.SuggestRequest) -> Iterator[Reply]:
        """Guidance and the first suggestion, the others, and at last Done.

        Every reply is yielded as soon as it is ready; a caller that has something newer stops
        asking for more.

        Raises:
            ProtocolError, RequestError: the request asks for what cannot be.
        """
        request.check()
        yield from answer(self._tools, request)

    def read_picture(self, request: protocol.PictureRequest) -> protocol.PictureReply:
        """The style vectors of a portrait in a picture.

        Raises:
            ProtocolError, RequestError: a picture that cannot be read.
        """
        request.check()
        styles = references.read_picture(self._pack, self._tools.networks, request)
        return protocol.PictureReply(request.id, styles)

    def render(self, request: protocol.RenderRequest) -> protocol.RenderReply:
        """A portrait's pixels.

        Raises:
            ProtocolError: a side out of limits.
            RequestError: the portrait is not one of this pack.
        """
        request.check()
        table = self._pack.table
        try:
            portrait = Portrait.from_bytes(request.portrait)
            portrait.check(table)
        except PortraitError as error:
            raise RequestError(f"This portrait cannot be drawn: {error}.") from error
        pixels = render.bgra(table, portrait, request.side, background=request.background)
        return protocol.RenderReply(request.id, request.side, pixels)
