"""Our eSCL client against the simulator that sane-airscan has proven right."""

import io
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.devices.escl import EsclScanner
from desktop.devices.escl_http import Trouble, base_of, beside
from desktop.devices.escl_words import capabilities, status
from desktop.devices.scanner import ColourMode, Feed, ScannedPage, ScanSettings, Sheet
from desktop.office.errors import OfficeError
from tests.helpers.escl import MakeNetworkScanner, Simulator, shade

FEEDER = ScanSettings(Feed.FEEDER, dpi=75)
DUPLEX = replace(FEEDER, duplex=True)


def nobody() -> list[str]:
    return []


def scanning(simulator: Simulator, settings: ScanSettings = FEEDER, patience_s: float = 60) -> Iterator[ScannedPage]:
    return EsclScanner(nearby=nobody, patience_s=patience_s).scan(simulator.url, settings, threading.Event())


def shades(pages: list[ScannedPage]) -> list[int]:
    """The middle of each page, to the nearest ten."""
    found = []
    for page in pages:
        image = Image.open(io.BytesIO(page.data)).convert("L")
        assert image.size == (page.width, page.height)
        found.append(round(image.getpixel((page.width // 2, page.height // 2)) / 10) * 10)  # type: ignore[operator]
    return found


def until_trouble(pages: Iterator[ScannedPage]) -> tuple[list[ScannedPage], OfficeError]:
    kept: list[ScannedPage] = []
    with pytest.raises(OfficeError) as trouble:
        kept.extend(pages)
    assert all(all(trouble.value.describe(language)) for language in ("th", "en"))
    assert trouble.value.subject["pages_done"] == len(kept)
    return kept, trouble.value


def test_what_a_scanner_can_do(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner()
    (device,) = EsclScanner([f"127.0.0.1:{simulator.port}"], nobody).devices()
    assert device.id == simulator.url
    assert device.name == f"Simulated Office MFP (127.0.0.1:{simulator.port})"
    assert (device.can.feeds, device.can.duplex, device.can.brightness) == (frozenset(Feed), True, True)
    assert device.can.dpis == (75, 100, 200, 300, 600)
    assert [sheet for sheet in Sheet if device.can.takes(sheet)] == [Sheet.A4, Sheet.A5, Sheet.LEGAL, Sheet.CARD]


def test_a_typed_address_that_does_not_answer_stays_in_the_list(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner(feeder=False)
    found = EsclScanner(["127.0.0.1:9"], lambda: [simulator.url]).devices()
    assert [device.id for device in found] == ["http://127.0.0.1:9/eSCL", simulator.url]
    assert found[1].can.feeds == {Feed.FLATBED}


def test_nobody_there() -> None:
    with pytest.raises(OfficeError, match=r"scanner.none_found"):
        EsclScanner(nearby=nobody).devices()


def test_one_side_of_every_sheet(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner()
    pages = list(scanning(simulator))
    assert shades(pages) == [shade(0), shade(1), shade(2)]
    assert [(page.seq, page.media_type, page.dpi, page.width) for page in pages] == [
        (seq, "image/jpeg", 75, 620) for seq in range(3)
    ]
    assert "<scan:Duplex>false</scan:Duplex>" in simulator.orders[0]


def test_both_sides_of_every_sheet_and_no_more_than_asked(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner()
    pages = list(scanning(simulator, replace(DUPLEX, page_limit=4)))
    assert shades(pages) == [shade(0), shade(0, back=True), shade(1), shade(1, back=True)]
    assert next(iter(simulator.jobs.values())).state == "Canceled"
    assert simulator.left == 1


def test_the_glass_in_colour_and_in_black_and_white(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner()
    (colour,) = scanning(simulator, ScanSettings(dpi=100, mode=ColourMode.COLOUR, brightness=25))
    assert Image.open(io.BytesIO(colour.data)).mode == "RGB"
    assert "<scan:Brightness>25</scan:Brightness>" in simulator.orders[0]
    (lines,) = scanning(simulator, ScanSettings(dpi=100, mode=ColourMode.LINEART))
    assert (lines.media_type, Image.open(io.BytesIO(lines.data)).mode) == ("image/png", "1")


def test_the_nearest_it_has(make_network_scanner: MakeNetworkScanner) -> None:
    """A resolution it lacks, and a sheet larger than its glass."""
    settings = ScanSettings(dpi=90, width_mm=Sheet.A3.width_mm, height_mm=Sheet.A3.height_mm)
    (page,) = scanning(make_network_scanner(), settings)
    assert (page.dpi, page.width, page.height) == (100, 850, 1169)


def test_pages_in_a_pdf(make_network_scanner: MakeNetworkScanner) -> None:
    pages = list(scanning(make_network_scanner(sheets=2, formats=("application/pdf",))))
    assert shades(pages) == [shade(0), shade(1)]
    assert [page.media_type for page in pages] == ["image/jpeg", "image/jpeg"]


@pytest.mark.parametrize("end", [404, 409, 410])
def test_every_way_to_say_that_there_are_no_more(make_network_scanner: MakeNetworkScanner, end: int) -> None:
    assert len(list(scanning(make_network_scanner(end=end)))) == 3


def test_a_scanner_that_is_busy_for_a_while(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner(busy=2, not_yet=2)
    assert len(list(scanning(simulator))) == 3
    assert len(simulator.orders) == 3


def test_a_scanner_that_knows_itself_by_another_name(make_network_scanner: MakeNetworkScanner) -> None:
    assert len(list(scanning(make_network_scanner(host="printer.invalid:1")))) == 3


@pytest.mark.parametrize(
    ("traits", "code", "pages"),
    [
        ({"trouble": "ScannerAdfJam", "trouble_at": 2}, "paper_jam", 2),
        ({"trouble": "ScannerAdfMultipickDetected", "trouble_at": 1}, "double_feed", 1),
        ({"trouble": "ScannerAdfDoorOpen"}, "cover_open", 0),
        ({"sheets": 0}, "feeder_empty", 0),
        ({"busy": 10**9}, "busy", 0),
        ({"drop_at": 2}, "io", 1),
        ({"forbidden": True}, "access_denied", 0),
        ({"feeder": False}, "no_feeder", 0),
        ({"duplex": False}, "no_duplex", 0),
        ({"scale": 20}, "unbelievable", 0),
        ({"body": b"<html>no picture</html>"}, "io", 0),
        ({"body": b"%PDF-1.7 torn"}, "io", 0),
        ({"words": b"<not closed"}, "io", 0),
    ],
)
def test_what_is_wrong_is_told_and_pages_before_it_stay(
    make_network_scanner: MakeNetworkScanner, traits: dict[str, object], code: str, pages: int
) -> None:
    settings = DUPLEX if code == "no_duplex" else FEEDER
    patience = 3 if code == "busy" else 60
    kept, trouble = until_trouble(scanning(make_network_scanner(**traits), settings, patience))
    assert (trouble.code, len(kept)) == (f"scanner.{code}", pages)


def test_after_a_jam_the_rest_is_scanned(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner(trouble="ScannerAdfJam", trouble_at=2)
    kept, _ = until_trouble(scanning(simulator))
    simulator.trouble = None
    assert shades(kept + list(scanning(simulator))) == [shade(0), shade(1), shade(2)]


def test_two_programs_on_one_scanner(make_network_scanner: MakeNetworkScanner) -> None:
    """The other's job runs, and this scanner refuses a second one with 409."""
    simulator = make_network_scanner(endless=True)
    other = scanning(simulator)
    next(other)
    simulator.endless, simulator.sheets = False, 0
    _, trouble = until_trouble(scanning(simulator))
    assert trouble.code == "scanner.busy"
    assert list(other) == []


def test_unplugged() -> None:
    _, trouble = until_trouble(EsclScanner(nearby=nobody).scan("http://127.0.0.1:9/eSCL", FEEDER, threading.Event()))
    assert trouble.code == "scanner.offline"


class Hold(threading.Event):
    """What a scanner waits for before it gives a page; it tells that the scanner does."""

    def __init__(self) -> None:
        super().__init__()
        self.is_waited_for = threading.Event()

    def wait(self, timeout: float | None = None) -> bool:
        self.is_waited_for.set()
        return super().wait(timeout)


def test_cancelled_while_a_page_is_awaited(make_network_scanner: MakeNetworkScanner) -> None:
    hold, cancel = Hold(), threading.Event()
    simulator = make_network_scanner(hold=hold)

    def stop() -> None:
        assert hold.is_waited_for.wait(60)
        cancel.set()
        hold.set()

    stopping = threading.Thread(target=stop)
    stopping.start()
    assert list(EsclScanner(nearby=nobody).scan(simulator.url, FEEDER, cancel)) == []
    stopping.join()
    assert next(iter(simulator.jobs.values())).state == "Canceled"


def test_a_feeder_without_end_is_bounded(
    make_network_scanner: MakeNetworkScanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.devices.escl.MOST_PAGES", 4)
    kept, trouble = until_trouble(scanning(make_network_scanner(endless=True)))
    assert (trouble.code, len(kept)) == ("scanner.unbelievable", 4)


def test_an_answer_without_end_is_bounded(
    make_network_scanner: MakeNetworkScanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.devices.escl_job._MOST_WORDS", 10_000)
    _, trouble = until_trouble(scanning(make_network_scanner(words=b"<a/>" * 10_000)))
    assert trouble.code == "scanner.unbelievable"


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("192.168.1.20", "http://192.168.1.20/eSCL"),
        (" copier.office.local:8080 ", "http://copier.office.local:8080/eSCL"),
        ("http://10.0.0.5/eSCL/", "http://10.0.0.5/eSCL"),
        ("https://10.0.0.5/scan", "https://10.0.0.5/scan"),
        ("http://[fe80::1]:80", "http://[fe80::1]:80/eSCL"),
    ],
)
def test_addresses_as_people_type_them(typed: str, base: str) -> None:
    assert base_of(typed) == base


@pytest.mark.parametrize("typed", ["", "ftp://x/", "a b", "host:port", "http://me:secret@x/", "file:///etc/passwd"])
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(OfficeError, match=r"scanner.bad_address"):
        base_of(typed)


def test_a_place_on_another_host_is_sought_on_the_one_reached() -> None:
    base = "http://10.0.0.5:8080/eSCL"
    assert beside(base, "http://evil.invalid/eSCL/ScanJobs/7") == "http://10.0.0.5:8080/eSCL/ScanJobs/7"
    assert beside(base, "/eSCL/ScanJobs/7") == "http://10.0.0.5:8080/eSCL/ScanJobs/7"
    assert beside(base, "ScanJobs/7") == "http://10.0.0.5:8080/eSCL/ScanJobs/7"
    assert beside(base, "http://x//evil.invalid/y").startswith("http://10.0.0.5:8080/")


def understood_or_refused(xml: bytes) -> bool:
    for read in (capabilities, lambda words: status(words, "http://x/eSCL/ScanJobs/1")):
        try:
            read(xml)
        except Trouble as trouble:
            if trouble.code != "scanner.io":
                return False
    return True


@given(st.binary(max_size=300) | st.text("<>/ab &;!ENTITY\"'", max_size=80).map(lambda said: f"<a>{said}</a>".encode()))
def test_words_of_a_stranger_are_understood_or_refused(xml: bytes) -> None:
    assert understood_or_refused(xml)


def test_words_that_would_unfold_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'
    with pytest.raises(Trouble):
        capabilities(bomb)
