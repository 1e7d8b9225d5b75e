"""Numbers leased to a desk."""

import msgspec


class LeaseWish(msgspec.Struct, frozen=True):
    series: str
    year_be: int


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
