"""The painted road to a printer, tested against a printer that writes a file."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.devices.printer import Media
from desktop.office.errors import OfficeError
from desktop.paper import pages
from desktop.paper.ops import Line
from desktop.paper.receipt import receipt_pdf
from tests.desktop.paper.papers import a_paper, a_receipt
from tests.helpers.rasters import grey, ruled_lines_mm
from ui.kit.page_printing import QtSpooler, paint_pages

ACROSS = (10.0, 100.0, 200.0, 287.0)
DOWN = (10.0, 50.0, 105.0, 200.0)


def file_printer(out: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    return printer


def test_millimetres_survive_the_painter(qapp: QApplication, tmp_path: Path) -> None:
    ruled = a_paper(*(Line(5, y, 205, y, 0.3) for y in ACROSS), *(Line(x, 5, x, 292, 0.3) for x in DOWN))
    paint_pages(file_printer(tmp_path / "out.pdf"), ruled, Media.A4)
    printed = tmp_path / "out.pdf"
    assert pages.page_size_mm(printed) == pytest.approx((210, 297), abs=0.5)
    picture = grey(printed.read_bytes(), dpi=300)
    assert ruled_lines_mm(picture, 300, across=True) == pytest.approx(list(ACROSS), abs=0.3)
    assert ruled_lines_mm(picture, 300, across=False) == pytest.approx(list(DOWN), abs=0.3)


def test_a_sheet_that_lies_is_painted_lying_and_the_next_one_stands_again(qapp: QApplication, tmp_path: Path) -> None:
    lying = a_paper(*(Line(x, 5, x, 205, 0.3) for x in (15.0, 100.0, 282.0)), width_mm=297, height_mm=210)
    with pikepdf.open(BytesIO(lying)) as both, pikepdf.open(BytesIO(a_paper())) as standing:
        both.pages.extend(standing.pages)
        both.save(tmp_path / "both.pdf")
    paint_pages(file_printer(tmp_path / "out.pdf"), (tmp_path / "both.pdf").read_bytes(), Media.A4)
    printed = (tmp_path / "out.pdf").read_bytes()
    assert pages.page_size_mm(printed) == pytest.approx((297, 210), abs=0.5)
    assert pages.page_size_mm(printed, 1) == pytest.approx((210, 297), abs=0.5)
    found = ruled_lines_mm(grey(printed, dpi=300), 300, across=False)
    assert found == pytest.approx([15.0, 100.0, 282.0], abs=0.3)


def test_original_and_copy_come_out_on_two_a5_sheets(qapp: QApplication, tmp_path: Path) -> None:
    kept = receipt_pdf(a_receipt())
    paint_pages(file_printer(tmp_path / "out.pdf"), kept, Media.A5)
    printed = (tmp_path / "out.pdf").read_bytes()
    assert pages.page_count(printed) == 2
    assert pages.page_size_mm(printed, 1) == pytest.approx((148, 210), abs=0.5)
    lines = [ruled_lines_mm(grey(pdf, 1, 300), 300, across=True) for pdf in (kept, printed)]
    assert lines[1] == pytest.approx(lines[0], abs=0.3)


def test_a_torn_paper_and_a_missing_printer_are_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(OfficeError) as failure:
        paint_pages(file_printer(tmp_path / "out.pdf"), b"%PDF-1.4 torn", Media.A4)
    assert failure.value.code == "document.torn"
    with pytest.raises(OfficeError) as failure:
        QtSpooler().spool(a_paper(), "no such printer", "title", Media.A4, 1)
    assert failure.value.code == "printer.unknown_queue"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_opened_refuses(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(OfficeError) as failure:
        paint_pages(file_printer(tmp_path / "no folder" / "out.pdf"), a_paper(), Media.A4)
    assert failure.value.code == "printer.refused"
