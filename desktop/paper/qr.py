"""QR codes as runs of dark modules, for back ends that draw rectangles."""

from functools import lru_cache

Run = tuple[int, int, int]
"""Row, first column, length."""


@lru_cache(256)
def dark_runs(payload: str) -> tuple[int, tuple[Run, ...]]:
    """Modules a side, and the horizontal runs of dark ones; error correction M, no quiet zone."""
    import segno

    matrix = segno.make_qr(payload, error="m", boost_error=False).matrix
    runs: list[Run] = []
    for row, modules in enumerate(matrix):
        start = None
        for column, dark in enumerate((*modules, 0)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append((row, start, column - start))
                start = None
    return len(matrix), tuple(runs)
