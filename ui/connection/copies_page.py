"""สำเนาสำรอง: when the last copy was made, where it lies, whether it is whole, and how one comes back from it."""

from collections.abc import Callable
from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.office.copies import Copies
from desktop.office.dates import BANGKOK, english_date, thai_date, thai_time
from desktop.office.errors import OfficeError
from ui.connection import words
from ui.kit.banner import ProgressPanel
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, Panel, rule
from ui.kit.speak import announce
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import XS, L, M, S, Tone
from ui.work import LongTask, Worker

if TYPE_CHECKING:
    from desktop.application import CopyKeeper

_FACTS = ("made", "size", "unsent", "proof", "all", "place")


class CopiesPage(Speaks, QWidget):
    """`copies` makes and proves them; `now` is the desk's clock, `failed` hears of what could not be done."""

    def __init__(
        self,
        copies: "CopyKeeper",
        worker: Worker,
        now: Callable[[], datetime],
        language: Callable[[], str],
        failed: Callable[[Exception], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._copies, self._worker, self._now, self._language = copies, worker, now, language
        self._tell_failure = failed
        self.known: Copies | None = None
        self.task: LongTask | None = None
        self._progress: ProgressPanel | None = None
        self._mark, self.outcome = Glyph("info", "info", 24), ThaiLabel(size="head")
        self.advice = ThaiLabel(ink="soft")
        self._names = {fact: label(ink="soft") for fact in _FACTS}
        self.facts = {fact: ThaiLabel() for fact in _FACTS}
        self._ways_title = label(strong=True)
        self._ways = [ThaiLabel() for _ in range(4)]
        self.button, self.prove_button = PrimaryButton(key="F9"), SecondaryButton(key="F5")
        self.button.clicked.connect(self.make)
        self.prove_button.clicked.connect(self.prove)
        self._lay_out()
        self.setFocusProxy(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        for fact, name in zip(_FACTS, self._fact_names(), strict=True):
            self._names[fact].setText(name)
        self._ways_title.setText(self.tr("ถ้าต้องใช้สำเนา"))
        for way, said in zip(self._ways, self._ways_back(), strict=True):
            way.say(said)
        self.button.say(self.tr("สำรองข้อมูลเดี๋ยวนี้"))
        self.prove_button.say(self.tr("ตรวจสำเนาล่าสุด"))
        self._show()

    def refresh(self) -> None:
        """Reads what is known of the copies again."""
        self._worker.run(self._copies.known, owner=self, on_done=self._found, on_failed=self._failed, view="rows")

    def make(self) -> None:
        """Makes a copy now, with progress; the clerk may stop it, and nothing half made stays."""
        if self.task is not None:
            return
        copies = self._copies

        def work(told: Callable[[int, int], None], ended: Event) -> bool:
            return copies.make(told=told, ended=ended)

        title = self.tr("กำลังสำรองข้อมูล")
        self.task = self._worker.long(title, work, owner=self, on_failed=self._failed)
        self._progress = ProgressPanel(title)
        self._progress.cancelled.connect(self.task.stop)
        self.task.progressed.connect(self._progress.show_progress)
        self.task.ended.connect(self._over)
        self._place.addWidget(self._progress)
        self._progress.take_keyboard()
        self._show()

    def prove(self) -> None:
        """Opens the newest copy and reads it through."""
        self.prove_button.setEnabled(False)
        self._worker.run(self._copies.prove, owner=self, on_done=lambda _: self.refresh(), on_failed=self._failed)

    def _over(self) -> None:
        self.task = None
        self._show()
        if self._progress is not None:
            self._progress.leave(self.button)
            self._progress = None
        self.refresh()

    def _found(self, known: Copies) -> None:
        self.known = known
        self._show()
        announce(self, self.outcome.words)

    def _failed(self, error: Exception) -> None:
        self._tell_failure(error)
        self.refresh()

    def _show(self) -> None:
        busy = self.task is not None
        self.button.setEnabled(not busy)
        self.prove_button.setEnabled(not busy and self.known is not None and self.known.newest is not None)
        said, advice, tone, icon = self._judged()
        self.outcome.say(said)
        dress(self.outcome, ink=tone if tone in ("attention", "danger") else "")
        self._mark.show_icon(icon, tone)
        self.advice.say(advice)
        self.advice.setVisible(bool(advice))
        for fact, value in zip(_FACTS, self._values(), strict=True):
            self.facts[fact].say(value)

    def _judged(self) -> tuple[str, str, Tone, str]:
        """What to think of the copies, in a sentence, with what to do."""
        known = self.known
        if known is None:
            return self.tr("กำลังดูสำเนาสำรอง"), "", "info", "info"
        if known.flaw:
            return (
                self.tr("สำเนาล่าสุดชำรุด"),
                self.tr("ข้อมูลในเครื่องยังอยู่ครบ กด F9 ทำสำเนาใหม่ ถ้ายังชำรุดอีก ให้ผู้ดูแลตรวจดิสก์ของเครื่องนี้"),
                "danger",
                "danger",
            )
        if known.failed:
            return (
                *OfficeError(known.failed, megabytes=known.lacking_mb).describe(self._language()),
                "attention",
                "warning",
            )
        if known.late_days is not None:
            late = counted(self.tr("ไม่มีสำเนาใหม่มา {count} วัน"), known.late_days).format(count=known.late_days)
            daily = self.tr("ปกติทำเองวันละครั้งระหว่างเปิดโปรแกรม กด F9 เพื่อทำเดี๋ยวนี้")
            return late, daily, "attention", "warning"
        if known.newest is None:
            return (
                self.tr("ยังไม่มีสำเนาสำรอง"),
                self.tr("สำเนาแรกทำเองภายในไม่กี่นาทีหลังเริ่มงาน หรือกด F9 เพื่อทำเดี๋ยวนี้"),
                "info",
                "info",
            )
        ago = words.ago(known.newest, self._now())
        return self.tr("มีสำเนาสำรองพร้อมใช้ · {ago}").format(ago=ago), "", "ready", "ready"

    def _fact_names(self) -> tuple[str, ...]:
        return (
            self.tr("ทำเมื่อ"),
            self.tr("ขนาด"),
            self.tr("งานที่ยังไม่ส่งในสำเนา"),
            self.tr("ตรวจครั้งล่าสุด"),
            self.tr("เก็บไว้ทั้งหมด"),
            self.tr("ที่เก็บ"),
        )

    def _values(self) -> tuple[str, ...]:
        known = self.known
        if known is None or known.newest is None:
            return ("-",) * (len(_FACTS) - 1) + (str(known.place) if known else "-",)
        files = counted(self.tr("{size} และ {count} ไฟล์ที่ยังไม่ส่ง"), known.files).format(
            size=words.size(known.bytes), count=known.files
        )
        return (
            self._moment(known.newest),
            files if known.files else words.size(known.bytes),
            f"{known.unsent:,}",
            self._proof(known),
            self.tr("{count} ชุด รวม {size}").format(count=known.count, size=words.size(known.all_bytes)),
            str(known.place),
        )

    def _proof(self, known: Copies) -> str:
        if known.proved_at is None:
            return self.tr("ยังไม่เคยตรวจ")
        result = self.tr("ชำรุด") if known.flaw else self.tr("เปิดได้ ครบถ้วน")
        return f"{result} · {self._moment(known.proved_at)}"

    def _moment(self, at: datetime) -> str:
        if self._language() == "en":
            return f"{english_date(at)} {at.astimezone(BANGKOK):%H:%M}"
        return f"{thai_date(at, 'short', 'arabic')} {thai_time(at, 'arabic')}"

    def _ways_back(self) -> tuple[str, ...]:
        return (
            self.tr("1. ถ้าแฟ้มข้อมูลชำรุด โปรแกรมจะบอกตั้งแต่ตอนเปิด และมีปุ่มใช้สำเนาสำรองให้กด แฟ้มที่ชำรุดเก็บไว้ ไม่ถูกลบ"),
            self.tr("2. เครื่องที่กลับมาจากสำเนาต้องขอรหัสเชื่อมเครื่องใหม่จากผู้ดูแล ระหว่างรออ่านและพิมพ์งานเดิมได้"),
            self.tr("3. งานที่ส่งถึงศูนย์กลางแล้วหลังวันทำสำเนากลับมาเองครบ เลขที่ออกไปแล้วไม่ถูกใช้ซ้ำ"),
            self.tr("4. สำเนาเข้ารหัสด้วยกุญแจของเครื่องนี้และอยู่ในดิสก์เดียวกัน ช่วยเมื่อแฟ้มเสีย ไม่ช่วยเมื่อดิสก์หาย ให้ส่งงานให้ครบทุกวัน"),
        )

    def _lay_out(self) -> None:
        about, ways = Panel(), Panel()
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.outcome, 1)
        about.body.addLayout(head)
        about.body.addWidget(self.advice)
        about.body.addWidget(rule())
        about.body.addLayout(_grid(self._names, self.facts))
        self._place = QVBoxLayout()
        about.body.addLayout(self._place)
        about.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.prove_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        about.body.addLayout(foot)
        ways.body.addWidget(self._ways_title)
        for way in self._ways:
            ways.body.addWidget(way)
        ways.body.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(about, 6)
        line.addWidget(ways, 5)


def _grid(names: dict[str, QLabel], values: dict[str, ThaiLabel]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(XS)
    grid.setColumnStretch(1, 1)
    for row, fact in enumerate(_FACTS):
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(names[fact], row, 0, top)
        grid.addWidget(values[fact], row, 1)
    values["place"].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return grid
