"""How often what is as sure as this was right: measured on generated letters, never on those kept for measuring."""

from itertools import pairwise

from desktop.suggesting.model import Field

Points = tuple[tuple[float, float], ...]
_AS_IS: Points = ((0.0, 0.0), (1.0, 0.99))
_MEASURED: dict[Field, Points] = {
    Field.BOOK_NUMBER: ((0.0, 0.0), (0.5, 0.5), (0.8, 0.75), (1.0, 0.92)),
    Field.LETTER_DATE: ((0.0, 0.0), (0.5, 0.5), (0.8, 0.9), (1.0, 0.96)),
    Field.FROM_PARTY: ((0.0, 0.0), (0.8, 0.6), (1.0, 0.92)),
    Field.TO_PARTY: ((0.0, 0.0), (0.9, 0.6), (1.0, 0.85)),
    Field.SUBJECT: ((0.0, 0.0), (0.85, 0.5), (1.0, 0.88)),
    Field.CITATIONS: ((0.0, 0.0), (0.85, 0.3), (1.0, 0.7)),
    Field.ENCLOSURES: ((0.0, 0.0), (0.8, 0.55), (1.0, 0.84)),
}
"""Long texts are right less often than short ones that were read as surely."""


def calibrated(field: Field, sure: float) -> float:
    """0 to 1: on a line through the points measured for the field."""
    points = _MEASURED.get(field, _AS_IS)
    for (low, under), (high, over) in pairwise(points):
        if sure <= high:
            return under + (over - under) * (max(sure, low) - low) / (high - low)
    return points[-1][1]
