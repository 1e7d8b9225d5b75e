"""QR codes read off a picture: all of them, and nothing that only looks like a code."""

import zxingcpp
from PIL import Image
from zxingcpp import BarcodeFormat

from desktop.paper.qr import texts_on


def drawn(text: str, kind: BarcodeFormat) -> Image.Image:
    made = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, kind), scale=4)
    return Image.fromarray(made)


def beside(*codes: Image.Image) -> Image.Image:
    sheet = Image.new("L", (sum(code.width for code in codes), max(code.height for code in codes)), 255)
    left = 0
    for code in codes:
        sheet.paste(code, (left, 0))
        left += code.width
    return sheet


def test_a_bar_code_beside_it_is_no_qr_code() -> None:
    """A scanner sees Codabar in a row of QR modules now and then; nobody prints any."""
    bars = drawn("A365A", BarcodeFormat.Codabar)
    sheet = beside(drawn("THESABAN", BarcodeFormat.QRCode), bars)
    assert {found.text for found in zxingcpp.read_barcodes(sheet)} == {"THESABAN", "A365A"}
    assert texts_on(sheet) == ["THESABAN"]
    assert texts_on(bars) == []


def test_every_code_of_a_sheet_is_told() -> None:
    sheet = beside(*(drawn(text, BarcodeFormat.QRCode) for text in ("TDP1:ONE", "TDP1:TWO")))
    assert sorted(texts_on(sheet)) == ["TDP1:ONE", "TDP1:TWO"]
