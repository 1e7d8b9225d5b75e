"""Scanners of several kinds in one list: a real SANE and a simulated network scanner side by side."""

import threading

import pytest

from desktop.devices.escl import EsclScanner, answering
from desktop.devices.many_scanners import ManyScanners
from desktop.devices.scanner import Feed, ScanSettings, ScanSource, TakesAddresses
from desktop.office.errors import OfficeError
from tests.helpers.escl import MakeNetworkScanner
from tests.helpers.sane import MakeScanner


def nobody() -> list[str]:
    return []


def many(**sources: ScanSource) -> ManyScanners:
    return ManyScanners(sources, answering)


def test_all_of_them_scan(make_scanner: MakeScanner, make_network_scanner: MakeNetworkScanner) -> None:
    url = make_network_scanner().url
    scanners = many(escl=EsclScanner([url], nobody), sane=make_scanner())
    devices = scanners.devices()
    assert [device.id for device in devices] == [f"escl|{url}", "sane|test:0", "sane|test:1"]
    settings = ScanSettings(Feed.FEEDER, dpi=75, page_limit=2)
    for device in devices[:2]:
        assert len(list(scanners.scan(device.id, settings, threading.Event()))) == 2


def test_one_without_scanners_hides_none_of_the_other(make_scanner: MakeScanner) -> None:
    found = many(escl=EsclScanner(nearby=nobody), sane=make_scanner()).devices()
    assert [device.id for device in found] == ["sane|test:0", "sane|test:1"]


def test_none_at_all_says_what_is_worth_knowing(make_scanner: MakeScanner) -> None:
    none = make_scanner(backend="of-nobody")
    with pytest.raises(OfficeError, match=r"scanner.bad_address"):
        many(sane=none, escl=EsclScanner(["a b"], nobody)).devices()
    with pytest.raises(OfficeError, match=r"scanner.none_found"):
        many(sane=none, escl=EsclScanner(nearby=nobody)).devices()


def test_an_address_is_taken_when_a_scanner_answers_there(make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner()
    assert isinstance(many(), TakesAddresses)
    assert answering(f"127.0.0.1:{simulator.port}") == simulator.url
    with pytest.raises(OfficeError, match=r"scanner.offline"):
        answering("127.0.0.1:9")
    with pytest.raises(OfficeError, match=r"scanner.bad_address"):
        answering("a b")
