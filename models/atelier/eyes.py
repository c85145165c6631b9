"""Eyes: white, iris, pupil, highlights, lashes, crease; open, half shut, winking, smiling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import Chain, ellipse, join, lerp, spline, straight
from models.atelier.legacy.sheet import Sheet

Points = NDArray[np.float64]


def draw_eyes(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``eyes``."""
    for side, name in ((-1, "left"), (1, "right")):
        _Eye(s, head, side).draw(sheet, name)


class _Eye:
    """One eye in its own frame: u from -1 (tear duct) to 1 (outer corner), v from -1 to 1."""

    def __init__(self, s: Scores, head: Head, side: int) -> None:
        self.s, self.head, self.side = s, head, side
        wink = s.grow("wink", 1.6, 0.25) if side < 0 else s.grow("wink", 1.6, 0.25, low=True)
        self.open = min(s.span("openness", 0.12, 1.26), 1.06) * (1 - wink)
        shut = min(max(1 - self.open / 0.40, 0.0), 1.0)
        self.shut = shut**2 * (3 - 2 * shut)
        self.smile = s.span("smiling_lids", 0.0, 1.0)
        self.upper = self._upper()
        self.lower = self._lower()

    # ---- curves in (u, v)

    def _upper(self) -> Points:
        round_ = self.s.span("lid_round", -0.12, 0.16)
        peak = self.s.span("lid_peak", -0.16, 0.16)
        top = -self.open
        awake = np.array([
            (-1.0, 0.30),
            (-0.84 - 0.3 * round_, 0.30 + (top - 0.30) * 0.50),
            (-0.46 + peak, top * (0.90 + 0.2 * round_)),
            (0.06 + peak, top * 1.02),
            (0.55 + 0.5 * peak, top * (0.90 + 0.25 * round_)),
            (0.88 + 0.25 * round_, 0.02 + (top - 0.02) * 0.50),
            (1.02, 0.06),
        ])  # fmt: skip
        arch = np.array(
            [
                (-1.0, 0.42),
                (-0.8, 0.16),
                (-0.45, -0.10),
                (0.0, -0.2),
                (0.45, -0.10),
                (0.8, 0.16),
                (1.02, 0.40),
            ]
        )
        droop = np.array(
            [
                (-1.0, 0.24),
                (-0.8, 0.42),
                (-0.45, 0.55),
                (0.0, 0.6),
                (0.45, 0.55),
                (0.8, 0.42),
                (1.02, 0.22),
            ]
        )
        return lerp(awake, lerp(droop, arch, self.smile), self.shut)

    def _lower(self) -> Points:
        depth = self.s.span("lower_lid", 1.0, 0.68)
        awake = np.array([
            (1.02, 0.06), (0.92, 0.42 * depth), (0.62, 0.86 * depth), (0.10, 1.0 * depth),
            (-0.45, 0.92 * depth), (-0.82, 0.66 * depth), (-1.0, 0.30),
        ])  # fmt: skip
        return lerp(awake, self.upper[::-1] + (0, 0.02), self.shut)

    # ---- to the head

    def place(self, uv: Points | list[tuple[float, float]]) -> Points:
        """(u, v) to head units on the turned face."""
        p = np.asarray(uv, float)
        h = self.head
        x = h.eye_x + p[:, 0] * h.eye_w
        y = h.eye_y + p[:, 1] * h.eye_h - h.eye_tilt * p[:, 0]
        return h.face(np.column_stack([self.side * x, y]))

    def disc(self, x: float, y: float, rx: float, ry: float, tilt: float = 0.0) -> Points:
        """An ellipse in face units relative to the eye's middle, x towards the viewer's right."""
        h = self.head
        circle = ellipse(self.side * h.eye_x + x, h.eye_y + y, rx, ry, tilt)
        return h.face(circle)

    # ---- slots

    def draw(self, sheet: Sheet, name: str) -> None:
        s, h, open_ = self.s, self.head, 1 - self.shut
        # A hard corner at each end: two splines, not one closed one.
        white = join(spline(self.upper), spline(self.lower))
        sheet.add(f"eye white.{name}", self.place(white), _step(open_, 0.25))
        self._iris(sheet, name, open_)
        self._lashes(sheet, name)
        sheet.add(f"lid shadow.{name}", self.place(self._lid_shadow()), _step(open_, 0.25))
        lower = [
            (0.98, 0.16),
            (0.86, self.lower[1, 1] + 0.06),
            (0.58, self.lower[2, 1] + 0.045),
            (0.05, self.lower[3, 1] + 0.03),
        ]
        drawn = s.span("lower_lash", 0.5, 1.15)
        sheet.add(f"lower lash.{name}", self.place(spline(lower)), _step(open_, 0.3), drawn)
        lift = s.span("crease", 0.16, 0.42) * (0.1 / max(h.eye_h, 0.06))
        crease = [(u * 0.92, v - lift - 0.10 * (1 - abs(u))) for u, v in self.upper[[1, 3, 4, 5]]]
        sheet.add(f"crease.{name}", self.place(spline(crease)), 1.0, 1.0)

    def _lid_shadow(self) -> Chain:
        under = self.upper * (0.96, 1) + (0, 0.27)
        return join(
            spline(self.upper),
            spline(np.concatenate([self.upper[-1:], under[-2:0:-1], self.upper[:1]])),
        )

    def _iris(self, sheet: Sheet, name: str, open_: float) -> None:
        s, h = self.s, self.head
        ry = h.eye_h * s.span("iris_size", 0.86, 1.06)
        rx = min(ry * 0.80, h.eye_w * 0.74) * (1 - 0.08 * h.man)
        x = 0.030 * s.signed("gaze_x") - 0.006 * self.side
        y = 0.010 + 0.022 * s.signed("gaze_y") - 0.02 * h.eye_h
        shown = _step(open_, 0.3)
        sheet.add(f"iris.{name}", self.disc(x, y, rx, ry), shown)
        sheet.add(
            f"iris glow.{name}",
            self.disc(x, y + ry * 0.52, rx * 0.66, ry * 0.38),
            shown * s.presence("glow", -1.2),
        )
        pupil = s.span("pupil_size", 0.36, 0.56)
        sheet.add(
            f"pupil.{name}", self.disc(x, y - ry * 0.04, rx * pupil, ry * pupil * 1.05), shown
        )
        size, near = s.span("highlight_size", 0.75, 1.2), s.span("highlight_place", 1.0, 0.7)
        top = max(y - ry * 0.46 * near, -self.open * h.eye_h * 0.80)
        sheet.add(
            f"shine.{name}",
            self.disc(x - rx * 0.42 * near, top, rx * 0.36 * size, ry * 0.26 * size, -0.35),
            shown,
        )
        sheet.add(
            f"small shine.{name}",
            self.disc(x + rx * 0.44 * near, y + ry * 0.46, rx * 0.17 * size, ry * 0.13 * size),
            shown,
        )

    def _lashes(self, sheet: Sheet, name: str) -> None:
        s, h = self.s, self.head
        per_v = 0.11 / max(h.eye_h, 0.06)  # lash thickness does not grow with the eye
        weight = s.span("lash_weight", 0.26, 0.46) * (1 - 0.45 * h.man) * per_v
        wing = s.span("lash_wing", 0.05, 0.34) * (1 - 0.55 * h.man)
        profile = np.array([0.06, 0.34, 0.62, 0.90, 1.08, 1.02])
        u, v = self.upper[:6].T
        outer = np.column_stack([u + 0.02 * u, v - weight * profile])
        tip = (1.02 + wing, self.upper[6, 1] - 0.30 * wing * per_v - 0.02)
        over = spline(np.concatenate([outer, [tip]]))
        heel = (1.0, self.upper[6, 1] + 0.12)
        back = spline(
            np.concatenate(
                [
                    [tip],
                    [heel],
                    self.upper[5::-1],
                ]
            )
        )
        chain = join(over, back)
        sheet.add(
            f"lash.{name}", self.place(join(chain, straight(chain[-1], chain[0]))[: 1 + 3 * 13])
        )
        base = np.array(
            [
                (0.62, self.upper[4, 1]),
                (0.84, self.upper[5, 1] - 0.1),
                (0.98, self.upper[6, 1] - 0.1),
            ]
        )
        for k, (bu, bv) in enumerate(base, start=1):
            out = s.grow("lash_spikes", 0.15 * k - 0.1, 0.6) * (1 - h.man)
            long = 0.10 + 0.16 * out
            ends = [
                (bu - 0.07, bv - weight * 0.8),
                (bu + long * 0.9, bv - weight - long * per_v * (1.25 - 0.35 * k)),
                (bu + 0.10, bv - weight * 0.3),
            ]
            spike = join(
                straight(ends[0], ends[1]), straight(ends[1], ends[2]), straight(ends[2], ends[0])
            )
            sheet.add(f"lash spike.{name}.{k}", self.place(spike), out)


def _step(value: float, at: float) -> float:
    """A soft presence that passes 0.5 where ``value`` passes ``at``."""
    return float(1 / (1 + np.exp(-(value - at) / 0.04)))
