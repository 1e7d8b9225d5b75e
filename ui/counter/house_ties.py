"""Houses and ties: which house a citizen belongs to, what is over, and the house put right."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.counter.model import Page
from desktop.office.dates import local_date
from desktop.people.model import House as Dwelling
from desktop.people.model import Tie, Tied
from ui.counter.forms import Forms
from ui.counter.ties_form import TiesForm
from ui.counter.who_panel import WhoPanel


class HouseTies(QObject):
    """`changed` brings the page whose houses are other ones now; the form stays until the clerk leaves it."""

    changed = Signal(object)

    def __init__(self, forms: Forms, who: WhoPanel) -> None:
        super().__init__(forms)
        self._forms, self._who = forms, who
        self.form = TiesForm()
        forms.add(self.form)
        who.ties.clicked.connect(self._ask)
        self.form.tied.connect(self._tie)
        self.form.ended.connect(self._end)
        self.form.amended.connect(self._amend)

    def show_page(self, page: Page) -> None:
        """The same page anew, with what was written."""
        self.form.ask(page)

    def _ask(self) -> None:
        if self._who.page is not None:
            self.form.ask(self._who.page)
            self._forms.ask(self.form)

    def _tie(self, house: Dwelling, tie: Tie) -> None:
        page, people = self._who.page, self._forms.house.office.people(self._forms.house.session.person)
        if page is not None and page.citizen is not None:
            person_id = page.citizen.id
            self._do(lambda: people.tie(person_id, people.record_house(house), tie))

    def _end(self, tied: Tied) -> None:
        house = self._forms.house
        people, today = house.office.people(house.session.person), local_date(house.office.clock.now())
        self._do(lambda: people.tie(tied.person_id, tied.house_id, tied.tie, today.isoformat()))

    def _amend(self, wanted: Dwelling) -> None:
        page, house = self._who.page, self._forms.house
        if page is not None and page.house is not None:
            seen, actions = page.house, house.office.counter.houses(house.session.person)
            self._do(lambda: actions.amend(seen, wanted))

    def _do(self, act: Callable[[], object]) -> None:
        self._forms.act(act, lambda _: self.changed.emit(self._who.page))
