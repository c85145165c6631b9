"""A portrait as SVG: one named group a part and layer, shapes as curves, ink as filled outlines.

It looks as ``draw`` draws it, and stays editable: Krita and Inkscape show the groups as layers.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_groups import layer_groups
from models.portrait.layer_table import Fill, Layer, LayerTable
from models.portrait.outline_path import outline_path
from models.portrait.pen import Shown, ink_outlines, one_turning, shadow_offset
from models.portrait.portrait import Portrait

#: Units a frame is wide; coordinates are written with two digits, a hundredth of a pixel at 1024.
_UNITS = 1000
#: Points a cubic from which an ink's outline is taken.
_STEPS = 10
_NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
)

Points = NDArray[np.float32]


def svg(table: LayerTable, portrait: Portrait, *, background: bool = True) -> str:
    """The portrait as the text of an SVG file whose view box is the frame.

    Args:
        background: fill the frame with the paint ``paper``.
    """
    portrait.check(table)
    return "\n".join(_Writer(table, portrait).document(background)) + "\n"


class _Writer:
    def __init__(self, table: LayerTable, portrait: Portrait) -> None:
        self._table = table
        self._shown = Shown(table, portrait)
        self._chains = one_turning(table, portrait)
        self._outlines = ink_outlines(table, portrait, self._shown, _STEPS)
        self._shadow = shadow_offset(table, portrait)
        levels = np.round(np.clip(portrait.paints, 0, 1) * 255).astype(int).tolist()
        self._colors = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in levels]
        #: Gradients, clips and blurs, by id.
        self._definitions: dict[str, str] = {}

    def document(self, background: bool) -> Iterator[str]:
        """The file's lines."""
        body: list[str] = []
        if background:
            paper = self._color("paper")
            body.append(f'<rect id="paper" width="{_UNITS}" height="{_UNITS}" fill="{paper}"/>')
        for group in layer_groups(self._table, self._shown):
            body.append(f"<g {_named('part', group.name)}>")
            for layer in group.layers:
                body += self._layer(layer)
            body.append("</g>")
        yield f'<svg {_NAMESPACES} width="1024" height="1024" viewBox="0 0 {_UNITS} {_UNITS}">'
        yield "<defs>"
        yield from self._definitions.values()
        yield "</defs>"
        yield from body
        yield "</svg>"

    def _layer(self, layer: Layer) -> Iterator[str]:
        shapes = self._shown.shapes(layer)
        # Clips stay in place while a cast shadow is moved: the clip is on the outer group.
        clip = f' clip-path="url(#{self._clip(layer.clip)})"' if layer.clip else ""
        yield f"<g {_named('layer', layer.name)}{clip}>"
        if layer.cast:
            dx, dy = _numbers(self._shadow * layer.cast)
            yield f'<g transform="translate({dx} {dy})">'
        if layer.fill and layer.outside:
            yield self._outside(layer, layer.fill, shapes)
        elif layer.fill and layer.role in ("shade", "light"):
            yield self._fill(layer.name, layer.fill, shapes)
            yield from (line for i in shapes for line in self._inks(layer, i))
        else:
            for i in shapes:
                if layer.fill:
                    yield self._fill(self._table.slots[i].name, layer.fill, [i])
                yield from self._inks(layer, i)
        if layer.cast:
            yield "</g>"
        yield "</g>"

    def _fill(self, name: str, fill: Fill, shapes: list[int]) -> str:
        chains = [self._chains[i] for i in shapes]
        paint = self._paint(fill, np.concatenate(chains))
        return f'<path {_labelled(name)} {paint} d="{"".join(map(_curves, chains))}"/>'

    def _outside(self, layer: Layer, fill: Fill, shapes: list[int]) -> str:
        """All of the frame and far about it, but not the shapes (which turn the other way)."""
        chains = [self._chains[i] for i in shapes]
        name = f"outside-{len(self._definitions)}"
        holes = "".join(f'<path d="{_curves(chain)}"/>' for chain in chains)
        far = f'x="-{_UNITS}" y="-{_UNITS}" width="{3 * _UNITS}" height="{3 * _UNITS}"'
        self._definitions[name] = (
            f'<mask id="{name}" maskUnits="userSpaceOnUse" {far}>'
            f'<rect {far} fill="#fff"/><g fill="#000">{holes}</g></mask>'
        )
        paint = self._paint(fill, np.concatenate(chains))
        return f'<rect {_labelled(layer.name)} {far} mask="url(#{name})" {paint}/>'

    def _inks(self, layer: Layer, slot: int) -> Iterator[str]:
        name = self._table.slots[slot].name
        for k, ink in enumerate(layer.inks):
            line = self._outlines[slot, layer.name, k]
            path = outline_path(line, (len(line) // 2 - 1) // _STEPS)
            data = "".join(f"{letter}{' '.join(_numbers(points))}" for letter, points in path)
            opacity = f' fill-opacity="{ink.opacity:g}"' if ink.opacity < 1 else ""
            color = self._color(ink.paint)
            yield f'<path {_labelled(f"{name} ink")} fill="{color}"{opacity} d="{data}Z"/>'

    def _paint(self, fill: Fill, points: Points) -> str:
        """Attributes of a fill over the box of control points [n, 2]."""
        paint = self._color(fill.paint)
        if fill.to:
            paint = f"url(#{self._gradient(fill.paint, fill.to, points)})"
        words = [f'fill="{paint}"']
        if fill.opacity < 1:
            words.append(f'fill-opacity="{fill.opacity:g}"')
        if fill.blur:
            words.append(f'filter="url(#{self._blur(fill.blur)})"')
        return " ".join(words)

    def _gradient(self, upper: str, lower: str, points: Points) -> str:
        name = f"gradient-{len(self._definitions)}"
        top, bottom = _numbers(np.array([points[:, 1].min(), points[:, 1].max()]))
        stops = zip((0, 1), (upper, lower), strict=True)
        colours = "".join(
            f'<stop offset="{at}" stop-color="{self._color(paint)}"/>' for at, paint in stops
        )
        self._definitions[name] = (
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0" '
            f'y1="{top}" y2="{bottom}">{colours}</linearGradient>'
        )
        return name

    def _clip(self, layers: tuple[str, ...]) -> str:
        name = "inside-" + "-".join(layers).replace(" ", "_")
        chains = [self._chains[i] for i in self._shown.slots(layers)]
        path = f'<path d="{"".join(map(_curves, chains))}"/>'
        self._definitions[name] = f'<clipPath id="{name}">{path}</clipPath>'
        return name

    def _blur(self, deviation: float) -> str:
        name = f"blur-{deviation * _UNITS:g}".replace(".", "_")
        self._definitions[name] = (
            f'<filter id="{name}" x="-1" y="-1" width="3" height="3" '
            f'color-interpolation-filters="sRGB">'
            f'<feGaussianBlur stdDeviation="{deviation * _UNITS:g}"/></filter>'
        )
        return name

    def _color(self, paint: str) -> str:
        return self._colors[self._table.paint_index[paint]]


def _named(kind: str, name: str) -> str:
    """Attributes of a group that Inkscape and Krita take for a layer."""
    id_ = f"{kind}-{name}".replace(" ", "_")
    return f'id={quoteattr(id_)} inkscape:groupmode="layer" inkscape:label={quoteattr(name)}'


def _labelled(name: str) -> str:
    return f"inkscape:label={quoteattr(name)}"


def _curves(chain: Points) -> str:
    """Path data of a closed chain of cubics [1 + 3n, 2]."""
    numbers = _numbers(chain)
    return f"M{numbers[0]} {numbers[1]}C{' '.join(numbers[2:])}Z"


def _numbers(values: NDArray[np.floating]) -> list[str]:
    """Frame units as short numbers in the view box's units."""
    return [f"{value:g}" for value in np.round(values.ravel().astype(float) * _UNITS, 2).tolist()]
