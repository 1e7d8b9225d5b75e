"""What is looked for beside words: kind, register, unit, year, urgency, status, days, and one's own unit's letters."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.letters.found import Filters
from desktop.letters.model import Kind, Status, Urgency
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field
from ui.kit.inputs import CheckBox, ComboBox
from ui.kit.language import Speaks
from ui.kit.tokens import M, S
from ui.letters import search_words, words
from ui.letters.search_presenter import Offers

_COLUMNS = 5


class FilterBar(Speaks, QWidget):
    """`changed` whenever somebody set one of them."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = Offers((), (), ())
        self.kind, self.register, self.unit = ComboBox(), ComboBox(), ComboBox()
        self.year, self.urgency, self.status = ComboBox(), ComboBox(), ComboBox()
        self.since, self.until = ThaiDateEdit(today=today), ThaiDateEdit(today=today)
        self.mine = CheckBox()
        choices = (self.kind, self.register, self.unit, self.year, self.urgency, self.status)
        self.fields = [Field("", one) for one in (*choices, self.since, self.until)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, S)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        for place, widget in enumerate((*self.fields, self.mine)):
            grid.addWidget(widget, *divmod(place, _COLUMNS))
            grid.setColumnStretch(place % _COLUMNS, 1)
        for choice in choices:
            choice.chosen.connect(lambda _: self.changed.emit())
        for edit in (self.since, self.until):
            edit.changed.connect(lambda _: self.changed.emit())
        self.mine.clicked.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.kind)
        self.retranslate()

    def retranslate(self) -> None:
        names = (
            self.tr("ประเภท"), self.tr("ทะเบียน"), self.tr("หน่วยงาน"), self.tr("ปี พ.ศ."), self.tr("ชั้นความเร็ว"),
            self.tr("สถานะ"), self.tr("ตั้งแต่วันที่"), self.tr("ถึงวันที่"),
        )  # fmt: skip
        for field, name in zip(self.fields, names, strict=True):
            field.say(name)
        self.mine.setText(self.tr("เรื่องของหน่วยงานฉัน"))
        self._offer_all()

    def offer(self, offers: Offers) -> None:
        """What may be chosen; what is set stays."""
        if offers != self._offers:
            self._offers = offers
            self._offer_all()

    @property
    def filters(self) -> Filters:
        year = self.year.value
        return Filters(
            kinds=_one(self.kind.value),
            registers=_one(self.register.value),
            unit=self.unit.value,
            years=(int(year),) if year else (),
            since=self.since.day(),
            until=self.until.day(),
            urgencies=_one(self.urgency.value),
            statuses=_one(self.status.value),
            mine=self.mine.isChecked(),
        )

    def show_filters(self, filters: Filters) -> None:
        """Sets them without telling; of several that fit the first is shown."""
        shown = (
            (self.kind, filters.kinds[:1]),
            (self.register, filters.registers[:1]),
            (self.unit, (filters.unit,)),
            (self.year, tuple(map(str, filters.years[:1]))),
            (self.urgency, filters.urgencies[:1]),
            (self.status, filters.statuses[:1]),
        )
        for choice, values in shown:
            choice.choose(*(values or ("",)))
        self.since.set_day(filters.since)
        self.until.set_day(filters.until)
        self.mine.setChecked(filters.mine)

    def _offer_all(self) -> None:
        anything = ("", self.tr("ทั้งหมด"))
        names = {unit.id.hex(): unit.short_th for unit in self._offers.units}
        self.kind.offer([anything, *((one.value, search_words.kind(one)) for one in Kind)])
        self.register.offer([anything, *((one, search_words.register(one, names)) for one in self._offers.registers)])
        self.unit.offer([anything, *((unit.id.hex(), unit.name_th) for unit in self._offers.units)])
        self.year.offer([anything, *((str(year), str(year)) for year in self._offers.years)])
        self.urgency.offer([anything, *((one.value, words.urgency(one)) for one in Urgency)])
        self.status.offer([anything, *((one.value, search_words.status(one)) for one in Status)])


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()
