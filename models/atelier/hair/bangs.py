"""Front hair: seven clumps that flow from the parting, strays between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.atelier.hair.clumps import Clump, Tip, arc, away_from_light
from models.atelier.hair.crown import draw_crown
from models.atelier.hair.gaze import Gaze
from models.atelier.hair.shine import draw_shine
from models.atelier.hair.skull import HAIR_LINE, foreshortened, whorl
from models.atelier.head import Head
from models.atelier.scores import Scores, Values, at_least, smooth
from models.atelier.shapes import Knots, lerp, lock, path
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES

#: The clumps of one side from the temple to the parting: where they hang (share of the way from
#: the parting to the temple), width (share of that way), length, where along the parting they
#: take root, whose point is longer, how uneven.
_SIDE = (
    (0.86, 0.36, 1.00, 0.04, 0.0, 0.9),
    (0.54, 0.62, 1.16, 0.30, 0.0, 1.1),
    (0.17, 0.46, 0.82, 0.62, 1.0, 0.8),
)
#: Slot of each clump: (side, place) as above; ``under`` lie below ``over``. The middle is its own.
UNDER = ("left.1", "right.1", "left.3", "right.3")
OVER = ("left.2", "right.2", "middle")
#: Clumps with a line from the cleft up.
FOLDS = ("left.2", "right.2")
STRAYS = 3


def draw_bangs(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``bangs``."""
    bangs = _Bangs.of(s, head)
    draw_crown(s, head, sheet, bangs.part)
    clumps = {f"{name}.{k + 1}": bangs.clump(side, k) for side, name in SIDES for k in range(3)}
    clumps["middle"] = bangs.middle()
    middle = s.presence("bang_middle", -0.5)
    for name, clump in clumps.items():
        shown = middle if name == "middle" else 1.0
        lean = -1.0 if name.startswith("left") else 1.0
        side = away_from_light(head, lean)
        # Where a side is narrow its lines thin out, lest they crowd.
        room = 1.0 if name == "middle" else np.clip(clump.widths[2] / 0.17, 0.45, 1.0)
        sheet.add(f"bang.{name}", clump.outline(), shown, room)
        sheet.add(f"bang shade.{name}", clump.shade(side, (0.05, 0.30, 0.52)), shown)
        if name in FOLDS:
            sheet.add(f"bang fold.{name}", clump.fold(), shown)
    for k in range(STRAYS):
        spine, wide = bangs.stray(k)
        sheet.add(
            f"stray.{k + 1}", lock(spine, (wide * 0.3, wide, wide * 0.7, 0.0)),
            # None crosses a straight cut.
            s.presence("bang_strays", (-0.6, 0.0, 0.7)[k]) * (1 - 0.8 * bangs.blunt),
        )  # fmt: skip
    draw_shine(s, head, sheet, clumps)


@dataclass(frozen=True)
class _Bangs:
    """What the clumps of N portraits' bangs share, each an array [N]: where the parting lies (head
    units from the middle), how blunt the tips are cut (0 to 1), how far the forehead is open."""

    s: Scores
    head: Head
    part: Values
    blunt: Values
    gap: Values
    gaze: Gaze

    @classmethod
    def of(cls, s: Scores, head: Head) -> _Bangs:
        part = 0.24 * s.signed("bang_part")
        blunt = s.grow("bang_blunt", 0.45, 0.9)
        gap = 0.68 * s.grow("bang_gap", -0.3, 2.3) * (1 - 0.85 * blunt)
        return cls(s, head, part, blunt, gap, Gaze.of(head))

    def _reach(self, u: Values | float) -> Values:
        """How far below the hair line bangs end at u (-1 to 1 over the forehead)."""
        arch = self.s.span("bang_arch", -0.25, 0.75) * (1 - 0.65 * self.blunt)
        reach = self.s.span("bang_length", 0.13, 0.36) * (1 + arch * (np.asarray(u) ** 2 - 0.30))
        return reach - 0.03 * self.head.man

    def clump(self, side: int, k: int) -> Clump:
        """Clump k of a side, 0 at the temple."""
        s, head, blunt = self.s, self.head, self.blunt
        place, breadth, length, root_at, lead, uneven = _SIDE[k]
        half = head.half_width
        way = half * 0.97 - side * self.part  # from the parting to the temple
        inset = (1 - place) + 0.09 * blunt * (k == 0)
        off = 0.08 * place * (1 - blunt)
        inset = inset + off * smooth(1.6 * side * np.sin(head.yaw))  # off the far rim
        hang = self.part + side * way * (1 - (1 - self.gap) * inset)
        u = hang / half
        reach = self._hanging(u, length, 4 + side * (3 - k), 0.55 + 0.25 * k)
        flow = s.span("bang_flow", -0.03, 0.42) * (1.1 - 0.35 * place)
        shift = (side * flow + 0.24 * s.signed("bang_sweep")) * (1 - 0.9 * blunt)
        shift = shift * np.minimum(reach / 0.28, 1.2)
        spine = head.shell(self._flow(side, k, hang, reach, shift), 0.012 + 0.004 * k)
        wide = way * (1 - 0.50 * self.gap) * breadth * s.span("bang_width", 0.95, 1.30)
        # A straight cut ends within the side locks, no corner of it stands out over them.
        wide = (
            wide * foreshortened(head, np.clip(u, -0.95, 0.95)) * (1 - blunt * (0.38, 0.20, 0.0)[k])
        )
        narrow = s.span("bang_fork", 0.07, 0.46)
        tip = Tip(
            spread=wide * lerp(narrow, 0.96, blunt),
            uneven=lerp(uneven * 0.34 * reach, 0.006, blunt),
            depth=lerp(0.26 * reach * (0.5 + narrow), 0.030, blunt),
            lead=lead if side > 0 else 1 - lead,
            plumb=0.8 * blunt,
        )
        return self._seen_through(
            spine, (wide * 0.10, wide * 0.70, wide, wide * lerp(0.62, 1.0, blunt)), tip
        )

    def _seen_through(self, spine: Knots, widths: tuple[Values, ...], tip: Tip) -> Clump:
        """The clump, off the irises."""
        broad = path([[*widths, 0.5 * np.asarray(tip.spread)]])[:, 0]
        return Clump(self.gaze.clear_above(spine, broad, self.blunt), widths, tip)

    def _hanging(self, u: Values, length: float, number: int, curtain: float) -> Values:
        """How far below the hair line the clump of that number ends."""
        own = self.s.signed(f"bang_{number}") * (1 - 0.9 * self.blunt)
        reach = self._reach(u) * (1 + 0.28 * own) * lerp(length, 1.0, self.blunt)
        # What would hide the eyes is cut back by more than half.
        lid = self.head.eye_y - 0.75 * self.head.eye_h - HAIR_LINE
        reach = reach - 0.55 * 0.03 * np.logaddexp(0, (reach - lid) / 0.03)
        # Curtains hang down to the cheeks, short ones are combed back.
        reach = reach + self.s.span("bang_length", -0.12, 0.62) * self.gap**1.5 * curtain
        # Softly at least 0.10: shorter, and the clump would fold over its own width.
        return at_least(reach, 0.10, 0.02)

    def _flow(self, side: int, k: int, hang: Values, reach: Values, shift: Values) -> Knots:
        """The clump's spine on the forehead (before it is put on the shell): an S out over the
        forehead, against the sweep at the hair line, then on to the tip."""
        blunt, half = self.blunt, self.head.half_width
        u = hang / half
        curl = side * self.s.span("bang_curl", -0.06, 0.10) * (1 - blunt)
        most = half * 1.16  # tips stay softly within it
        tip_x = hang * (1 - 0.07 * blunt * u**2) + shift
        tip_x = most * np.tanh(tip_x / most * 1.35) / np.tanh(1.35) * 0.97
        tip_y = HAIR_LINE + reach + 0.11 * u**2 + 0.45 * np.sqrt(shift**2 + 0.001) * (1 - 0.3 * k)
        wx, wy = whorl(self.head, self.part)
        root_at = _SIDE[k][3]
        root_x = lerp(wx, self.part, root_at) + side * 0.012
        root_x = lerp(root_x, hang, 0.5 * blunt)
        root_y = lerp(wy, HAIR_LINE - 0.05, root_at)
        rim_y = HAIR_LINE + 0.02 + 0.13 * u**2
        leave_x = lerp(root_x, hang, (1.12, 0.95, 0.85)[k] + 0.16 * blunt) - 0.10 * shift
        arrive_x = lerp(hang, tip_x, 0.30) + curl * 1.5 - 0.15 * shift
        return arc(
            path([(root_x, root_y)]),
            path([(leave_x, lerp(root_y, rim_y, 0.38))]),
            path([(arrive_x, lerp(rim_y, tip_y, 0.40))]),
            path([(tip_x - curl, tip_y)]),
        )

    def middle(self) -> Clump:
        """The lock that hangs from the parting between the eyes."""
        s, head, blunt = self.s, self.head, self.blunt
        long = s.span("bang_middle", 0.10, 0.44)
        own = s.signed("bang_4")
        reach = lerp(long * (1 + 0.18 * own), self._reach(0.0) * 0.98, blunt)
        sway = (0.10 * s.signed("bang_sweep") + 0.05 * own) * (1 - blunt)
        p = self.part
        side = -np.tanh(p / 0.08)  # leans towards the wider side
        lean = 0.10 * side * (1 - blunt)
        spine = head.shell(
            arc(
                path([(p * 0.92, HAIR_LINE - 0.17)]),
                path([(p + lean * 0.8, HAIR_LINE - 0.06)]),
                path([(p + lean * 1.5, HAIR_LINE + 0.45 * reach)]),
                path([(p + lean * 1.0 + sway, HAIR_LINE + reach)]),
            ),
            0.022,
        )
        wide = (
            (0.20 - 0.10 * self.gap)
            * s.span("bang_width", 0.85, 1.15)
            * (0.45 + 0.55 * np.minimum(reach / 0.25, 1))
        )
        wide = wide * foreshortened(head, p / head.half_width)
        tip = Tip(
            wide * lerp(0.34, 0.9, blunt), lerp(0.24 * reach, 0.006, blunt),
            lerp(0.16 * reach, 0.03, blunt), 1.0, 0.8 * blunt,
        )  # fmt: skip
        return self._seen_through(
            spine, (wide * 0.08, wide * 0.66, wide, wide * lerp(0.8, 1.0, blunt)), tip
        )

    def stray(self, k: int) -> tuple[Knots, Values]:
        """Spine (four knots) and width of a thin lock that crosses the gaps."""
        s, head = self.s, self.head
        u = (-0.40, 0.34, -0.78)[k]
        x = lerp(self.part, u * head.half_width, 0.8)
        away = np.sign(u)
        reach = self._reach(u) * (0.98, 1.10, 1.15)[k] + 0.02
        flow = (s.span("bang_flow", 0.0, 0.2) * away + 0.15 * s.signed("bang_sweep")) * 0.7
        spine = path([
            (lerp(self.part, x, 0.75), HAIR_LINE - 0.06),
            (x, HAIR_LINE + 0.05),
            (x + 0.50 * flow + 0.012 * away, HAIR_LINE + 0.60 * reach + 0.08 * u * u),
            (x + flow + 0.05 * away, HAIR_LINE + reach + 0.10 * u * u),
        ])  # fmt: skip
        return head.shell(spine, 0.02), 0.036 * s.span("bang_width", 0.8, 1.2)
