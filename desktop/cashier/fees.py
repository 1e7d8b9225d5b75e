"""The fee catalogue: data files with the day they come into force, read once."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources

from desktop.cashier.model import Charge, Fee
from desktop.cashier.rules import in_force
from desktop.office.errors import OfficeError


@cache
def catalogue() -> tuple[Fee, ...]:
    """Every fee of every ordinance in `resources/fees`. OfficeError `cashier.fees_unreadable` names the file.

    No day has two versions of one fee.
    """
    from desktop.cashier.fee_files import overlapping, read

    found: list[Fee] = []
    for file in sorted((resources.files("resources") / "fees").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".json"):
            try:
                found += read(file.read_text("utf-8"))
            except ValueError as error:
                raise OfficeError("cashier.fees_unreadable", file=file.name) from error
            if overlapping(found):
                raise OfficeError("cashier.fees_unreadable", file=file.name)
    return tuple(found)


def check_in_force(charges: Iterable[Charge], day: date) -> None:
    """OfficeError `cashier.fee_out_of_force` (fee): its rate does not hold on this day."""
    over = next((charge.fee for charge in charges if not in_force((charge.fee,), day)), None)
    if over is not None:
        raise OfficeError("cashier.fee_out_of_force", fee=over.name_th)
