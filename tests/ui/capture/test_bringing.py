"""Files and scans on their way in: the good ones come, the bad ones are named, pages that arrived stay."""

import io
import threading
from pathlib import Path

from PIL import Image

from desktop.capture.model import Source
from desktop.devices.scanner import ColourMode, Feed, ScanSettings
from desktop.office.errors import OfficeError
from tests.helpers.letters import document
from tests.helpers.sane import MakeScanner
from ui.capture.bringing import bring_files, bring_picture, document_of, scan_pages

FEEDER = ScanSettings(Feed.FEEDER, 75, ColourMode.GREY)


def png() -> bytes:
    file = io.BytesIO()
    Image.new("L", (40, 50), 200).save(file, "PNG")
    return file.getvalue()


def test_one_bad_file_does_not_keep_the_others_out(tmp_path: Path) -> None:
    good, torn, empty = tmp_path / "good.pdf", tmp_path / "torn.pdf", tmp_path / "empty.pdf"
    good.write_bytes(document(0).data)
    torn.write_bytes(document(0).data[:300])
    empty.write_bytes(b"")
    steps: list[tuple[int, int]] = []
    brought = bring_files(
        [torn, good, empty], Source.FILE, lambda done, total: steps.append((done, total)), threading.Event()
    )
    assert [one.name for one in brought.documents] == ["good.pdf"]
    assert [one.code for one in brought.failures] == ["document.torn", "document.empty"]
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_cancelled_import_brings_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(document(0).data)
    cancel = threading.Event()
    cancel.set()
    assert not bring_files([path, path], Source.FILE, lambda *_: None, cancel).documents


def test_a_pasted_picture_keeps_its_untouched_bytes() -> None:
    picture = png()
    (one,) = bring_picture(picture, "2026-11-11 09.14.00", lambda *_: None, threading.Event()).documents
    assert (one.name, one.source, one.original) == ("2026-11-11 09.14.00.pdf", Source.PASTE, picture)
    assert bring_picture(b"no picture", "x", lambda *_: None, threading.Event()).failures


def test_pages_that_arrived_before_a_jam_become_a_document(make_scanner: MakeScanner) -> None:
    counted: list[int] = []
    scanned = scan_pages(make_scanner("jam", "2"), "test:0", FEEDER, threading.Event(), counted.append)
    assert counted == [1, 2]
    assert isinstance(scanned.failure, OfficeError)
    assert scanned.failure.code == "scanner.paper_jam"
    made = document_of(scanned, "สแกน")
    assert made is not None
    assert (made.page_count, made.source) == (2, Source.SCAN)


def test_a_scan_without_a_page_is_no_document(make_scanner: MakeScanner) -> None:
    scanned = scan_pages(make_scanner("jam", "0"), "test:0", FEEDER, threading.Event(), lambda _: None)
    assert document_of(scanned, "สแกน") is None
