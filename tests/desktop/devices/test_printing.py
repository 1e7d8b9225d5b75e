"""Papers through a real CUPS server: true size, text that survives, and every way in which a printer says no."""

from datetime import UTC, datetime
from typing import BinaryIO

import pytest

from desktop.devices.cups import CupsPrinter
from desktop.devices.printer import JobState, Media, PrintJob, Queue, default_printer
from desktop.devices.windows_printing import WindowsPrinter
from desktop.office.errors import OfficeError
from desktop.paper import pages
from desktop.paper.ops import Line, Paper, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.receipt import receipt_pdf
from tests.desktop.paper.papers import a_receipt
from tests.helpers.cups import Cups
from tests.helpers.rasters import grey, ruled_lines_mm

ACROSS = (10.0, 100.0, 200.0, 287.0)
DOWN = (10.0, 50.0, 105.0, 200.0)
MOST_ASTRAY_MM = 0.3


def ruled_page() -> bytes:
    lines = [Line(5, y, 205, y, 0.3) for y in ACROSS] + [Line(x, 5, x, 292, 0.3) for x in DOWN]
    words = Text(60, 60, "ที่ ป้ ญู ปั่น น้ำ ผู้ ฐู กตัญญู")
    return to_pdf(Paper("ruled", "test", datetime(2026, 11, 16, tzinfo=UTC), (Sheet(210, 297, (*lines, words)),)))


def code_of(failure: "pytest.ExceptionInfo[OfficeError]") -> str:
    return failure.value.code


def test_millimetres_and_thai_text_survive_on_a_queue_with_another_default_paper(cups: Cups) -> None:
    cups.add_queue("ruled", media="Letter")
    job = cups.printer.submit(ruled_page(), "ruled", "ruled", Media.A4)
    assert cups.finish(job) is JobState.DONE
    printed = cups.printed("ruled")
    assert pages.page_size_mm(printed) == pytest.approx((210, 297), abs=0.5)
    picture = grey(printed, dpi=300)
    for found, meant in (
        (ruled_lines_mm(picture, 300, across=True), ACROSS),
        (ruled_lines_mm(picture, 300, across=False), DOWN),
    ):
        assert found == pytest.approx(list(meant), abs=MOST_ASTRAY_MM)
    assert "ที่ ป้ ญู ปั่น น้ำ ผู้ ฐู กตัญญู" in pages.page_text(printed)


def test_a_sheet_that_lies_is_turned_onto_the_paper_in_its_true_size(cups: Cups) -> None:
    """Its long side goes along the paper's, whichever way the queue turns it."""
    cups.add_queue("lying")
    lines = [Line(5, y, 292, y, 0.3) for y in (15.0, 195.0)] + [Line(x, 5, x, 205, 0.3) for x in (15.0, 100.0, 282.0)]
    made = to_pdf(Paper("lying", "test", datetime(2026, 11, 16, tzinfo=UTC), (Sheet(297, 210, tuple(lines)),)))
    assert cups.finish(cups.printer.submit(made, "lying", "lying", Media.A4)) is JobState.DONE
    printed = cups.printed("lying")
    lies = pages.page_size_mm(printed)[0] > 250
    assert pages.page_size_mm(printed) == pytest.approx((297, 210) if lies else (210, 297), abs=0.5)
    along = ruled_lines_mm(grey(printed, dpi=300), 300, across=not lies)
    turned = along if abs(along[1] - 100) < 1 else [297 - place for place in reversed(along)]
    assert turned == pytest.approx([15.0, 100.0, 282.0], abs=MOST_ASTRAY_MM)


def test_a_receipt_comes_out_as_it_is_kept(cups: Cups) -> None:
    cups.add_queue("receipts")
    kept = receipt_pdf(a_receipt())
    job = cups.printer.submit(kept, "receipts", "ใบเสร็จรับเงิน 3", Media.A5)
    assert cups.finish(job) is JobState.DONE
    printed = cups.printed("receipts")
    assert pages.page_count(printed) == 2
    assert pages.page_size_mm(printed) == pytest.approx((148, 210), abs=0.5)
    for page, name in enumerate(("ต้นฉบับ", "สำเนา")):
        lines = [ruled_lines_mm(grey(pdf, page, 300), 300, across=True) for pdf in (kept, printed)]
        assert len(lines[0]) >= 6
        assert lines[1] == pytest.approx(lines[0], abs=MOST_ASTRAY_MM)
        text = pages.page_text(printed, page)
        assert name in text
        assert "(นางสาวกตัญญู ใจปั่นน้ำ)" in text


def test_copies_are_printed_as_often_as_asked(cups: Cups) -> None:
    cups.add_queue("copies")
    assert cups.finish(cups.printer.submit(ruled_page(), "copies", "three", Media.A4, copies=3)) is JobState.DONE
    assert pages.page_count(cups.printed("copies")) == 3


def test_a_pdf_is_sent_while_it_is_written(cups: Cups) -> None:
    cups.add_queue("written")
    page = ruled_page()

    def write(out: BinaryIO) -> None:
        for at in range(0, len(page), 1000):
            out.write(page[at : at + 1000])

    assert cups.finish(cups.printer.submit_written(write, "written", "written", Media.A4)) is JobState.DONE
    printed = cups.printed("written")
    assert pages.page_size_mm(printed) == pytest.approx((210, 297), abs=0.5)
    assert "กตัญญู" in pages.page_text(printed)


def test_of_a_pdf_that_cannot_be_written_to_its_end_nothing_is_printed(cups: Cups) -> None:
    cups.add_queue("halves")

    def write(out: BinaryIO) -> None:
        out.write(ruled_page())
        raise OfficeError("blob.damaged", sha256="ab")

    with pytest.raises(OfficeError, match=r"blob\.damaged"):
        cups.printer.submit_written(write, "halves", "half", Media.A4)
    job = cups.printer.find("halves", "half")
    assert job is not None
    assert cups.finish(job) is JobState.CANCELLED
    assert cups.finish(cups.printer.submit(ruled_page(), "halves", "whole", Media.A4)) is JobState.DONE


def test_a_torn_file_fails_and_the_queue_goes_on(cups: Cups) -> None:
    cups.add_queue("torn")
    assert cups.finish(cups.printer.submit(ruled_page()[:900], "torn", "torn", Media.A4)) is JobState.FAILED
    assert cups.finish(cups.printer.submit(ruled_page(), "torn", "whole", Media.A4)) is JobState.DONE


def test_a_stopped_queue_keeps_the_job_until_it_goes_on(cups: Cups) -> None:
    cups.add_queue("stopped")
    cups.run("lpadmin", "-d", "stopped")
    cups.run("cupsdisable", "-r", "out of paper", "stopped")
    assert Queue("stopped", True, False, "out of paper") in cups.printer.queues()
    job = cups.printer.submit(ruled_page(), "stopped", "patient", Media.A4)
    assert cups.printer.state(job) is JobState.WAITING
    cups.run("cupsenable", "stopped")
    assert cups.finish(job) is JobState.DONE
    assert any(queue.name == "stopped" and queue.ready for queue in cups.printer.queues())


def test_a_cancelled_job_says_so_and_an_unknown_one_is_forgotten(cups: Cups) -> None:
    cups.add_queue("cancelled")
    cups.run("cupsdisable", "cancelled")
    job = cups.printer.submit(ruled_page(), "cancelled", "cancelled", Media.A4)
    cups.run("cancel", f"cancelled-{job.number}")
    assert cups.finish(job) is JobState.CANCELLED
    assert cups.printer.state(PrintJob("cancelled", job.number + 1000)) is JobState.FORGOTTEN


def test_a_queue_that_is_not_there_is_named(cups: Cups) -> None:
    with pytest.raises(OfficeError) as failure:
        cups.printer.submit(ruled_page(), "nowhere", "lost", Media.A4)
    assert code_of(failure) == "printer.unknown_queue"
    assert "nowhere" in failure.value.describe("th")[0]


def test_a_queue_that_takes_no_jobs_refuses_with_its_reason(cups: Cups) -> None:
    cups.add_queue("closed")
    cups.run("cupsreject", "closed")
    with pytest.raises(OfficeError) as failure:
        cups.printer.submit(ruled_page(), "closed", "lost", Media.A4)
    assert code_of(failure) == "printer.refused"
    assert "not accepting" in failure.value.subject["reason"]


def test_a_server_that_is_down_is_told_from_a_missing_queue() -> None:
    printer = CupsPrinter("/nonexistent/cups.sock")
    asked = (
        printer.queues,
        lambda: printer.submit(ruled_page(), "any", "lost", Media.A4),
        lambda: printer.state(PrintJob("any", 1)),
    )
    for ask in asked:
        with pytest.raises(OfficeError) as failure:
            ask()
        assert code_of(failure) == "printer.offline"


def test_without_lp_the_clerk_hears_that_there_is_no_printing_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(OfficeError) as failure:
        CupsPrinter().queues()
    assert code_of(failure) == "printer.no_system"


class ListSpooler:
    """A spooler with one printer, which remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str, Media, int]] = []

    def queues(self) -> tuple[Queue, ...]:
        return (Queue("laser", True, True),)

    def spool(self, pdf: bytes, queue: str, title: str, media: Media, copies: int) -> None:
        self.given.append((queue, title, media, copies))


def test_windows_gets_the_painted_pages_and_everybody_else_cups() -> None:
    spooler = ListSpooler()
    printer = default_printer(lambda: spooler, "win32")
    assert isinstance(printer, WindowsPrinter)
    job = printer.submit(ruled_page(), "laser", "receipt", Media.A5, 2)
    assert spooler.given == [("laser", "receipt", Media.A5, 2)]
    assert printer.state(job) is JobState.HANDED_OVER
    printer.submit_written(lambda out: out.write(ruled_page()), "laser", "letter", Media.A4)
    assert spooler.given[1:] == [("laser", "letter", Media.A4, 1)]
    with pytest.raises(OfficeError) as failure:
        printer.submit(ruled_page(), "inkjet", "receipt", Media.A5)
    assert code_of(failure) == "printer.unknown_queue"
    assert isinstance(default_printer(ListSpooler, "linux"), CupsPrinter)
    assert isinstance(default_printer(ListSpooler, "darwin"), CupsPrinter)
