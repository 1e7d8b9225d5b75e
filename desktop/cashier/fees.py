"""The fee catalogue: data files with the day they come into force, read once."""

from functools import cache
from importlib import resources

from desktop.cashier.model import Fee
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
