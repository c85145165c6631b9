"""Lashes: the face's darkest shape."""

from __future__ import annotations

import numpy as np

from models.atelier.eyes.eye import Eye
from models.atelier.scores import Values, soft_step
from models.atelier.shapes import Knots, column, join, lerp, path, spline, stack, vector

#: How thick the lash is over the upper lid's first six knots: thin at the tear duct, and which
#: way it leaves the lid there.
_PROFILE = np.array([0.05, 0.40, 0.78, 1.0, 1.08, 0.86])
_ASIDE = np.array([0.3, -0.15, -0.10, 0.02, 0.22, 0.55])
#: The same over a shut lid: an arc that tapers to both ends.
_SHUT_PROFILE = np.array([0.05, 0.42, 0.74, 0.90, 0.82, 0.50])

#: Separate lashes: where on the outline from its fifth knot to the tip, and which way.
_SPIKES = ((1.35, 0.90, -0.62), (0.80, 0.72, -0.80), (0.25, 0.48, -0.95))


def draw_lashes(eye: Eye) -> None:
    """Slots ``lash``, ``lash spike``, ``lower lash`` and ``lower lash spike``."""
    s, h = eye.s, eye.head
    girl = 1 - 0.36 * np.minimum(h.man, 1.0)
    size = 0.55 + 3.4 * h.eye_h
    thick = s.span("lash_weight", 0.033, 0.057) * girl * size * (1 - 0.10 * eye.shut)
    wing = s.span("lash_wing", 0.012, 0.062) * (0.35 + 0.65 * girl)
    lid, corner = eye.upper, eye.upper[:, 6:7]
    profile = lerp(_PROFILE, _SHUT_PROFILE, eye.shut[:, None])
    away = np.stack([_ASIDE * profile, -profile], axis=-1) * column(thick)
    over = lid[:, :6] + away
    # The wing goes on where the lid's arc leads: a smiling lid's turns down, a sleeping one's up.
    asleep, glad = eye.shut * (1 - eye.smiling) / 2, eye.shut * (1 + eye.smiling) / 2
    rise = (0.42 * wing - 0.008) * (1 - eye.shut) + 0.45 * h.eye_tilt
    rise = rise + 0.004 * asleep - 0.012 * glad
    tip = corner + vector((wing + 0.35 * thick) * (1 - 0.35 * eye.shut), -rise)
    heel = corner + vector(0.06 * thick, 0.55 * thick * (1 - eye.shut) + 0.10 * thick)
    notch = (tip + heel) / 2 + vector(-0.10 * thick, -0.22 * thick)
    top = spline(stack(over, tip))
    under = spline(stack(heel, lid[:, 5::-1]))
    eye.add("lash", join(top, spline(stack(tip, notch, heel)), under))

    along = s.span("lash_spikes", -0.55, 1.1)
    # Separate lashes leave the outer third the way the wing does, each a little steeper.
    outline = stack(over[:, 4:6], tip)
    for k, (share, dx, dy) in enumerate(_SPIKES, start=1):
        out = np.clip(along - 0.12 * k, 0, 1) * (1 - 0.9 * np.minimum(h.man, 1.0))
        knot, part = int(share), share % 1
        step = outline[:, knot + 1 : knot + 2] - outline[:, knot : knot + 1]
        root = outline[:, knot : knot + 1] + part * step
        long = (0.030 + 0.45 * wing) * (1.1 - 0.15 * k) * (0.35 + 0.65 * out)
        # A sleeping lid's lashes hang, a smiling one's lie flat.
        fall = dy * (1 - 1.75 * asleep - 0.70 * glad)
        long = long * (1 - 0.25 * eye.shut)
        root = root + vector(0.0, 0.55 * thick * asleep)
        end = root + path([(dx * long, fall * long)])
        left, right = root - 0.22 * step + vector(0.0, 0.005), root + 0.22 * step
        bend = path([(-0.16 * fall * long, 0.20 * dx * long)])
        spike = join(_curve(left, end, bend), _curve(end, right, bend))
        eye.add(f"lash spike.{k}", spike, _there(out))

    drawn = s.span("lower_lash", 0.55, 1.25)
    low, below = eye.lower, 0.30 * thick
    line = stack(
        corner + vector(0.002, 0.4 * thick),
        low[:, 1:2] + vector(0.004, below),
        (low[:, 1:2] + low[:, 2:3]) / 2 + vector(0.01, 1.3 * below),
        low[:, 2:3] + vector(-0.02, below),
    )
    eye.add("lower lash", spline(line), eye.shown, drawn * (0.75 + 0.5 * girl))
    for k, share in ((1, 0.15), (2, 0.62)):
        out = np.clip(s.span("lower_lash", -1.0, 1.0), 0, 1) * (1 - np.minimum(h.man, 1.0))
        root = line[:, 1:2] * (1 - share) + line[:, 2:3] * share + vector(0.0, -0.001)
        long = 0.010 + 0.024 * out
        end = root + path([((1.0 - 0.6 * share) * long, (0.75 + 0.3 * share) * long)])
        bend = path([(0.12 * long, -0.16 * long)])
        spike = join(
            _curve(root + vector(-0.006, 0.0), end, bend),
            _curve(end, root + vector(0.006, 0.0), bend),
        )
        eye.add(f"lower lash spike.{k}", spike, _there(out) * eye.shown)


def _curve(start: Knots, end: Knots, bend: Knots) -> Knots:
    """One cubic, bent by ``bend``."""
    span = end - start
    return stack(start, start + span / 3 + bend, start + span * (2 / 3) + bend, end)


def _there(out: Values) -> Values:
    return soft_step(out, 0.18, 0.05)
