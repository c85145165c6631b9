"""What a saved .kra holds."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree


def layer_names(path: Path) -> list[str]:
    """Names of all layers in the file, top to bottom."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("maindoc.xml"))
    return [e.get("name", "") for e in root.iter() if e.tag.endswith("}layer") or e.tag == "layer"]
