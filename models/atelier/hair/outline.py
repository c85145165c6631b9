"""The outline of hair that hangs: one side from the temple to the tips, straight to curly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores, Values, at_most, smooth
from models.atelier.shapes import Knots, Value

#: Height where the outline leaves the skull.
_TEMPLE = -0.20


@dataclass(frozen=True)
class Outline:
    """One side of the back hair's outline; all values [N, 1], lengths in head units.

    ``length`` is the height of the tips, ``long`` 0 for short hair and 1 for long, ``width`` and
    ``flare`` how far it stands out beside the cheeks and at the tips, ``wave`` an amplitude and
    ``period`` its number of waves, ``tuck`` how far tips turn in, ``flick`` (0 to 1) whether they
    flick out.
    """

    head: Head
    side: int
    length: Values
    long: Values
    width: Values
    flare: Values
    wave: Values
    period: Values
    tuck: Values
    flick: Values

    @classmethod
    def of(cls, s: Scores, head: Head, side: int) -> Outline:
        """The outline on a side (-1 left, 1 right)."""
        length = s.span("back_length", 0.16, 1.50)
        length = 0.20 + (length - 0.20) * (1 - 0.58 * head.man)
        length = length * (1 + side * 0.06 * s.signed("back_uneven"))
        long = smooth((length - 0.30) / 0.6)
        grow = 0.30 + 0.70 * long
        values = {
            "length": length,
            "long": long,
            "width": s.span("back_width", -0.04, 0.11) - 0.07 * head.man,
            "flare": s.span("back_flare", -0.05, 0.22) * grow,
            "wave": s.span("back_wave", 0.0, 0.52) ** 3 * grow,
            "period": s.span("back_curl", 0.75, 2.0) * (0.5 + 0.5 * long),
            "tuck": s.span("back_tuck", -0.13, 0.15)
            * (1 - 0.3 * long)
            * (1 - 0.6 * head.man * (1 - long))
            * (0.25 + 0.75 * smooth((length - 0.2) / 0.35)),
            "flick": s.grow("back_spiky", 0.2, 1.5),
        }
        return cls(head, side, **{name: value[:, None] for name, value in values.items()})

    def at(self, t: Values, inset: Value = 0.0, share: Value = 1.0, lag: float = 0.0) -> Knots:
        """Points [N, m, 2] at t [m] (0 temple to 1 tip), ``inset`` [m] inside the outline, for
        hair that reaches ``share`` of the whole length; ``lag`` shifts its waves."""
        w = self.head.hair_half_width[:, None]
        y = _TEMPLE + (self.length * share - _TEMPLE) * t
        below = np.clip((y - 0.05) / 0.45, 0, 1.5)
        full = self.width * np.sin(np.clip((y - _TEMPLE) / 0.8, 0, 1.6) * 1.9)
        # Short hair follows the skull, a man's closely.
        close = 0.24 + 0.07 * self.head.man[:, None]
        nape = (1 - self.long) * close * smooth((y + 0.02) / 0.48)
        sway = self.wave * np.sin(2 * np.pi * self.period * t + 0.6 + 0.35 * self.side + lag)
        end = smooth((t - 0.55) / 0.45)
        turn = self.tuck * (0.55 * np.sin(np.pi * t) ** 2 - 1.15 * end)
        x = w * 1.03 + full - nape + 0.75 * self.flare * below + sway * smooth(t / 0.45)
        x = x + turn + self.flick * (0.07 + 0.09 * self.long) * end**2
        # Hair has weight: what would stand out like a wing is drawn in softly.
        most = w * 1.03 + 0.13 + 0.17 * self.long
        x = at_most(x, most, 0.05) - inset
        sin = np.sin(self.head.yaw)[:, None]
        # Short hair lies on the nape, however the head turns; long hair stays behind it.
        swing = 0.13 * (0.30 + 0.70 * self.long)
        shift = -sin * (0.06 + swing * smooth((y - _TEMPLE) / 0.45))
        return np.stack([self.side * x + shift, y], axis=-1)
