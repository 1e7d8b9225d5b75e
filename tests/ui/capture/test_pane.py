"""The pane: importing with progress and a way to stop, pasting, scanning, and looking at what came in."""

import io
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QInputDialog

from desktop.capture.model import Source
from desktop.devices.scanner import Feed, ScanSettings
from tests.desktop.capture.test_importing import locked_pdf
from tests.desktop.capture.test_opening import changed, script
from tests.helpers.file_dialogs import naming
from tests.helpers.letters import document
from tests.helpers.sane import MakeScanner
from tests.helpers.screens import nameless
from tests.ui.capture.conftest import Bench
from ui.capture import pane as pane_module
from ui.capture.pane import CapturePane
from ui.kit.banner import ProgressPanel


def a_tiff(path: Path, pages: int, size: tuple[int, int] = (60, 80)) -> Path:
    frames = [Image.new("L", size, number % 256) for number in range(pages)]
    file = io.BytesIO()
    frames[0].save(file, "TIFF", save_all=True, append_images=frames[1:])
    path.write_bytes(file.getvalue())
    return path


def progress_of(pane: CapturePane) -> ProgressPanel | None:
    return next((one for one in pane.findChildren(ProgressPanel) if one.isVisible()), None)


def test_a_chosen_file_is_shown_with_its_pages(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "หนังสือ.pdf"
    path.write_bytes(document(2).data)
    pane = bench.pane()
    with naming(path):
        pane.import_button.click()
    bench.until(lambda: bool(bench.kept))
    assert (bench.kept[0].name, bench.kept[0].source) == ("หนังสือ.pdf", Source.FILE)
    assert pane.view.canvas._pages is not None
    assert pane.view.canvas._pages.count == 4
    assert pane.documents._count.text() == "4 หน้า"


def test_a_file_of_500_pages_shows_its_progress(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pane_module, "SHOW_PROGRESS_AFTER_MS", 0)
    pane = bench.pane()
    seen: list[str] = []
    with bench.qtbot.waitSignal(pane.busy):
        pane.bring([a_tiff(tmp_path / "long.tif", 500)], Source.FILE)

    def watched() -> bool:
        panel = progress_of(pane)
        if panel is not None and panel._figures.words:
            seen.append(panel._figures.words)
        return bool(bench.kept)

    bench.until(watched)
    assert bench.kept[0].page_count == 500
    assert any(words.endswith("/ 500") for words in seen)
    assert not pane.is_busy
    assert pane.import_button.isEnabled()


def test_a_long_import_is_stopped_and_leaves_nothing(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pane_module, "SHOW_PROGRESS_AFTER_MS", 0)
    pane = bench.pane()
    pane.bring([a_tiff(tmp_path / "long.tif", 500, (600, 800))], Source.FILE)
    assert not pane.import_button.isEnabled()
    bench.until(lambda: progress_of(pane) is not None)
    panel = progress_of(pane)
    assert panel is not None
    panel._cancel.click()
    bench.until(lambda: not pane.is_busy)
    assert not bench.kept
    assert not bench.told()
    pane.bring([a_tiff(tmp_path / "short.tif", 2)], Source.FILE)
    bench.until(lambda: len(bench.kept) == 1)


def test_bad_files_are_told_and_good_ones_come(bench: Bench, tmp_path: Path) -> None:
    good, words = tmp_path / "good.pdf", tmp_path / "words.txt"
    good.write_bytes(document(0).data)
    words.write_text("ไม่ใช่เอกสาร", "utf-8")
    pane = bench.pane()
    pane.bring([words, good], Source.FILE)
    bench.until(lambda: bool(bench.kept))
    assert [one.name for one in bench.kept] == ["good.pdf"]
    assert len(bench.told()) == 1


def test_a_copied_picture_is_pasted_and_an_empty_clipboard_is_told(bench: Bench) -> None:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    QGuiApplication.clipboard().setImage(image)
    pane = bench.pane()
    pane.paste()
    bench.until(lambda: bool(bench.kept))
    assert bench.kept[0].name == "2026-11-11 09.14.00.pdf"
    QGuiApplication.clipboard().setMimeData(QMimeData())
    pane.paste()
    assert bench.told() == ["ไม่มีไฟล์หรือภาพให้วาง"]


def test_a_document_is_taken_out_again(bench: Bench, tmp_path: Path) -> None:
    pane = bench.pane()
    pane.bring([a_tiff(tmp_path / "a.tif", 1), a_tiff(tmp_path / "b.tif", 2)], Source.FILE)
    bench.until(lambda: len(bench.kept) == 2)
    assert pane.documents.choice.currentText() == "1. a.pdf"
    pane.documents.remove_button.click()
    assert [one.name for one in bench.kept] == ["b.pdf"]
    pane.documents.remove_button.click()
    assert not pane.documents.isVisible()
    assert pane.view._stack.currentWidget() is pane.view.empty


def test_scanning_asks_once_which_scanner_and_then_scans_at_once(bench: Bench, make_scanner: MakeScanner) -> None:
    bench.scanner = make_scanner()
    pane = bench.pane()
    pane.scan_button.click()
    assert pane.scan_panel._state.words == "กำลังค้นหาเครื่องสแกน…"
    bench.until(lambda: pane.scan_panel.chosen is not None)
    assert nameless(pane) == []
    pane.scan_panel.feed.choose(Feed.FLATBED.value)
    pane.scan_panel.button.click()
    bench.until(lambda: len(bench.kept) == 1)
    assert (bench.kept[0].page_count, bench.kept[0].source) == (1, Source.SCAN)
    pane.scan_button.click()
    bench.until(lambda: len(bench.kept) == 2)
    assert not bench.told()


def test_stopping_a_scan_keeps_the_pages_that_came(bench: Bench, make_scanner: MakeScanner) -> None:
    bench.scanner = make_scanner()
    pane = bench.pane()
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel.chosen is not None)
    with bench.qtbot.waitSignal(pane.scanning.arrived):
        pane.scan()
    pane.scanning.stop()
    bench.until(lambda: not pane.is_busy)
    assert len(bench.kept) == 1
    assert 1 <= bench.kept[0].page_count <= 10
    assert not bench.told()


def test_pages_are_counted_on_the_screens_own_thread(bench: Bench, make_scanner: MakeScanner) -> None:
    """Who listens may stop at any page: a call on its way from another thread to nobody ends the program."""
    bench.scanner = make_scanner()
    pane = bench.pane()
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel.chosen is not None)
    heard: list[Thread] = []
    pane.scanning.arrived.connect(lambda _: heard.append(current_thread()), Qt.ConnectionType.DirectConnection)
    pane.scan()
    bench.until(lambda: bool(bench.kept))
    assert len(heard) == bench.kept[0].page_count
    assert set(heard) == {main_thread()}


def test_a_jam_is_told_and_the_pages_before_it_stay(bench: Bench, make_scanner: MakeScanner) -> None:
    bench.scanner = make_scanner("jam", "2")
    pane = bench.pane()
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel.chosen is not None)
    pane.scan()
    bench.until(lambda: bool(bench.kept))
    assert bench.kept[0].page_count == 2
    assert len(bench.told()) == 1


def test_no_scanner_is_said_in_the_panel(bench: Bench, make_scanner: MakeScanner) -> None:
    bench.scanner = make_scanner(backend="none")
    pane = bench.pane()
    pane.ask_scan()
    bench.until(lambda: pane.scan_panel._found is not None)
    assert pane.scan_panel._state.words.startswith("ไม่พบเครื่องสแกน")
    assert not pane.scan_panel.button.isEnabled()
    assert not bench.told()
    pane.scan_panel.cancel.click()
    assert pane.scan_button.isEnabled()


def left(bench: Bench, make_scanner: MakeScanner) -> None:
    """Two pages that were scanned when the power went."""
    settings = ScanSettings(Feed.FEEDER, 75, page_limit=2)
    bench.intake.scan(make_scanner(), "test:0", settings, Event(), lambda _: None, "ค้าง")


def test_pages_that_were_left_are_offered_and_become_a_document(bench: Bench, make_scanner: MakeScanner) -> None:
    left(bench, make_scanner)
    pane = bench.pane()
    bench.until(lambda: pane.leftovers.isVisible())
    assert pane.leftovers.said.words == "มีหน้าสแกนค้างอยู่ 2 หน้า"
    assert nameless(pane) == []
    pane.leftovers.wanted_button.click()
    bench.until(lambda: bool(bench.kept))
    assert (bench.kept[0].name, bench.kept[0].page_count) == ("ค้าง.pdf", 2)
    bench.until(lambda: not pane.leftovers.isVisible())


def test_a_stack_that_was_left_is_scanned_on(bench: Bench, make_scanner: MakeScanner) -> None:
    left(bench, make_scanner)
    bench.scanner = make_scanner()
    pane = bench.pane()
    bench.until(lambda: pane.leftovers.isVisible())
    pane.leftovers.more_button.click()
    bench.until(lambda: pane.scan_panel.chosen is not None)
    pane.scan_panel.feed.choose(Feed.FLATBED.value)
    pane.scan_panel.button.click()
    bench.until(lambda: bool(bench.kept))
    assert bench.kept[0].page_count == 3
    assert len(bench.intake.batches.waiting()) == 1


def test_what_is_put_away_is_offered_no_more_and_kept(bench: Bench, make_scanner: MakeScanner) -> None:
    left(bench, make_scanner)
    pane = bench.pane()
    bench.until(lambda: pane.leftovers.isVisible())
    pane.leftovers.away_button.click()
    bench.until(lambda: not pane.leftovers.isVisible())
    (row,) = bench.intake.batches.put_away_lately()
    assert row.pages == 2


def test_a_document_that_is_taken_out_leaves_its_pages_here(bench: Bench, tmp_path: Path) -> None:
    pane = bench.pane()
    pane.bring([a_tiff(tmp_path / "a.tif", 1)], Source.FILE)
    bench.until(lambda: bool(bench.kept))
    assert len(bench.intake.batches.waiting()) == 1
    pane.documents.remove_button.click()
    bench.until(lambda: not bench.intake.batches.waiting())
    assert len(bench.intake.batches.put_away_lately()) == 1


def test_a_file_with_a_password_asks_for_it_until_it_is_right(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "ลับ.pdf"
    path.write_bytes(locked_pdf())
    pane = bench.pane()
    pane.bring([path], Source.FILE)
    for typed in ("no", "u"):
        bench.until(lambda: bool(pane.findChildren(QInputDialog)))
        (dialog,) = pane.findChildren(QInputDialog)
        dialog.setTextValue(typed)
        dialog.accept()
        bench.until(lambda: not pane.findChildren(QInputDialog))
        bench.until(lambda: not pane.is_busy)
    bench.until(lambda: bool(bench.kept))
    assert bench.kept[0].original == path.read_bytes()
    assert len(bench.told()) == 1


def test_what_was_taken_out_of_a_file_is_said(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "scripted.pdf"
    path.write_bytes(changed(script))
    pane = bench.pane()
    pane.bring([path], Source.FILE)
    bench.until(lambda: bool(bench.kept))
    assert bench.kept[0].original == path.read_bytes()
    assert bench.told() == ["ตัดส่วนที่ทำงานเองออกจากสำเนาที่อ่านแล้ว"]
