"""A feeder full of sheets, without a scanner around it."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from threading import Event

from PIL import Image, ImageDraw

from desktop.devices.scanner import ScannedPage, ScannerDevice, ScanSettings
from desktop.office.errors import OfficeError
from desktop.paper.pages import render
from desktop.paper.separator import separators_pdf
from tests.helpers.desk import MORNING

DPI = 100


class Feeder:
    """A scan source that gives one page a sign of `sheets`: `w` written, `b` blank, `s` a slip, `j` jams before it."""

    def __init__(self, sheets: str) -> None:
        self._sheets = sheets

    def devices(self) -> list[ScannerDevice]:
        return [ScannerDevice("feeder", "เครื่องสแกนสำนักปลัด")]

    def scan(self, device_id: str, settings: ScanSettings, cancel: Event) -> Iterator[ScannedPage]:
        for number, sheet in enumerate(self._sheets):
            if cancel.is_set():
                return
            if sheet == "j":
                raise OfficeError("scanner.paper_jam", pages_done=number)
            yield page(sheet, number)


@cache
def page(sheet: str, number: int = 0) -> ScannedPage:
    """One side of A4, a JPEG; each number looks otherwise."""
    wide, high = round(210 / 25.4 * DPI), round(297 / 25.4 * DPI)
    picture = Image.new("L", (wide, high), 246)
    draw = ImageDraw.Draw(picture)
    if sheet == "w":
        draw.text((120, 120), f"page {number + 1}", fill=20, font_size=60)
        for line in range(16):
            draw.rectangle(
                (120, 260 + 46 * line, wide - 120 - 31 * ((line * 7 + number) % 5), 270 + 46 * line), fill=60
            )
    if sheet == "s":
        drawn = render(separators_pdf("เทศบาลเมืองแม่เหียะ (สาธิต)", MORNING, 1), 0, DPI)
        picture = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX", drawn.stride, 1)
        picture = picture.convert("L").resize((wide, high))
    packed = BytesIO()
    picture.save(packed, "JPEG", dpi=(DPI, DPI))
    return ScannedPage(number, packed.getvalue(), "image/jpeg", DPI, wide, high)
