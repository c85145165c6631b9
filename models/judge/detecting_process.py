"""Runs in the detector's own environment, which has animeface, Pillow and nothing else.

Reads "count side\\n", then count * side * side * 3 bytes of RGB; writes one line of JSON a picture:
a list of faces, each {"likelihood", "face", "left_eye", "right_eye", "mouth"} with boxes
[x, y, width, height] in pixels.
"""

from __future__ import annotations

import json
import sys

import animeface
from PIL import Image


def main() -> None:
    """Answer one request on standard input and output."""
    count, side = map(int, sys.stdin.buffer.readline().split())
    for _ in range(count):
        picture = Image.frombytes("RGB", (side, side), sys.stdin.buffer.read(side * side * 3))
        found = []
        for face in animeface.detect(picture):
            boxes = {
                name: [box.x, box.y, box.width, box.height]
                for name in ("face", "left_eye", "right_eye", "mouth")
                for box in (getattr(face, name).pos,)
            }
            found.append({"likelihood": face.likelihood, **boxes})
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
