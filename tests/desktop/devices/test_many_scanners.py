"""Scanners of several kinds in one list: a real SANE and a simulated network scanner side by side."""

import threading

import pytest

from desktop.devices.escl import EsclScanner
from desktop.devices.many_scanners import ManyScanners
from desktop.devices.scanner import Feed, ScanSettings
from desktop.office.errors import OfficeError
from tests.helpers.escl import MakeNetworkScanner
from tests.helpers.sane import MakeScanner


def nobody() -> list[str]:
    return []


def test_all_of_them_scan(make_scanner: MakeScanner, make_network_scanner: MakeNetworkScanner) -> None:
    url = make_network_scanner().url
    scanners = ManyScanners({"escl": EsclScanner([url], nobody), "sane": make_scanner()})
    devices = scanners.devices()
    assert [device.id for device in devices] == [f"escl|{url}", "sane|test:0", "sane|test:1"]
    settings = ScanSettings(Feed.FEEDER, dpi=75, page_limit=2)
    for device in devices[:2]:
        assert len(list(scanners.scan(device.id, settings, threading.Event()))) == 2


def test_one_without_scanners_hides_none_of_the_other(make_scanner: MakeScanner) -> None:
    found = ManyScanners({"escl": EsclScanner(nearby=nobody), "sane": make_scanner()}).devices()
    assert [device.id for device in found] == ["sane|test:0", "sane|test:1"]


def test_none_at_all_says_what_is_worth_knowing(make_scanner: MakeScanner) -> None:
    none = make_scanner(backend="of-nobody")
    with pytest.raises(OfficeError, match=r"scanner.bad_address"):
        ManyScanners({"sane": none, "escl": EsclScanner(["a b"], nobody)}).devices()
    with pytest.raises(OfficeError, match=r"scanner.none_found"):
        ManyScanners({"sane": none, "escl": EsclScanner(nearby=nobody)}).devices()
