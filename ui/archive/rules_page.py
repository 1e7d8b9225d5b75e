"""กฎอายุการเก็บ: every rule that was, is or will be in force; the office sets one from a day on, nothing is taken out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.accounts.model import Person, Role
from desktop.application import Office
from desktop.archive.model import Retention, WantedRule
from desktop.archive.rules import in_force
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from ui.archive import words
from ui.archive.rule_form import RuleForm
from ui.archive.words import translate
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.counted import counted
from ui.kit.days import day
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import L
from ui.work import Worker

MAY_SET = frozenset({Role.REGISTRAR, Role.EXECUTIVE})


@dataclass(frozen=True)
class RuleRow:
    """A rule and how it stands today: in force, coming (-1 before), or over."""

    rule: Retention
    standing: str

    @property
    def key(self) -> tuple[str, date, str]:
        return self.rule.code, self.rule.valid_from, str(self.rule.set_at or "")


def standings(rules: Sequence[Retention], today: date) -> list[RuleRow]:
    """Class by class, the newest of each first."""
    now = in_force(rules, today)
    order = {code: place for place, code in enumerate(dict.fromkeys(rule.code for rule in rules))}

    def standing(rule: Retention) -> str:
        held = now.get(rule.code)
        if held is not None and (held.valid_from, held.set_at) == (rule.valid_from, rule.set_at):
            return "now"
        return "coming" if rule.valid_from > today else "over"

    newest = sorted(rules, key=lambda rule: (rule.valid_from, str(rule.set_at or "")), reverse=True)
    return [RuleRow(rule, standing(rule)) for rule in sorted(newest, key=lambda rule: order[rule.code])]


class RulesPage(Speaks, QWidget):
    """`read` whenever the rules were read; `failed` hears of what could not be done."""

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
        self._office, self._who, self._worker, self._failed = office, who, worker, failed
        self._asked = 0
        self.rows = _rows(language)
        self.table: TableView[RuleRow] = TableView()
        self.table.show_model(self.rows)
        self.form = RuleForm(self._today, may_set=who.role in MAY_SET)
        self._keys = Keys(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(self.table, 1)
        line.addWidget(self.form)
        self.table.chosen.connect(lambda row: self.form.show_rule(row.rule if row else None))
        self.table.opened.connect(lambda _: self.form.setFocus(Qt.FocusReason.OtherFocusReason))
        self.form.asked.connect(self._set)
        self._keys.name("Return", lambda: self.tr("แก้กฎนี้ตั้งแต่วันใหม่"), group=lambda: self.tr("กฎอายุการเก็บ"))
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("กฎอายุการเก็บ"))

    def changed(self, changes: Changes) -> None:
        if changes.touches("retention_rule"):
            self.refresh()

    def refresh(self) -> None:
        """Reads the rules again; the cursor stays on its rule."""
        queries, today = self._office.archive_queries, self._today()
        self._asked += 1
        asked = self._asked

        def found(rows: list[RuleRow]) -> None:
            """Two readings may overtake each other: only the last one counts."""
            if asked == self._asked:
                self._loaded(rows)

        self._worker.run(lambda: standings(queries.rules, today), owner=self, on_done=found)

    def _loaded(self, rows: list[RuleRow]) -> None:
        self.rows.show_rows(rows)
        if rows and self.table.current() is None:
            self.table.choose(0)
        self.read.emit()

    def _set(self, wanted: WantedRule) -> None:
        act = self._office.archive(self._who).set_rule
        self._worker.run(lambda: act(wanted), owner=self, on_done=self._done, on_failed=self._not_done)

    def _done(self, _: object) -> None:
        self.form.saved()
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_done(self, error: Exception) -> None:
        self._failed(error)

    def _today(self) -> date:
        return local_date(self._office.clock.now())


def _rows(language: Callable[[], str]) -> RowsModel[RuleRow]:
    def name(row: RuleRow) -> str:
        return words.retention_name(row.rule, row.rule.code, language())

    def years(row: RuleRow) -> str:
        held = row.rule.years
        return (
            translate("Archive", "ตลอดไป")
            if held is None
            else counted(translate("Archive", "{count} ปี"), held).format(count=held)
        )

    def by(row: RuleRow) -> str:
        return row.rule.set_by or translate("Archive", "มากับโปรแกรม")

    def badge(row: RuleRow) -> Badge:
        return words.rule_badge(row.standing)

    columns = (
        Column[RuleRow](lambda: translate("Archive", "ประเภทหนังสือ"), name, 220, stretch=True, tip=name),
        Column[RuleRow](lambda: translate("Archive", "เก็บ"), years, 84, RIGHT, strong=True),
        Column[RuleRow](
            lambda: translate("Archive", "ใช้ตั้งแต่"),
            lambda row: day(row.rule.valid_from),
            108,
        ),
        Column[RuleRow](
            lambda: translate("Archive", "สถานะ"), lambda row: badge(row).words, 112, badges=lambda row: (badge(row),)
        ),
        Column[RuleRow](
            lambda: translate("Archive", "ตาม"), lambda row: row.rule.cite, 190, soft=True, yields=1,
            tip=lambda row: row.rule.cite,
        ),
        Column[RuleRow](lambda: translate("Archive", "ผู้กำหนด"), by, 150, soft=True, yields=2, tip=by),
    )  # fmt: skip
    return RowsModel(columns, key=lambda row: row.key)
