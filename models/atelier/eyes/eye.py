"""One eye's frame and lids, for a whole crowd."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from models.atelier.eyes.lids import drowsy, lower_lid, smiling, upper_lid
from models.atelier.head import Head
from models.atelier.scores import Scores, Values, smooth, soft_step
from models.atelier.shapes import Chain, Knots, Value, column, join, path, spline, stack, vector
from models.atelier.sheet import Sheet


@dataclass
class Eye:
    """The left (``side`` -1) or right eye of N portraits.

    Its frame's origin is the eye's middle, lengths are head units, x runs towards the temple, y
    down; ``upper`` and ``lower`` are the lids' knots there, tear duct first and last. Shapes are
    gathered and put on the turned head all at once. ``smiling`` runs from -1 (a shut lid droops)
    to 1 (it arches).
    """

    s: Scores
    head: Head
    side: int
    open: Values
    shut: Values
    smiling: Values
    upper: Knots
    lower: Knots
    _shapes: list[tuple[str, Chain, Value, Value]] = field(default_factory=list)

    @classmethod
    def of(cls, s: Scores, head: Head, side: int) -> Eye:
        """The eye with its lids."""
        wink = s.grow("wink", 1.6, 0.3, low=side > 0)
        # Most eyes are well open; the last tenth of the scores shuts them.
        # Sleepy eyes stay half open down to -1.45 and are shut from -1.85 on: slits are rare.
        sleepy = soft_step(s.score("openness"), -1.65, 0.085)
        opened = 1.12 * (1 - np.exp(-(0.25 + 2.95 * s.span("openness", 0.0, 1.0)))) * sleepy
        opened = opened * (1 - wink) * (1 - 0.16 * head.old * smooth(2 * opened - 1))
        shut = 1 - smooth(opened / 0.42)
        size = vector(head.eye_w, head.eye_h)
        upper = upper_lid(s, head, opened)
        lower = lower_lid(s, head, opened, shut, upper)
        slope = column(head.eye_tilt * (1 - 0.5 * shut) * (1 - 0.75 * drowsy(opened)))

        def placed(uv: Knots) -> Knots:
            flat = uv * size
            flat[..., 1:] -= slope * uv[..., :1]
            return flat

        return cls(s, head, side, opened, shut, smiling(s), placed(upper), placed(lower))

    def add(self, name: str, chain: Chain, presence: Value = 1.0, width: Value = 1.0) -> None:
        """Gather a shape of the eye's frame for the slot ``name`` of this side."""
        self._shapes.append((name, chain, presence, width))

    def add_straight_on(self, name: str, chain: Chain, presence: Value = 1.0) -> None:
        """As ``add``, for shapes alike in both eyes (iris, highlights): x runs to the right."""
        self.add(name, chain * (self.side, 1), presence)

    def put_on(self, sheet: Sheet) -> None:
        """Put all that was gathered on the turned head."""
        middle = vector(self.head.eye_x, self.head.eye_y)
        flat = (stack(*(chain for _, chain, _, _ in self._shapes)) + middle) * (self.side, 1)
        turned = self.head.face(flat)
        side, at = ("left" if self.side < 0 else "right"), 0
        for name, chain, presence, width in self._shapes:
            stem, _, number = name.partition(".")
            slot = f"{stem}.{side}.{number}" if number else f"{stem}.{side}"
            sheet.add(slot, turned[:, at : at + chain.shape[-2]], presence, width)
            at += chain.shape[-2]

    @property
    def shown(self) -> Values:
        """The presence of what lies between the lids."""
        return soft_step(1 - self.shut, 0.3, 0.04)

    def draw_lids(self) -> None:
        """White, the lid's shadow on it, crease, and the lines that age draws below."""
        s, head = self.s, self.head
        # A hard corner at each end: two splines, not one closed one.
        lid = spline(self.upper)
        self.add("eye white", join(lid, spline(self.lower)), self.shown)
        drop = s.span("iris_shade", 0.032, 0.062) * (0.4 + 0.6 * np.minimum(self.open, 1.0))
        under = self.upper[:, 5:0:-2] * (0.97, 1) + vector(0.0, drop)
        back = stack(self.upper[:, -1:], under, self.upper[:, :1])
        self.add("lid shadow", join(lid, spline(back)), self.shown)

        lift = s.span("crease", 0.030, 0.058) + 0.3 * (1 - self.open) * head.eye_h
        near = path([(0.0, -0.75), (0.0, -1.0), (0.004, -1.0), (0.024, -1.05)])
        fold = self.upper[:, 2:6] + near * stack(vector(1.0, lift))
        firm = 0.9 + 0.5 * head.mature
        self.add("crease", spline(fold), soft_step(1 - self.shut, 0.55, 0.08), firm)

        w, low = head.eye_w, self.lower[:, 2, 1] + 0.030
        bag = path([
            (-0.80 * w, low - 0.024), (-0.55 * w, low - 0.002), (-0.20 * w, low + 0.012),
            (0.15 * w, low + 0.004),
        ])  # fmt: skip
        self.add("eye bag", bag, soft_step(head.old, 0.22, 0.03), 0.5 + 0.8 * head.old)
