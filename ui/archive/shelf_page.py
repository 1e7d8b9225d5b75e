"""ที่เก็บและอายุ: letters of a register with where they are kept and until when; put away many, hold one, let it go."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person, Unit
from desktop.application import Office
from desktop.archive.model import Kept, Retention
from desktop.archive.queries import Shelf
from desktop.archive.rules import in_force, year_to_list
from desktop.office.changes import Changes
from desktop.office.dates import local_date, year_be
from ui.archive import words
from ui.archive.store_form import Stored, StoreForm
from ui.archive.words import translate
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.counted import counted
from ui.kit.days import day
from ui.kit.inputs import ComboBox, SearchBox
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, M, S
from ui.work import Worker

SETTLE_MS = 150
CONCERNS = (
    "letter", "letter_storing", "letter_hold", "letter_disposal", "destruction_entry", "destruction_list",
    "retention_rule",
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What the page reads in one go."""

    registers: tuple[str, ...]
    units: tuple[Unit, ...]
    years: tuple[int, ...]
    letters: tuple[Kept, ...]
    rules: dict[str, Retention]


class ShelfPage(Speaks, QWidget):
    """`read` whenever the list was read; `failed` hears of what could not be done."""

    read = Signal()

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        failed: Callable[[Exception], object],
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._failed, self._language = office, who, worker, failed, language
        self._units: dict[str, str] = {}
        self._rules: dict[str, Retention] = {}
        self._asked = 0
        self.register, self.year, self.search = ComboBox(), ComboBox(), SearchBox()
        self.sums = label(ink="soft")
        self.rows = _rows(lambda: self._rules, lambda: year_to_list(self._today()), language)
        self.table: TableView[Kept] = TableView(several=True)
        self.table.show_model(self.rows)
        self.nothing = EmptyState("letter")
        self.store = StoreForm(self._today, language)
        self._keys = Keys(self)
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.table)

    def retranslate(self) -> None:
        self.register.setAccessibleName(self.tr("ทะเบียน"))
        self.year.setAccessibleName(self.tr("ปี"))
        self.search.setAccessibleName(self.tr("ค้นในทะเบียนนี้"))
        self.search.setPlaceholderText(self.tr("เลข หรือคำในเรื่อง  /"))
        self.table.setAccessibleName(self.tr("หนังสือและอายุการเก็บ"))
        self.nothing.say(
            self.tr("ไม่มีหนังสือในทะเบียนและปีนี้"),
            self.tr("เลือกทะเบียนหรือปีอื่น หรือลบคำค้น"),
        )
        self.store.offer(self._rules.values())
        self._offer(self._keys_of(self.register), self._keys_of(self.year))

    def changed(self, changes: Changes) -> None:
        if changes.touches(*CONCERNS):
            self._later.start()

    def refresh(self) -> None:
        """Reads the list again; what was chosen stays chosen."""
        register, year, typed = self.register.value, self.year.value, self.search.value
        self._asked += 1
        asked = self._asked

        def read(found: Found) -> None:
            """Two readings may overtake each other: only the last one counts."""
            if asked == self._asked:
                self._loaded(found)

        self._worker.run(lambda: self._load(register, year, typed), owner=self, on_done=read)

    def chosen(self) -> list[Kept]:
        """The letters that are marked in the list, in its order."""
        picked = self.table.selectionModel().selectedRows() if self.table.selectionModel() else []
        found = (self.table.row_at(index) for index in sorted(picked, key=lambda index: index.row()))
        return [one for one in found if one is not None]

    def _load(self, register: str, year: str, typed: str) -> Found:
        office = self._office
        registers, units = office.register_reading.registers(), office.account_queries.units()
        register = register if register in registers else (registers[0] if registers else "")
        years = office.archive_queries.years(register) or (year_be(self._today()),)
        wanted = Shelf(register, int(year) if year and int(year) in years else years[0], typed)
        rules = in_force(office.archive_queries.rules, self._today())
        return Found(registers, units, years, office.archive_queries.shelf(wanted, self._today()), rules)

    def _loaded(self, found: Found) -> None:
        self._units = {unit.id.hex(): unit.short_th for unit in found.units}
        self._offer(found.registers, [str(year) for year in found.years])
        if found.rules != self._rules:
            self._rules = found.rules
            self.store.offer(found.rules.values())
        self.rows.show_rows(found.letters)
        self.table.setVisible(bool(found.letters))
        self.nothing.setVisible(not found.letters)
        if found.letters and self.table.current() is None:
            self.table.choose(0)
        self._mark()
        self.read.emit()

    def _offer(self, registers: Iterable[str], years: Iterable[str]) -> None:
        units = self._units
        self.register.offer(
            [(key, words.register_name(key, units.get(key.partition("/")[2], ""))) for key in registers]
        )
        self.year.offer([(year, year) for year in years])

    @staticmethod
    def _keys_of(box: ComboBox) -> list[str]:
        return [str(box.itemData(place)) for place in range(box.count())]

    def _mark(self) -> None:
        """The form speaks of the letters that are marked."""
        chosen = self.chosen()
        self.store.show_letters(chosen)
        self.sums.setText(
            counted(self.tr("{count} เรื่อง"), self.rows.rowCount()).format(count=f"{self.rows.rowCount():,}")
        )

    def _store(self, wish: Stored) -> None:
        letters = [one.letter_id for one in self.chosen()]
        self._act(
            lambda: self._office.archive(self._who).store(
                letters, wish.retention, wish.place, wish.on, file_code=wish.file_code, since_be=wish.since_be
            )
        )

    def _hold(self, reason: str) -> None:
        chosen = self.chosen()
        archive = self._office.archive(self._who)

        def act() -> None:
            for one in chosen:
                (archive.release if one.hold else archive.hold)(one.letter_id, reason)

        self._act(act)

    def _act(self, act: Callable[[], object]) -> None:
        """The actions write in pieces of their own, so they wait for the writer instead of standing in its lane."""
        self._worker.run(act, owner=self, on_done=lambda _: self._done(), on_failed=self._not_done)

    def _not_done(self, error: Exception) -> None:
        self._failed(error)
        self.refresh()

    def _done(self) -> None:
        self.store.clear_reason()
        self.refresh()

    def _today(self) -> date:
        return local_date(self._office.clock.now())

    def _connect(self) -> None:
        self.register.chosen.connect(lambda _: self.refresh())
        self.year.chosen.connect(lambda _: self.refresh())
        self.search.textEdited.connect(lambda _: self._later.start())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._mark())
        self.store.store_asked.connect(self._store)
        self.store.hold_asked.connect(self._hold)

        def group() -> str:
            return self.tr("ที่เก็บและอายุ")

        self._keys.add("/", lambda: self.tr("ค้นในทะเบียนนี้"), self.search.setFocus, group=group)
        self._keys.name("Shift+Down", lambda: self.tr("เลือกหลายเรื่อง"), group=group)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        self.register.setMinimumWidth(220)
        self.search.setMinimumWidth(190)
        self.search.setMaximumWidth(240)
        for widget in (self.register, self.year, self.search):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.sums)
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addLayout(head)
        left.addWidget(self.table, 1)
        left.addWidget(self.nothing, 1)
        self.nothing.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(self.store)


def _rows(
    rules: Callable[[], dict[str, Retention]], last_year: Callable[[], int], language: Callable[[], str]
) -> RowsModel[Kept]:
    def name(one: Kept) -> str:
        return words.retention_name(rules().get(one.retention), one.retention, language())

    def subject(one: Kept) -> str:
        return one.subject

    def stored(one: Kept) -> str:
        return day(one.stored_on) or "-"

    def place(one: Kept) -> str:
        return f"{one.place} · {one.file_code}" if one.file_code else one.place or "-"

    def badge(one: Kept) -> Badge:
        return words.kept_badge(one, last_year())

    columns = (
        Column[Kept](lambda: translate("Archive", "เลข"), lambda one: f"{one.number:05d}", 72, strong=True),
        Column[Kept](lambda: translate("Archive", "เรื่อง"), subject, 180, stretch=True, tip=subject),
        Column[Kept](lambda: translate("Archive", "อายุการเก็บ"), name, 190, soft=True, yields=1, tip=name),
        Column[Kept](
            lambda: translate("Archive", "สถานะ"),
            lambda one: badge(one).words,
            112,
            badges=lambda one: (badge(one),),
            tip=lambda one: one.hold,
        ),
        Column[Kept](lambda: translate("Archive", "ที่เก็บ"), place, 130, soft=True, tip=place),
        Column[Kept](lambda: translate("Archive", "วันเก็บ"), stored, 100, soft=True, yields=2),
    )
    return RowsModel(columns, key=lambda one: one.letter_id)
