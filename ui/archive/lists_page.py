"""ขอทำลาย: the destruction lists; the letters of the chosen one, and the steps that it goes through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.archive.actions import ArchiveActions
from desktop.archive.model import DestructionList, Entry, Kept, ListState, Verdict
from desktop.archive.rules import year_to_list
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.ids import Id
from ui.archive import words
from ui.archive.list_rows import entry_rows
from ui.archive.steps import Approved, ApproveStep, CommitteeStep, DestroyStep, LettersStep, SignStep, Step
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.files import ask_where, keep, safe_name
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel, scrolling
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.notices import Notices
from ui.work import Worker

LETTERS, COMMITTEE, SIGN, APPROVE, DESTROY = "letters", "committee", "sign", "approve", "destroy"
WIDE = 440
SETTLE_MS = 150
CONCERNS = ("destruction_list", "destruction_entry", "destruction_member", "letter_hold", "letter_disposal")


@dataclass(frozen=True)
class Read:
    """What the page reads in one go. `due`: letters for the chosen list, `year`: the last one that is over."""

    lists: tuple[DestructionList, ...]
    chosen: DestructionList | None
    entries: tuple[Entry, ...]
    due: tuple[Kept, ...]
    year: int


class ListsPage(Speaks, QWidget):
    """`read` whenever it was read; `failed` hears of what could not be done."""

    read = Signal()

    def __init__(
        self, office: Office, who: Person, worker: Worker, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self._read = Read((), None, (), (), 0)
        self._wanted = ""
        self.which, self.state, self.following = ComboBox(), label(strong=True), ThaiLabel(strong=True)
        self.new_button, self.withdraw_button = SecondaryButton(key="Ctrl+N", icon_name="plus"), QuietButton()
        self.rows = entry_rows()
        self.table: TableView[Entry] = TableView(several=True)
        self.table.show_model(self.rows)
        self.nothing, self.sums = EmptyState("case"), label(ink="soft")
        self.steps = Segmented([(key, "") for key in (LETTERS, COMMITTEE, SIGN, APPROVE, DESTROY)])
        self.letters, self.committee, self.sign = LettersStep(), CommitteeStep(), SignStep(self._today)
        self.approve, self.burning = ApproveStep(self._today), DestroyStep(self._today)
        self._steps: dict[str, Step] = {
            LETTERS: self.letters, COMMITTEE: self.committee, SIGN: self.sign, APPROVE: self.approve,
            DESTROY: self.burning,
        }  # fmt: skip
        self.pdf_button, self.xlsx_button = SecondaryButton(key="Ctrl+S"), SecondaryButton(key="Ctrl+E")
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn(LETTERS)
        self.setFocusProxy(self.table)

    def retranslate(self) -> None:
        self.which.setAccessibleName(self.tr("บัญชี"))
        self.new_button.say(self.tr("ทำบัญชีใหม่"))
        self.withdraw_button.say(self.tr("ยกเลิกบัญชีนี้"))
        self.table.setAccessibleName(self.tr("หนังสือในบัญชี"))
        self.steps.setAccessibleName(self.tr("ขั้นตอน"))
        self.steps.offer(
            [
                (LETTERS, self.tr("หนังสือ")),
                (COMMITTEE, self.tr("คณะกรรมการ")),
                (SIGN, self.tr("ลงนาม")),
                (APPROVE, self.tr("อนุมัติ")),
                (DESTROY, self.tr("ทำลาย")),
            ]
        )
        self.pdf_button.say(self.tr("บันทึก PDF"))
        self.xlsx_button.say(self.tr("ส่งออก XLSX"))
        self.nothing.say(
            self.tr("ยังไม่มีบัญชีหนังสือขอทำลาย"),
            self.tr("ภายใน 60 วันหลังสิ้นปี ทำบัญชีหนังสือที่ครบอายุ กด Ctrl+N เพื่อเริ่ม ไม่มีอะไรถูกลบเอง"),
        )
        self._show()

    def changed(self, changes: Changes) -> None:
        if changes.touches(*CONCERNS):
            self._later.start()

    def refresh(self) -> None:
        """Reads everything again; the choices stay."""
        wanted = self._wanted
        self._worker.run(lambda: self._load(wanted), owner=self, on_done=self._loaded, view="rows")

    def turn(self, step: str) -> None:
        self.steps.choose(step)
        here = self._steps[step]
        self._forms.setCurrentIndex(list(self._steps).index(step))
        for each in self._steps.values():
            each.button.setVisible(each is here)

    def new_list(self) -> None:
        """A list of the last year that is over; the registry's is for the whole office, a division's for itself."""
        year = year_to_list(self._today())
        unit = self._own_unit()
        title = f"บัญชีหนังสือขอทำลาย ประจำปี {year}"
        actions = self._office.archive(self._who)

        def made(list_id: Id) -> None:
            self._wanted = list_id.hex()
            self.turn(LETTERS)
            self.refresh()

        self._worker.run(
            lambda: actions.open_list(year, title, unit), owner=self, on_done=made, on_failed=self._not_done
        )

    def _own_unit(self) -> Id | None:
        """None at the desk of the central registry, which lists for the whole office."""
        central = any("/" not in name or name.endswith("/central") for name in self._office.desk.identity.registers)
        return None if central else self._who.unit.id

    def _load(self, wanted: str) -> Read:
        queries, today = self._office.archive_queries, self._today()
        lists, year = queries.lists(), year_to_list(today)
        chosen = next((one for one in lists if one.id.hex() == wanted), lists[0] if lists else None)
        if chosen is None:
            return Read(lists, None, (), (), year)
        draft = chosen.state is ListState.DRAFT
        unit = self._own_unit()
        due = queries.expired(chosen.year_be, unit, today) if draft else ()
        return Read(lists, chosen, queries.entries(chosen.id), due, year)

    def _loaded(self, read: Read) -> None:
        self._read = read
        self.which.offer([(one.id.hex(), self._list_name(one)) for one in read.lists])
        if read.chosen is not None:
            self.which.choose(read.chosen.id.hex())
        self.rows.show_rows(read.entries)
        if read.entries and self.table.current() is None:
            self.table.choose(0)
        self._show()
        self.read.emit()

    @staticmethod
    def _list_name(one: DestructionList) -> str:
        unit = f" · {one.unit_name}" if one.unit_name else ""
        return f"{one.title}{unit} · {words.state_badge(one.state).words}"

    def _show(self) -> None:
        read, chosen = self._read, self._read.chosen
        self._place.setCurrentWidget(self._work if chosen else self.nothing)
        for widget in (self.which, self.withdraw_button, self.pdf_button, self.xlsx_button):
            widget.setVisible(chosen is not None)
        self.sums.setText("")
        if chosen is None:
            return
        draft, held = chosen.state is ListState.DRAFT, sum(bool(one.hold) for one in read.due)
        unsigned = draft and all(one.signed_on is None for one in chosen.members)
        following = words.next_step(chosen)
        state = words.state_badge(chosen.state).words
        self.following.say(self.tr("ขั้นต่อไป: {step}").format(step=following) if following else state)
        self.withdraw_button.setEnabled(draft)
        self.sums.setText(
            counted(self.tr("{all} เรื่อง เสนอทำลาย {destroy}"), chosen.count).format(
                all=f"{chosen.count:,}", destroy=f"{chosen.to_destroy:,}"
            )
        )
        self.letters.show_due(len(read.due) - held, held, chosen.year_be, open_=unsigned)
        self.committee.show_members(chosen.committee_order, chosen.members, open_=draft)
        self.sign.show_members(chosen.members, open_=draft)
        self.approve.show_approval(chosen.approval, open_=draft)
        self.burning.show_list(chosen, open_=chosen.state is ListState.APPROVED)
        self._mark()

    def _mark(self) -> None:
        chosen = self._read.chosen
        unsigned = chosen is not None and all(one.signed_on is None for one in chosen.members)
        open_ = chosen is not None and chosen.state is ListState.DRAFT and unsigned
        self.letters.show_marked(len(self.marked()), open_=open_)

    def marked(self) -> list[Id]:
        """The entries that are marked in the list."""
        rows = (self.table.row_at(index) for index in self.table.selectionModel().selectedRows())
        return [one.id for one in rows if one is not None]

    def _fill(self) -> None:
        due = self._read.due
        self._act(lambda list_id: self._actions.put_on_list(list_id, due))

    def _judge(self, verdict: Verdict, reason: str) -> None:
        marked = self.marked()
        self._act(lambda list_id: self._actions.judge(list_id, marked, verdict, reason))

    def _approve(self, wish: Approved) -> None:
        self._act(
            lambda list_id: self._actions.approve(
                list_id, wish.name, wish.position, wish.on, wish.answer, wish.sent_on, wish.reference
            )
        )

    def _act(self, act: Callable[[Id], object]) -> None:
        """In the readers' lane: what is long is written in pieces, between which other writers come."""
        chosen = self._read.chosen
        if chosen is not None:
            self._worker.run(
                lambda: act(chosen.id), owner=self, on_done=lambda _: self.refresh(), on_failed=self._not_done
            )

    def _not_done(self, error: Exception) -> None:
        self._notices.failed(error)
        self.refresh()

    @property
    def _actions(self) -> ArchiveActions:
        return self._office.archive(self._who)

    def _keep(self, ending: str, kinds: str) -> None:
        from desktop.paper.exporting import to_xlsx

        chosen, papers = self._read.chosen, self._office.papers
        if chosen is None:
            return
        name = safe_name(f"destruction-{chosen.year_be}") + ending
        path = ask_where(self, self.tr("บันทึกบัญชีหนังสือขอทำลาย"), name, kinds)
        if path is not None:
            make = papers.pdf_of if ending == ".pdf" else to_xlsx
            self._worker.run(
                lambda: keep(make(papers.destruction_table(chosen.id)), path), owner=self, on_done=self._kept
            )

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกไฟล์แล้ว"), str(path))

    def _choose(self, key: str) -> None:
        self._wanted = key
        self.refresh()

    def _today(self) -> date:
        return local_date(self._office.clock.now())

    def _connect(self) -> None:
        self.which.chosen.connect(self._choose)
        self.new_button.clicked.connect(self.new_list)
        self.withdraw_button.clicked.connect(
            lambda: self._act(lambda list_id: self._actions.withdraw(list_id, "ยกเลิกโดยผู้จัดทำ"))
        )
        self.steps.chosen.connect(self.turn)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._mark())
        self.letters.fill_asked.connect(self._fill)
        self.letters.judge_asked.connect(self._judge)
        self.committee.asked.connect(
            lambda order, members: self._act(lambda list_id: self._actions.appoint(list_id, order, members))
        )
        self.sign.asked.connect(lambda member, on: self._act(lambda _: self._actions.sign(member, on)))
        self.approve.asked.connect(self._approve)
        self.burning.asked.connect(lambda on, how: self._act(lambda list_id: self._actions.destroyed(list_id, on, how)))
        self.pdf_button.clicked.connect(lambda: self._keep(".pdf", "PDF (*.pdf)"))
        self.xlsx_button.clicked.connect(lambda: self._keep(".xlsx", "XLSX (*.xlsx)"))

    def _lay_out(self) -> None:
        panel = Panel()
        panel.setFixedWidth(WIDE)
        self._forms = QStackedWidget()
        for step in self._steps.values():
            self._forms.addWidget(scrolling(step))
        panel.body.addWidget(self.following)
        panel.body.addWidget(self.steps)
        panel.body.addWidget(self._forms, 1)
        does = QHBoxLayout()
        does.addStretch(1)
        for step in self._steps.values():
            does.addWidget(step.button)
        panel.body.addLayout(does)
        self._work, place = QWidget(), QStackedWidget()
        line = QHBoxLayout(self._work)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(self.table, 1)
        line.addWidget(panel)
        self._place = place
        place.addWidget(self._work)
        place.addWidget(self.nothing)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for bar in (head, foot):
            bar.setSpacing(S)
        head.addWidget(self.which, 1)
        head.addWidget(self.sums)
        head.addStretch(1)
        head.addWidget(self.new_button)
        for widget in (self.xlsx_button, self.pdf_button, self.withdraw_button):
            foot.addWidget(widget)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(place, 1)
        column.addLayout(foot)
