"""QR codes: as runs of dark modules for back ends that draw rectangles, and read off pictures."""

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

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


def texts_on(picture: "Image") -> list[str]:
    """What the QR codes on a picture say; no other kind of code, which a row of QR modules can happen to look like."""
    import zxingcpp

    only = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=only)]
