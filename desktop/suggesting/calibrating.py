"""How often what is as sure as this was right: measured on generated letters, never on those kept for measuring."""

from itertools import pairwise

from desktop.suggesting.model import Field

Points = tuple[tuple[float, float], ...]
_AS_IS: Points = ((0.0, 0.0), (1.0, 0.99))
_MEASURED: dict[Field, Points] = {
    Field.BOOK_NUMBER: ((0.0, 0.0), (0.5, 0.6), (0.8, 0.88), (0.95, 0.96), (1.0, 0.97)),
    Field.LETTER_DATE: ((0.0, 0.0), (0.5, 0.6), (0.85, 0.8), (0.92, 0.97), (1.0, 0.98)),
    Field.FROM_PARTY: ((0.0, 0.0), (0.8, 0.5), (0.92, 0.88), (1.0, 0.95)),
    Field.TO_PARTY: ((0.0, 0.0), (0.88, 0.7), (0.96, 0.96), (1.0, 0.97)),
    Field.SUBJECT: ((0.0, 0.0), (0.5, 0.4), (0.8, 0.55), (0.93, 0.85), (1.0, 0.95)),
    Field.CITATIONS: ((0.0, 0.0), (0.8, 0.6), (0.9, 0.8), (1.0, 0.9)),
    Field.ENCLOSURES: ((0.0, 0.0), (0.8, 0.7), (0.9, 0.85), (1.0, 0.95)),
}
"""Long texts are right less often than short ones that were read as surely."""


def calibrated(field: Field, sure: float) -> float:
    """0 to 1: on a line through the points measured for the field."""
    points = _MEASURED.get(field, _AS_IS)
    for (low, under), (high, over) in pairwise(points):
        if sure <= high:
            return under + (over - under) * (max(sure, low) - low) / (high - low)
    return points[-1][1]
