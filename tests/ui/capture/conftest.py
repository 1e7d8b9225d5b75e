"""A pane that captures, with a real worker and a real clock; scanners are those of the test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.capture.intake import Intake
from desktop.capture.model import CapturedDocument
from desktop.devices.sane import SaneScanner
from desktop.devices.scanner import ScanSource
from tests.helpers.desk import MORNING, make_desk, make_office, person
from ui.capture.pane import CapturePane
from ui.notices import Notices
from ui.work import Worker


@dataclass
class Bench:
    """`kept` holds what came in, as a registration would keep it."""

    qtbot: QtBot
    worker: Worker
    notices: Notices
    scanner: ScanSource
    intake: Intake
    kept: list[CapturedDocument] = field(default_factory=list)
    windows: list[CapturePane] = field(default_factory=list)

    def pane(self, scanners: Callable[[], ScanSource] | None = None) -> CapturePane:
        scanner = scanners or (lambda: self.scanner)
        pane = CapturePane(self.worker, self.notices, scanner, lambda: MORNING, lambda: self.intake)
        pane.brought.connect(lambda documents: self._keep(pane, documents))
        pane.removed.connect(lambda place: self._drop(pane, place))
        pane.resize(640, 600)
        self.windows.append(pane)
        self.qtbot.addWidget(pane)
        with self.qtbot.waitExposed(pane):
            pane.show()
        return pane

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def told(self) -> list[str]:
        return [notice.text for notice in self.notices.heard]

    def _keep(self, pane: CapturePane, documents: tuple[CapturedDocument, ...]) -> None:
        self.kept += documents
        pane.show_documents(self.kept, len(self.kept) - len(documents))

    def _drop(self, pane: CapturePane, place: int) -> None:
        del self.kept[place]
        pane.show_documents(self.kept)


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    desk = make_desk(tmp_path / "desk")
    yield Intake(desk, person(make_office(desk)))
    desk.close()


@pytest.fixture
def bench(qtbot: QtBot, intake: Intake) -> Iterator[Bench]:
    notices = Notices()
    worker = Worker(intake.batches.desk.writer, lambda error: told(notices, error))
    yield Bench(qtbot, worker, notices, SaneScanner(("false",)), intake)
    worker.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)
