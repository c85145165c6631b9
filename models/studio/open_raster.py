"""A portrait as an OpenRaster file (.ora): Krita, GIMP and MyPaint open it with its layers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np
from PIL import Image

from models.portrait.draw import Picture, draw
from models.portrait.layer_groups import layer_groups
from models.portrait.layer_table import LayerTable
from models.portrait.pen import Shown
from models.portrait.portrait import Portrait

_THUMBNAIL = 256


def write_open_raster(table: LayerTable, portrait: Portrait, side: int, path: Path) -> None:
    """Write all layers, in a group a part, over one another as ``draw`` draws them.

    Args:
        side: width and height in pixels.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        file.writestr("mimetype", "image/openraster")
        # The file format counts from the top; a portrait is drawn from the bottom.
        stack: list[str] = []
        for group in layer_groups(table, Shown(table, portrait)):
            entries = []
            for layer in group.layers:
                picture = draw(table, portrait, side, background=False, layers={layer.name})
                entries += list(_layer(file, layer.name, picture))
            if entries:
                inner = "\n".join(reversed(entries))
                stack.append(f"<stack name={quoteattr(group.name)}>\n{inner}\n</stack>")
        paper = draw(table, portrait, side, layers=())
        stack = [*_layer(file, "paper", paper), *stack]
        text = "\n".join(reversed(stack))
        file.writestr(
            "stack.xml",
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<image version="0.0.3" w="{side}" h="{side}"><stack>\n{text}\n</stack></image>\n',
        )
        whole = Image.fromarray(draw(table, portrait, side))
        file.writestr("mergedimage.png", _png(whole))
        whole.thumbnail((_THUMBNAIL, _THUMBNAIL))
        file.writestr("Thumbnails/thumbnail.png", _png(whole))


def _layer(file: zipfile.ZipFile, name: str, picture: Picture) -> Iterator[str]:
    """Store a layer, cut to what is not empty; its entry, if there is anything."""
    image = Image.fromarray(picture)
    box = Image.fromarray(np.ascontiguousarray(picture[..., 3])).getbbox()
    if box:
        source = f"data/{name.replace(' ', '-')}.png"
        file.writestr(source, _png(image.crop(box)))
        yield f'<layer name={quoteattr(name)} src={quoteattr(source)} x="{box[0]}" y="{box[1]}"/>'


def _png(image: Image.Image) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG", compress_level=4)
    return data.getvalue()
