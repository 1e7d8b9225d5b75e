"""How this desk prints: the layout of each kind of paper, what each printer is aside, which stock is in the tray."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.office.clock import from_utc_text, utc_text
from desktop.sheets.model import Wanted
from desktop.sheets.queries import SERIAL, SheetQueries
from desktop.store import notes
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

MOST_ASIDE_MM = 20.0


@dataclass(frozen=True)
class Stock:
    """Pre-printed sheets that were laid in: the number on the first of them, and when."""

    first: int
    since: datetime


class Ways:
    """What is said here belongs to this desk alone. Keeping belongs on the writer's lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._queries = SheetQueries(desk.reader)

    def layout(self, kind: str) -> str:
        """The layout chosen for a kind of paper, or "" where nobody has chosen."""
        return str(self._kept("layouts").get(kind, ""))

    def choose(self, kind: str, layout: str) -> None:
        self._keep("layouts", kind, layout)

    def aside_mm(self, queue: str) -> tuple[float, float]:
        """How far to the right and down a printer needs everything moved."""
        right, down = self._kept("aside").get(queue, (0.0, 0.0))
        return float(right), float(down)

    def set_aside(self, queue: str, right_mm: float, down_mm: float) -> None:
        self._keep("aside", queue, (right_mm, down_mm))

    def stock(self, kind: str) -> Stock | None:
        kept = self._kept("stock").get(kind)
        return Stock(int(kept[0]), from_utc_text(kept[1])) if kept else None

    def lay_in(self, kind: str, first: int) -> None:
        """A new pile of pre-printed sheets is in the tray; `first` is the number on its first sheet."""
        self._keep("stock", kind, (first, utc_text(self._desk.clock.now())))

    def next_serial(self, kind: str) -> int | None:
        """The number on the sheet that will be drawn in next; None while nobody has said."""
        stock = self.stock(kind)
        return self._queries.next_serial(stock.first, stock.since) if stock else None

    def numbered(self, kind: str, wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
        """The sheets with the numbers of the stock that they will be printed on."""
        return _counted_on(wanted, self.next_serial(kind))

    def numbered_within(self, unit: "UnitOfWork", kind: str, wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
        """The same as the transaction sees it: what it says did not come out lies in the tray still."""
        stock = self.stock(kind)
        if stock is None:
            return tuple(wanted)
        last = unit.connection.exec_driver_sql(SERIAL, (stock.first, utc_text(stock.since))).scalar()
        return _counted_on(wanted, stock.first if last is None else int(last) + 1)

    def _kept(self, part: str) -> dict[str, Any]:
        said = notes.read(self._desk.reader, notes.PAPERS)
        return dict(json.loads(said).get(part, {})) if said else {}

    def _keep(self, part: str, name: str, value: object) -> None:
        said = notes.read(self._desk.reader, notes.PAPERS)
        kept = json.loads(said) if said else {}
        kept[part] = kept.get(part, {}) | {name: value}
        self._desk.settle(notes.PUT, (notes.PAPERS, json.dumps(kept).encode()))


def _counted_on(wanted: Sequence[Wanted], first: int | None) -> tuple[Wanted, ...]:
    if first is None:
        return tuple(wanted)
    return tuple(replace(one, serial=first + place) for place, one in enumerate(wanted))
