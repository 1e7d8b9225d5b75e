"""The choices of a scan: kinds of document, what a scanner can do, what the office has locked."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.capture.profiles import ScanProfile, in_force, shipped
from desktop.devices.escl import EsclScanner, answering
from desktop.devices.many_scanners import ManyScanners
from desktop.devices.scanner import Abilities, ColourMode, Feed, ScannerDevice, ScanSettings, Sheet
from tests.desktop.capture.test_profiles import OWN, written
from tests.helpers.escl import MakeNetworkScanner
from tests.helpers.screens import nameless
from tests.ui.capture.conftest import Bench
from ui.capture.scan_panel import BOTH_SIDES, ScanPanel

FULL = ScannerDevice(
    "full", "MFP", Abilities(dpis=(100, 200, 300, 600), widest_mm=297, longest_mm=432, brightness=True)
)
GLASS = ScannerDevice(
    "glass", "Small", Abilities(frozenset({Feed.FLATBED}), False, dpis=(300, 600), widest_mm=216, longest_mm=297)
)


def panel(qtbot: QtBot, *devices: ScannerDevice) -> ScanPanel:
    made = ScanPanel()
    made.resize(560, 640)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_devices(devices)
    return made


def profile(code: str) -> ScanProfile:
    return next(one for one in shipped() if one.code == code)


def choose(made: ScanPanel, code: str) -> None:
    made.profile.choose(code)
    made.profile.chosen.emit(code)


def test_every_kind_of_document_is_scanned_its_own_way(qtbot: QtBot) -> None:
    made = panel(qtbot, FULL)
    assert nameless(made) == []
    assert made.settings == ScanSettings(Feed.FEEDER)
    for one in shipped():
        choose(made, one.code)
        assert made.settings == one.settings, one.code


def test_the_clerk_may_choose_otherwise(qtbot: QtBot) -> None:
    made = panel(qtbot, FULL)
    made.sides.choose(BOTH_SIDES)
    made.sheet.choose(Sheet.A3.value)
    made.brightness.choose("25")
    settings = made.settings
    assert (settings.duplex, settings.width_mm, settings.brightness) == (True, 297.0, 25)
    made.feed.choose(Feed.FLATBED.value)
    assert not made.settings.duplex


def test_only_what_the_scanner_can_is_offered(qtbot: QtBot) -> None:
    made = panel(qtbot, GLASS)
    assert made.settings.source is Feed.FLATBED
    assert not made.feed.isEnabled()
    assert not made.sides.isEnabled()
    assert not made.brightness.isEnabled()
    assert made.sheet.findData(Sheet.A3.value) < 0
    assert [made.dpi.itemText(place) for place in range(made.dpi.count())] == ["300 dpi", "600 dpi"]
    choose(made, "plan_a3")
    assert "ขนาดของเอกสารชนิดนี้ไม่ได้" in made._state.words
    choose(made, "letter_both_sides")
    assert not made.settings.duplex
    assert "กลับกองกระดาษ" in made._state.words


def test_what_the_office_locked_is_not_changed(qtbot: QtBot) -> None:
    made = panel(qtbot, FULL)
    locked = replace(profile("letter"), is_locked=True, dpi=400, mode=ColourMode.COLOUR)
    own = replace(profile("card"), code="licence", name_th="ใบอนุญาต")
    made.show_profiles(in_force((locked, own)))
    assert made.settings.mode is ColourMode.COLOUR
    assert not any(one.isEnabled() for one in (made.feed, made.sides, made.sheet, made.dpi, made.mode, made.brightness))
    assert "สำนักงานกำหนด" in made._state.words
    choose(made, "licence")
    assert made.mode.isEnabled()
    assert made.settings.width_mm == Sheet.CARD.width_mm


def test_a_scanner_that_nobody_found_is_added_by_its_address(
    bench: Bench, make_network_scanner: MakeNetworkScanner
) -> None:
    simulator = make_network_scanner()
    known: list[str] = []

    def scanners() -> ManyScanners:
        """As the program makes them anew for every question."""
        return ManyScanners({"escl": EsclScanner(known, list)}, lambda words: known.append(answering(words)))

    pane = bench.pane(scanners)
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel._found == ())
    pane.scan_panel.address.setText("127.0.0.1:9")
    pane.scan_panel.add.click()
    bench.until(lambda: bool(pane.scan_panel._fields["address"].error))
    pane.scan_panel.address.setText(f"127.0.0.1:{simulator.port}")
    pane.scan_panel.address.returnPressed.emit()
    bench.until(lambda: pane.scan_panel.chosen is not None)
    assert pane.scan_panel._fields["address"].error == ""
    choose(pane.scan_panel, "letter_both_sides")
    pane.scan_panel.button.click()
    bench.until(lambda: len(bench.kept) == 1)
    assert bench.kept[0].page_count == 6


def test_after_a_jam_the_next_page_goes_into_the_same_document(
    bench: Bench, make_network_scanner: MakeNetworkScanner
) -> None:
    simulator = make_network_scanner(trouble="ScannerAdfJam", trouble_at=2)
    bench.scanner = EsclScanner([simulator.url], list)
    pane = bench.pane()
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel.chosen is not None)
    pane.scan_panel.dpi.choose("200")
    pane.scan()
    bench.until(lambda: "ได้แล้ว 2 หน้า" in pane.scan_panel._state.words)
    assert len(bench.told()) == 1
    assert pane.scan_panel.isVisible()
    assert [one.page_count for one in bench.kept] == [2]
    assert "หน้า 3" in pane.scan_panel.button.accessibleName() + pane.scan_panel.button.text()
    simulator.trouble = "ScannerAdfDoorOpen"
    pane.scan_panel.button.click()
    bench.until(lambda: len(bench.told()) == 2)
    bench.until(lambda: "ได้แล้ว 2 หน้า" in pane.scan_panel._state.words and not pane.is_busy)
    simulator.trouble = None
    pane.scan_panel.button.click()
    bench.until(lambda: [one.page_count for one in bench.kept] == [3])
    assert pane.scan_panel._more == 0


def test_who_leaves_it_at_that_begins_a_new_document(bench: Bench, make_network_scanner: MakeNetworkScanner) -> None:
    simulator = make_network_scanner(trouble="ScannerAdfJam", trouble_at=2)
    bench.scanner = EsclScanner([simulator.url], list)
    pane = bench.pane()
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel.chosen is not None)
    pane.scan()
    bench.until(lambda: "ได้แล้ว 2 หน้า" in pane.scan_panel._state.words)
    pane.scan_panel.cancel.click()
    simulator.trouble = None
    pane.scan()
    bench.until(lambda: [one.page_count for one in bench.kept] == [2, 1])


def test_the_administrators_profiles_are_read_when_the_panel_opens(bench: Bench, tmp_path: Path) -> None:
    pane = bench.pane()
    pane.scanning.administrators = written(tmp_path, {**OWN, "dpi": 600})
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel._profile.is_locked)
    assert pane.scan_panel.settings.dpi == 600
    assert not pane.scan_panel.dpi.isEnabled()
