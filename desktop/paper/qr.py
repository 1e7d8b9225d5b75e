"""QR codes as runs of dark modules, for back ends that draw rectangles."""

from functools import lru_cache
from itertools import groupby

Run = tuple[int, int, int]
"""Row, first column, length."""


@lru_cache(256)
def dark_runs(payload: str) -> tuple[int, tuple[Run, ...]]:
    """Modules a side, and the horizontal runs of dark ones; error correction M, no quiet zone."""
    import zxingcpp

    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    rows: list[list[int]] = memoryview(image).tolist()  # type: ignore[arg-type, assignment]
    runs: list[Run] = []
    for row, modules in enumerate(rows):
        column = 0
        for level, same in groupby(modules):
            length = len(list(same))
            if level == 0:
                runs.append((row, column, length))
            column += length
    return len(rows), tuple(runs)
