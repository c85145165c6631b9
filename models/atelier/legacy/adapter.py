"""Runs a builder that draws one portrait at a time on a crowd."""

from __future__ import annotations

from models.atelier.legacy.head import Head as OldHead
from models.atelier.legacy.scores import Scores as OldScores
from models.atelier.legacy.sheet import Sheet as OldSheet


def one_by_one(build, z, roles, sheet) -> None:
    for i in range(len(z)):
        now = sheet.head
        values = {
            n: float(getattr(now, n)[i])
            for n in OldHead.__dataclass_fields__
            if n not in ("origin", "light")
        }
        head = OldHead(
            **values,
            origin=(float(now.origin[0][i]), now.origin[1]),
            light=(float(now.light[0][i]), float(now.light[1][i])),
        )
        old = OldSheet(sheet.table, head)
        build(OldScores(z[i], *roles), head, old)
        for name in set(sheet.table.slot_index) - old._missing:
            k = sheet.table.slot_index[name]
            span = sheet.table.slots[k].span
            sheet.points[i, span] = old.points[span]
            sheet.presence[i, k], sheet.width[i, k] = old.presence[k], old.width[k]
            if i == len(z) - 1:
                sheet._missing.discard(name)
