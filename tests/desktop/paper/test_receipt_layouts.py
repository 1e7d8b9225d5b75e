"""The receipt on every kind of paper: what it says, that nothing leaves its sheet, and how it looks."""

import pytest

from desktop.paper import pages, qr, receipt, stock_form
from desktop.paper.escpos import to_escpos
from desktop.paper.ops import Image, Line, Op, Paper, Polygon, QrCode, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.placing import enlarged, moved
from desktop.paper.receipt import Layout, Part, ReceiptItem, ReceiptPaper, page_count, parts_pdf
from desktop.paper.receipt_stock import trial_sheet
from desktop.paper.thai_text import width_mm
from tests.desktop.paper.papers import CERTIFICATE, NINE_TWENTY, SURCHARGE, a_receipt
from tests.desktop.paper.test_receipt import AWKWARD, PROOF
from tests.helpers.escpos import pieces
from tests.helpers.rasters import assert_golden, grey

MANY = a_receipt(*(CERTIFICATE, SURCHARGE) * 8, proof=PROOF)
VOID = a_receipt(voided=True, void_reason="พิมพ์จำนวนผิด", proof=PROOF)


INSTEAD = a_receipt(replaces="70/CNT01 000002", proof=PROOF)


def parts(layout: Layout, paper: ReceiptPaper, time: int = 0) -> tuple[Part, ...]:
    copies = (None,) if layout is Layout.A4_TWO else ("original", "copy")
    return tuple(
        Part(copy, page, time, "004512" if layout is Layout.STOCK else "")  # type: ignore[arg-type]
        for copy in copies
        for page in range(1, page_count(paper, layout) + 1)
    )


def sheets(layout: Layout, paper: ReceiptPaper, time: int = 0) -> list[Sheet]:
    from dataclasses import replace

    marked = replace(paper, reprint_count=time)
    return [receipt._sheet(marked, layout, part, (0, 0)) for part in parts(layout, paper, time)]


def said(sheet: Sheet) -> str:
    return " ".join(op.text for op in sheet.ops if isinstance(op, Text))


@pytest.mark.parametrize("layout", Layout)
def test_every_layout_looks_as_it_should(layout: Layout) -> None:
    assert_golden(grey(parts_pdf(a_receipt(proof=PROOF), layout, parts(layout, MANY)[:1]), 0, 100), f"receipt-{layout}")


@pytest.mark.parametrize("layout", [Layout.ROLL, Layout.STOCK, Layout.A4_TWO])
def test_a_void_receipt_printed_again_looks_as_it_should(layout: Layout) -> None:
    file = parts_pdf(VOID, layout, parts(layout, VOID, time=2)[:1])
    assert_golden(grey(file, 0, 100), f"receipt-{layout}-void")


@pytest.mark.parametrize("layout", Layout)
def test_a_receipt_that_stands_for_a_cancelled_one_says_for_which(layout: Layout) -> None:
    file = parts_pdf(INSTEAD, layout, parts(layout, INSTEAD)[:1])
    text = pages.page_text(file).replace(" ", "").replace("\n", "")
    assert "ใช้แทนใบเสร็จเลขที่70/CNT01000002ซึ่งยกเลิกแล้ว" in text.replace("\r", "")
    assert_golden(grey(file, 0, 100), f"receipt-{layout}-instead")


@pytest.mark.parametrize("layout", Layout)
def test_the_statement_takes_no_room_of_its_own_from_what_must_stand_on_the_sheet(layout: Layout) -> None:
    """As many lines as there can be, a name and an address that are long, marked and cancelled."""
    crowded = a_receipt(
        *(CERTIFICATE, SURCHARGE) * 8, proof=PROOF, replaces="70/CNT01 000002", voided=True, void_reason="พิมพ์ผิด",
        payer_name="ห้างหุ้นส่วนจำกัด " + "สมมุติการค้าและบริการ " * 4,
    )  # fmt: skip
    for sheet in sheets(layout, crowded, time=3):
        assert "ใช้แทนใบเสร็จเลขที่" in said(sheet)


@pytest.mark.parametrize("layout", Layout)
def test_every_layout_says_what_differs_from_one_receipt_to_the_next(layout: Layout) -> None:
    text = pages.page_text(parts_pdf(a_receipt(book_no="12"), layout, parts(layout, a_receipt())[:1]))
    for words in (
        "๑๒",
        "๐๐๐๐๐๓",
        "๑๖ พฤศจิกายน ๒๕๖๙",
        "นายทดสอบ",
        "300.00",
        "60.00",
        "360.00",
        "(สามร้อยหกสิบบาทถ้วน)",
        "เงินสด",
    ):
        assert words in text
    assert "(นางสาวกตัญญู ใจปั่นน้ำ)" in text
    assert "ต้นฉบับ" in text


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("place", range(len(AWKWARD)))
def test_nothing_leaves_its_sheet_whatever_the_names_and_sums(layout: Layout, place: int) -> None:
    for sheet in sheets(layout, AWKWARD[place], time=3):
        for op in sheet.ops:
            left, top, right, bottom = box(op)
            assert left >= -0.01, op
            assert right <= sheet.width_mm + 0.01, op
            assert top >= -0.01, op
            assert bottom <= sheet.height_mm + 0.01, op


def box(op: Op) -> tuple[float, float, float, float]:
    match op:
        case Text():
            wide = 0.0 if op.turn_deg else width_mm(op.text, op.size_pt, op.face)
            left = op.x_mm - {"left": 0.0, "centre": 0.5, "right": 1.0}[op.align] * wide
            return left, op.y_mm - op.size_pt * 0.2, left + wide, op.y_mm + op.size_pt * 0.06
        case Line():
            xs, ys = sorted((op.x1_mm, op.x2_mm)), sorted((op.y1_mm, op.y2_mm))
            return xs[0], ys[0], xs[1], ys[1]
        case QrCode():
            return op.x_mm, op.y_mm, op.x_mm + op.side_mm, op.y_mm + op.side_mm
        case Rect() | Image():
            return op.x_mm, op.y_mm, op.x_mm + op.width_mm, op.y_mm + op.height_mm
        case Polygon():
            xs, ys = sorted(x for x, _ in op.corners_mm), sorted(y for _, y in op.corners_mm)
            return xs[0], ys[0], xs[-1], ys[-1]


@pytest.mark.parametrize("layout", Layout)
def test_a_long_list_is_whole_and_goes_on_over_sheets_where_the_paper_has_an_end(layout: Layout) -> None:
    made = sheets(layout, MANY)
    numbers = [f"{place}" for place in range(1, 17)]
    first_copy = made[: page_count(MANY, layout)]
    words = [op.text for sheet in first_copy for op in sheet.ops if isinstance(op, Text)]
    for number in numbers:
        assert number in words or any(word.startswith(f"{number}. ") for word in words)
    assert "2,880.00" in said(first_copy[-1])
    if layout is not Layout.ROLL:
        assert len(first_copy) > 2
        assert all("ยอดยกไป" in said(sheet) for sheet in first_copy[:-1])
        assert all("(สองพันแปดร้อยแปดสิบบาทถ้วน)" not in said(sheet) for sheet in first_copy[:-1])


@pytest.mark.parametrize("layout", Layout)
def test_only_the_sheets_asked_for_bear_the_mark(layout: Layout) -> None:
    plain, again = parts(layout, a_receipt())[0], parts(layout, a_receipt(), time=2)[0]
    file = parts_pdf(a_receipt(), layout, (again, plain))
    assert "พิมพ์ซ้ำครั้งที่ ๒" in pages.page_text(file, 0)
    assert "พิมพ์ซ้ำ" not in pages.page_text(file, 1)


@pytest.mark.parametrize("layout", Layout)
def test_the_proof_is_read_off_every_paper_at_203_dots_an_inch(layout: Layout) -> None:
    file = parts_pdf(a_receipt(proof=PROOF), layout, parts(layout, MANY)[:1])
    assert set(qr.texts_on(grey(file, 0, 203.2))) == {PROOF}


def test_two_copies_side_by_side_are_one_sheet_to_be_cut() -> None:
    (sheet,) = sheets(Layout.A4_TWO, a_receipt())
    assert (sheet.width_mm, sheet.height_mm) == (297, 210)
    text = said(sheet)
    assert text.count("ต้นฉบับ") == text.count("สำเนา") == 1


def test_the_roll_is_burnt_dot_for_dot_as_it_was_set() -> None:
    file = parts_pdf(a_receipt(proof=PROOF), Layout.ROLL, (Part("original"), Part("copy")))
    burnt = pieces(to_escpos(file))
    assert [piece.width for piece in burnt] == [576, 576]
    set_picture = grey(file, 0, 203.2).crop((0, 0, *burnt[0].size))
    thresholded = set_picture.point([255 * (level >= 150) for level in range(256)])
    assert burnt[0].tobytes() == thresholded.tobytes()
    assert_golden(burnt[0].reduce(2), "receipt-burnt")
    assert qr.texts_on(burnt[0]) == [PROOF]


def test_stock_bears_only_what_its_blanks_are_for_and_moves_as_the_printer_needs() -> None:
    for words in ("ใบเสร็จรับเงิน", "ได้รับเงินไว้เป็นการถูกต้องแล้ว", "จำนวนเงิน (บาท)", "เทศบาล"):
        assert words not in said(sheets(Layout.STOCK, a_receipt(payer_name="นายทดสอบ"))[0])
    plain = receipt._sheet(a_receipt(), Layout.STOCK, Part("original"), (0, 0))
    aside = receipt._sheet(a_receipt(), Layout.STOCK, Part("original"), (2.5, -1.5))
    assert aside.ops == tuple(moved(op, 2.5, -1.5) for op in plain.ops)
    assert "กระดาษเลขที่ 004512" in said(sheets(Layout.STOCK, a_receipt())[0])


def test_the_trial_sheet_frames_every_blank_where_the_words_will_stand() -> None:
    form = stock_form.shipped()
    sheet = trial_sheet(form, "EPSON")
    frames = [op for op in sheet.ops if isinstance(op, Rect)]
    assert len(frames) == len(
        [1 for value in vars(form).values() if isinstance(value, (stock_form.Blank, stock_form.CodeBlank))]
    )
    for op in receipt._sheet(a_receipt(), Layout.STOCK, Part("original"), (0, 0)).ops:
        if isinstance(op, Text) and op.y_mm < form.rows_top_mm:
            left, _, right, _ = box(op)
            assert any(f.x_mm - 0.1 <= left and right <= f.x_mm + f.width_mm + 0.1 for f in frames), op
    assert_golden(grey(to_pdf(Paper("trial", "t", NINE_TWENTY, (sheet,))), 0, 100), "receipt-stock-trial")


def test_marks_are_moved_and_enlarged_whatever_they_are() -> None:
    marks: tuple[Op, ...] = (
        Text(1, 2, "ก"), Line(1, 2, 3, 4, dash_mm=(0, 1)), Polygon(((1, 2), (3, 4))), Rect(1, 2, 3, 4),
        QrCode(1, 2, 3, "x"), Image(1, 2, 3, 4, b""),
    )  # fmt: skip
    for mark in marks:
        left, top, right, bottom = box(mark)
        assert box(moved(mark, 5, 7)) == pytest.approx((left + 5, top + 7, right + 5, bottom + 7))
        assert box(enlarged(mark, 2)) == pytest.approx((left * 2, top * 2, right * 2, bottom * 2))


def test_an_item_longer_than_a_stock_sheet_is_torn_and_nothing_of_it_lost() -> None:
    endless = ReceiptItem("ค่าธรรมเนียมเก็บและขนมูลฝอยทั่วไป " * 30, 1, "รายการ", 100)
    made = sheets(Layout.STOCK, a_receipt(endless, SURCHARGE))
    words = "".join(said(sheet) for sheet in made[: len(made) // 2]).replace(" ", "")
    assert words.count("มูลฝอย") == 30
