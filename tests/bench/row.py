"""One line of the benchmark table."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """`ratio` is ours over theirs (or theirs over ours for rates), so that smaller is better; `aim` is its limit."""

    name: str
    value: float
    unit: str
    against: float
    against_name: str
    ratio: float
    aim: float | None

    @property
    def met(self) -> bool | None:
        return None if self.aim is None else self.ratio <= self.aim

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"met": self.met}


def slower(name: str, ours: float, theirs: float, unit: str, against_name: str, aim: float | None) -> Row:
    """Times and sizes: ratio = ours / theirs."""
    return Row(name, round(ours, 4), unit, round(theirs, 4), against_name, round(ours / theirs, 2), aim)


def rate(name: str, ours: float, theirs: float, unit: str, against_name: str, aim: float | None) -> Row:
    """Rates: ratio = theirs / ours."""
    return Row(name, round(ours, 1), unit, round(theirs, 1), against_name, round(theirs / ours, 2), aim)


def table(rows: Sequence[Row]) -> str:
    lines = [f"{'measured':44} {'ours':>12} {'against':>12} {'unit':9} {'ratio':>6} {'aim':>6}  met"]
    for row in rows:
        aim = "-" if row.aim is None else f"{row.aim:g}"
        met = "-" if row.met is None else "yes" if row.met else "NO"
        lines.append(f"{row.name:44} {row.value:12g} {row.against:12g} {row.unit:9} {row.ratio:6.2f} {aim:>6}  {met}")
    return "\n".join(lines + [f"  {row.name}: against {row.against_name}" for row in rows])
