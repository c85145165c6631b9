"""Side locks in front of the ears: three a side; the longest frames the face."""

from __future__ import annotations

import numpy as np

from models.atelier.hair.clumps import Clump, Tip, away_from_light
from models.atelier.hair.gaze import Gaze
from models.atelier.head import Head
from models.atelier.scores import Scores, smooth
from models.atelier.shapes import lerp, path
from models.atelier.sheet import Sheet

#: x beside the temple, length, breadth, depth of each lock; 1 frames the face, 2 lies behind it
#: over the ear, 3 is the thin one at the cheek.
_LOCKS = ((0.00, 1.0, 1.0, 0.20), (0.045, 0.72, 1.05, 0.02), (-0.050, 0.62, 0.42, 0.24))


def draw_sides(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``side.*`` and ``side shade.*``."""
    length = s.span("side_length", 0.02, 1.02)
    long = 0.06 + (length - 0.06) * (1 - 0.62 * head.man)
    grown = np.clip(long / 0.45, 0.25, 1.0)
    wide = s.span("side_width", 0.11, 0.20) * (0.62 + 0.38 * grown)
    out = s.span("side_out", -0.07, 0.12) * grown
    wave = s.span("side_wave", 0.0, 0.060) * grown
    curl = 0.09 * s.signed("side_curl") * grown
    tuck = s.grow("side_tuck", 0.5, 0.9)
    blunt = s.grow("side_blunt", 0.8, 0.8) * (1 - 0.6 * head.man)
    fork = s.span("side_fork", 0.15, 0.55)
    second = s.span("side_second", 0.55, 1.10)
    gaze = Gaze.of(head)
    for side, name in ((-1, "left"), (1, "right")):
        uneven = 1 + side * 0.20 * s.signed("side_uneven")
        far = smooth(1.6 * side * np.sin(head.yaw))  # seen edge-on beyond the cheek
        shade = away_from_light(head, side)
        for k, (dx, share, breadth, z) in enumerate(_LOCKS, start=1):
            drop = long * uneven * (share if k != 2 else share * second)
            w = wide * breadth * (1 - 0.42 * far)
            x = head.half_width * 0.94 + dx
            fall = 0.46 + drop
            # The lock over the ear carries the dome's outline on; the others lie inside it.
            rim = head.hair_half_width * 1.04 - 0.06 * head.man - 0.5 * w
            full = lerp(x + 0.04 + 0.2 * head.volume, rim + 0.01, float(k == 2))
            free = path([
                (x - 0.08, -0.50, z),
                (lerp(x, full, 0.75), -0.46 + fall * 0.26, z + 0.02),
                (full + 0.2 * out, -0.46 + fall * 0.50, z + 0.02),
                (lerp(x, full, 0.4) + 0.01 + out * 0.7 + wave, -0.46 + fall * 0.75, z + 0.02),
                (x - 0.045 + out - wave * 1.3 + curl, drop, z),
            ])  # fmt: skip
            # Tucked: the lock is combed back over the ear's top and ends behind it.
            back = path([
                (x - 0.10, -0.50, z),
                (x - 0.01, -0.36, z),
                (x + 0.02, -0.24, z - 0.08),
                (x + 0.045, -0.13, z - 0.22),
                (x + 0.040, -0.03 + 0.03 * k, z - 0.36),
            ])  # fmt: skip
            t = (tuck * (1.0, 1.0, 0.0)[k - 1])[:, None, None]
            spine = head.turn(lerp(free, back, t) * (side, 1, 1))
            spine = gaze.clear_beside(spine, w, side)
            b = blunt * (1.0, 0.4, 0.0)[k - 1]
            tip = Tip(
                spread=w * lerp(fork, 0.92, b),
                uneven=lerp(0.15 * fall * (0.5 + fork), 0.01, b),
                depth=lerp(0.10 * fall, 0.03, b),
                lead=float(side < 0) if k != 2 else float(side > 0),
            )
            widths = (w * 0.45, w * 0.92, w * 1.05, w * lerp(0.80, 1.0, b))
            clump = Clump(spine, widths, tip)
            sheet.add(f"side.{name}.{k}", clump.outline())
            sheet.add(f"side shade.{name}.{k}", clump.shade(shade, (0.05, 0.26, 0.40, 0.55)))
