"""Files and scans on their way in: the good ones come, the bad ones are named, pages that arrived stay."""

import io
import threading
from pathlib import Path

from PIL import Image

from desktop.capture.intake import Intake
from desktop.capture.model import Source
from desktop.devices.scanner import ColourMode, Feed, ScanSettings
from desktop.office.errors import OfficeError
from tests.helpers.letters import document
from tests.helpers.sane import MakeScanner
from ui.capture.bringing import bring_files, bring_picture

FEEDER = ScanSettings(Feed.FEEDER, 75, ColourMode.GREY)


def png() -> bytes:
    file = io.BytesIO()
    Image.new("L", (40, 50), 200).save(file, "PNG")
    return file.getvalue()


def test_one_bad_file_does_not_keep_the_others_out(intake: Intake, tmp_path: Path) -> None:
    good, torn, empty = tmp_path / "good.pdf", tmp_path / "torn.pdf", tmp_path / "empty.pdf"
    good.write_bytes(document(0).data)
    torn.write_bytes(document(0).data[:300])
    empty.write_bytes(b"")
    steps: list[tuple[int, int]] = []
    brought = bring_files(
        intake, [torn, good, empty], Source.FILE, lambda done, total: steps.append((done, total)), threading.Event()
    )
    assert [one.name for one in brought.documents] == ["good.pdf"]
    assert [one.code for one in brought.failures] == ["document.torn", "document.empty"]
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_cancelled_import_brings_nothing_more(intake: Intake, tmp_path: Path) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(document(0).data)
    cancel = threading.Event()
    cancel.set()
    assert not bring_files(intake, [path, path], Source.FILE, lambda *_: None, cancel).documents


def test_a_pasted_picture_keeps_its_untouched_bytes(intake: Intake) -> None:
    picture = png()
    (one,) = bring_picture(intake, picture, "2026-11-11 09.14.00", lambda *_: None, threading.Event()).documents
    assert (one.name, one.source, one.original) == ("2026-11-11 09.14.00.pdf", Source.PASTE, picture)
    assert bring_picture(intake, b"no picture", "x", lambda *_: None, threading.Event()).failures


def test_pages_that_arrived_before_a_jam_become_a_document(intake: Intake, make_scanner: MakeScanner) -> None:
    counted: list[int] = []
    scanned = intake.scan(make_scanner("jam", "2"), "test:0", FEEDER, threading.Event(), counted.append, "สแกน")
    assert counted == [1, 2]
    assert isinstance(scanned.failure, OfficeError)
    assert scanned.failure.code == "scanner.paper_jam"
    assert scanned.batch is not None
    (made,) = intake.documents(scanned.batch)
    assert (made.page_count, made.source, made.name) == (2, Source.SCAN, "สแกน.pdf")


def test_pages_are_on_the_disk_when_they_are_counted(intake: Intake, make_scanner: MakeScanner) -> None:
    """Each is told of only once it would be there after a power cut; a second stack goes behind the first."""
    seen: list[tuple[int, int]] = []

    def arrived(count: int) -> None:
        (row,) = intake.batches.waiting()
        seen.append((count, row.pages))

    scanner = make_scanner()
    first = intake.scan(scanner, "test:0", FEEDER, threading.Event(), arrived, "x")
    assert seen == [(count, count) for count in range(1, 11)]
    seen.clear()
    intake.scan(scanner, "test:0", FEEDER, threading.Event(), arrived, "y", first.batch)
    assert seen == [(count, 10 + count) for count in range(1, 11)]


def test_a_scan_without_a_page_is_no_document(intake: Intake, make_scanner: MakeScanner) -> None:
    scanned = intake.scan(make_scanner("jam", "0"), "test:0", FEEDER, threading.Event(), lambda _: None, "สแกน")
    assert (scanned.batch, intake.batches.waiting()) == (None, ())
