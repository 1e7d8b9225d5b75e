"""Numbers leased to a desk."""

import msgspec


class LeaseWish(msgspec.Struct, frozen=True):
    """`numbers`: how many of a book series the desk would have ahead of it (0: as many as the centre thinks)."""

    series: str
    year_be: int
    numbers: int = 0


class Holding(msgspec.Struct, frozen=True):
    """A lease as the desk has it: numbers below `next` may stand on paper. `former`: it was left unused for good."""

    lease_id: bytes
    series: str
    year_be: int
    book_no: int
    epoch: int
    lo: int
    hi: int
    next: int
    valid_to: str | None = None
    former: bool = False


class Lease(msgspec.Struct, frozen=True):
    """Numbers `lo`..`hi` of a series and year for one device only. `valid_to`: UTC text, exclusive, or None."""

    lease_id: bytes
    series: str
    year_be: int
    book_no: int
    epoch: int
    lo: int
    hi: int
    valid_to: str | None = None
