"""Scanning through the real SANE, its `test` backend, and the real worker process."""

import io
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desktop.devices.frames import read_frame, write_frame
from desktop.devices.limits import USUAL_DPIS
from desktop.devices.sane import SaneScanner
from desktop.devices.scanner import Abilities, ColourMode, Feed, ScannedPage, ScanSettings, Sheet
from desktop.office.errors import OfficeError
from tests.helpers.escl import MakeNetworkScanner, shade
from tests.helpers.sane import MakeScanner, airscan_in

DEVICE = "test:0"
QUICK = ScanSettings(dpi=75)
FEEDER = ScanSettings(Feed.FEEDER, dpi=75)
SLOW = {"read-delay": "true", "read-delay-duration": 200_000}
LARGE = ScanSettings(Feed.FEEDER, dpi=300, mode=ColourMode.COLOUR)
"""On a slow scanner each 64 KB take 0.2 s: such a page takes most of a minute."""


def never() -> threading.Event:
    return threading.Event()


def kept_until_trouble(pages: Iterator[ScannedPage]) -> tuple[list[ScannedPage], OfficeError]:
    kept: list[ScannedPage] = []
    with pytest.raises(OfficeError) as trouble:
        kept.extend(pages)
    with pytest.raises(StopIteration):
        next(pages)
    return kept, trouble.value


def test_the_scanners_there_are(make_scanner: MakeScanner) -> None:
    first, second = make_scanner().devices()
    assert [(one.id, one.name) for one in (first, second)] == [
        ("test:0", "Noname frontend-tester"),
        ("test:1", "Noname frontend-tester"),
    ]
    assert first.can == Abilities(frozenset(Feed), False, frozenset(ColourMode), tuple(USUAL_DPIS), 200.0, 200.0)


def test_what_another_source_drives_is_left_out(make_scanner: MakeScanner, tmp_path: Path) -> None:
    environment = make_scanner()._environment
    found = SaneScanner(environment=environment, leave_out=("test:0",)).devices()
    assert [one.id for one in found] == ["test:1"]
    with pytest.raises(OfficeError, match=r"scanner.none_found"):
        SaneScanner(environment=environment, leave_out=("test:",)).devices()


def test_a_driver_that_dies_of_being_asked_hides_no_scanner(make_scanner: MakeScanner) -> None:
    assert [device.id for device in make_scanner("die-asked", "1").devices()] == ["test:0", "test:1"]


def test_a_page_from_the_flatbed(make_scanner: MakeScanner) -> None:
    settings = ScanSettings(width_mm=100, height_mm=148)
    (page,) = make_scanner().scan(DEVICE, settings, never())
    picture = Image.open(io.BytesIO(page.data))
    assert (page.seq, page.media_type, page.dpi) == (0, "image/jpeg", 300)
    assert picture.size == (page.width, page.height) == (1181, 1748)
    assert picture.mode == "L"
    assert picture.info["dpi"] == (300, 300)


def test_colours_and_black_and_white(make_scanner: MakeScanner) -> None:
    scanner = make_scanner(conf={"test-picture": '"Color pattern"'})
    (colour,) = scanner.scan(DEVICE, ScanSettings(dpi=75, mode=ColourMode.COLOUR), never())
    assert Image.open(io.BytesIO(colour.data)).mode == "RGB"
    (lines,) = make_scanner(conf={"test-picture": '"Grid"'}).scan(
        DEVICE, ScanSettings(dpi=75, mode=ColourMode.LINEART), never()
    )
    picture = Image.open(io.BytesIO(lines.data))
    assert (lines.media_type, picture.mode) == ("image/png", "1")
    assert picture.convert("L").getextrema() == (0, 255)


def test_the_resolution_is_the_nearest_that_the_scanner_has(make_scanner: MakeScanner) -> None:
    (page,) = make_scanner(conf={"resolution_max": 100.0}).scan(DEVICE, ScanSettings(dpi=300), never())
    assert page.dpi == 100
    assert page.width == round(200 / 25.4 * 100)


def test_a_feeder_is_emptied(make_scanner: MakeScanner) -> None:
    pages = list(make_scanner().scan(DEVICE, FEEDER, never()))
    assert [page.seq for page in pages] == list(range(10))


def test_no_more_pages_than_asked_for(make_scanner: MakeScanner) -> None:
    settings = ScanSettings(Feed.FEEDER, dpi=75, page_limit=3)
    assert len(list(make_scanner().scan(DEVICE, settings, never()))) == 3


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("JAMMED", "paper_jam"), ("COVER_OPEN", "cover_open"), ("NO_DOCS", "feeder_empty"), ("DEVICE_BUSY", "busy"),
        ("IO_ERROR", "io"), ("ACCESS_DENIED", "access_denied"), ("NO_MEM", "io"),
    ],
)  # fmt: skip
def test_what_the_scanner_reports(make_scanner: MakeScanner, status: str, code: str) -> None:
    scanner = make_scanner(conf={"read-status-code": f'"SANE_STATUS_{status}"'})
    kept, trouble = kept_until_trouble(scanner.scan(DEVICE, FEEDER, never()))
    assert (kept, trouble.code, trouble.subject["pages_done"]) == ([], f"scanner.{code}", 0)
    assert all(all(trouble.describe(language)) for language in ("th", "en"))


def test_a_jam_keeps_the_pages_before_it(make_scanner: MakeScanner) -> None:
    kept, trouble = kept_until_trouble(make_scanner("jam", "2").scan(DEVICE, FEEDER, never()))
    assert (len(kept), trouble.code, trouble.subject["pages_done"]) == (2, "scanner.paper_jam", 2)
    assert "2" in trouble.describe()[1]


def test_a_driver_that_dies_takes_only_its_page_along(make_scanner: MakeScanner) -> None:
    kept, trouble = kept_until_trouble(make_scanner("die", "3").scan(DEVICE, FEEDER, never()))
    assert (len(kept), trouble.code, trouble.subject["pages_done"]) == (3, "scanner.io", 3)


def test_cancelled_in_the_middle_of_a_page(make_scanner: MakeScanner) -> None:
    cancel = threading.Event()
    pages = make_scanner(conf=SLOW).scan(DEVICE, LARGE, cancel)
    cancelling = threading.Timer(0.5, cancel.set)
    cancelling.start()
    assert list(pages) == []
    cancelling.join()


def test_cancelled_between_pages(make_scanner: MakeScanner) -> None:
    cancel = threading.Event()
    kept = []
    for page in make_scanner().scan(DEVICE, ScanSettings(Feed.FEEDER, dpi=200), cancel):
        kept.append(page)
        cancel.set()
    assert 1 <= len(kept) < 10
    assert all(Image.open(io.BytesIO(page.data)).size == (page.width, page.height) for page in kept)


def test_who_looks_no_further_ends_the_worker(make_scanner: MakeScanner) -> None:
    scanning = make_scanner().scan(DEVICE, FEEDER, never())
    first = next(scanning)
    scanning.close()  # type: ignore[attr-defined]
    assert first.seq == 0
    assert [thread for thread in threading.enumerate() if thread.name == "scanner"] == []


def test_no_scanner_at_all(make_scanner: MakeScanner) -> None:
    with pytest.raises(OfficeError, match=r"scanner.none_found"):
        make_scanner(backend="pnm-of-nobody").devices()


def test_a_scanner_that_was_unplugged(make_scanner: MakeScanner) -> None:
    _, trouble = kept_until_trouble(make_scanner(conf={"number_of_devices": 1}).scan("test:7", QUICK, never()))
    assert trouble.code == "scanner.offline"


def test_a_driver_that_says_nothing() -> None:
    silent = SaneScanner((sys.executable, "-c", "import sys; sys.stdin.read()"), patience_s=0.2)
    _, trouble = kept_until_trouble(silent.scan(DEVICE, QUICK, never()))
    assert trouble.code == "scanner.offline"


def test_a_worker_that_cannot_be_started(tmp_path: Path) -> None:
    _, trouble = kept_until_trouble(SaneScanner((str(tmp_path / "gone"),)).scan(DEVICE, QUICK, never()))
    assert trouble.code == "scanner.io"


def test_an_interpreter_without_sane(tmp_path: Path) -> None:
    (tmp_path / "sane.py").write_text("raise ImportError('no SANE here')")
    command = (sys.executable, "-c", f"import sys, runpy; sys.path.insert(0, {str(tmp_path)!r}); "
               "runpy.run_module('desktop.devices.sane_worker', run_name='__main__')")  # fmt: skip
    with pytest.raises(OfficeError, match=r"scanner.none_found"):
        SaneScanner(command).devices()


def test_both_sides_through_sane(make_network_scanner: MakeNetworkScanner, tmp_path: Path) -> None:
    """Debian's own driver for network scanners has a feeder that takes both sides; SANE's test scanner has none."""
    scanner = airscan_in(tmp_path, make_network_scanner(sheets=2).url)
    (device,) = scanner.devices()
    assert device.can.duplex
    assert [sheet for sheet in Sheet if device.can.takes(sheet)] == [Sheet.A4, Sheet.A5, Sheet.LEGAL, Sheet.CARD]
    pages = list(scanner.scan(device.id, ScanSettings(Feed.FEEDER, dpi=75, duplex=True), never()))
    middles = [Image.open(io.BytesIO(page.data)).getpixel((page.width // 2, page.height // 2)) for page in pages]
    assert middles == pytest.approx([shade(0), shade(0, back=True), shade(1), shade(1, back=True)], abs=3)


def test_both_sides_of_a_scanner_that_has_only_one(make_scanner: MakeScanner) -> None:
    _, trouble = kept_until_trouble(make_scanner().scan(DEVICE, ScanSettings(Feed.FEEDER, duplex=True), never()))
    assert trouble.code == "scanner.no_duplex"


def test_a_scanner_that_tells_of_a_sheet_as_large_as_a_wall(make_scanner: MakeScanner) -> None:
    scanner = make_scanner(conf={"geometry_max": 2000.0, "resolution_max": 1200.0})
    wall = ScanSettings(Feed.FEEDER, dpi=1200, width_mm=2000, height_mm=2000)
    kept, trouble = kept_until_trouble(scanner.scan(DEVICE, wall, never()))
    assert (kept, trouble.code) == ([], "scanner.unbelievable")


def test_messages_survive_the_pipe_and_torn_ones_end_it() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, {"kind": "page", "words": "หน้า"}, b"\0\xff")
    whole = pipe.getvalue()
    assert read_frame(io.BytesIO(whole)) == ({"kind": "page", "words": "หน้า"}, b"\0\xff")
    assert all(read_frame(io.BytesIO(whole[:length])) is None for length in range(len(whole)))
    assert read_frame(io.BytesIO(b"\x7f" * 64)) is None


def test_the_worker_leaves_with_the_desk() -> None:
    """Nobody holds the other end of its order any more: it ends by itself."""
    reading, writing = os.pipe()
    os.close(writing)
    with os.fdopen(reading, "rb") as nothing:
        done = subprocess.run((sys.executable, "-m", "desktop.devices.sane_worker"), stdin=nothing, timeout=180)
    assert done.returncode == 1
