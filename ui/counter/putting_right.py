"""What a clerk puts right about a citizen: particulars, the number, and two entries of one person."""

from PySide6.QtCore import QObject

from desktop.devices.id_card import IdCard
from desktop.office.ids import Id
from desktop.people.actions import PeopleActions
from desktop.people.from_card import updated
from desktop.people.model import Citizen, Entry, Hit, NumberKind
from ui.counter.forms import Forms
from ui.counter.join_form import JoinForm
from ui.counter.number_form import NumberForm
from ui.counter.person_form import PersonForm
from ui.counter.who_panel import WhoPanel


class PuttingRight(QObject):
    """Reached by the buttons of `who`; ends in `forms.kept`."""

    def __init__(self, forms: Forms, who: WhoPanel) -> None:
        super().__init__(forms)
        self._forms, self._who, self._house = forms, who, forms.house
        self.form, self.join, self.number = PersonForm(), JoinForm(forms.house), NumberForm()
        for form in (self.form, self.join, self.number):
            forms.add(form)
        who.edit.clicked.connect(self._edit)
        who.join.clicked.connect(self._ask_join)
        who.give_number.clicked.connect(self._ask_number)
        who.revealed.connect(self._reveal)
        self.form.confirmed.connect(self._keep)
        self.join.joined.connect(self._join)
        self.join.parted.connect(self._part)
        self.number.confirmed.connect(self._give_number)

    def begin(self, entry: Entry, *, is_new: bool = True) -> None:
        self.form.show_entry(entry, is_new=is_new)
        self._forms.ask(self.form)

    def take_card(self, card: IdCard | None) -> None:
        """The name and the address as the card has them."""
        seen = self._citizen
        if seen is not None and card is not None:
            self._forms.act(lambda: self._people.amend(seen, updated(seen.entry, card)), lambda _: self._kept(seen.id))

    @property
    def _citizen(self) -> Citizen | None:
        return self._who.page.citizen if self._who.page is not None else None

    @property
    def _people(self) -> "PeopleActions":
        return self._house.office.people(self._house.session.person)

    def _edit(self) -> None:
        if self._citizen is not None:
            self.begin(self._citizen.entry, is_new=False)

    def _keep(self, entry: Entry) -> None:
        seen, people = self._citizen if not self.form.is_new else None, self._people

        def act() -> Id:
            if seen is None:
                return people.record(entry)
            people.amend(seen, entry)
            return seen.id

        self.form.show_busy(False)
        self._forms.act(act, self._kept)

    def _reveal(self, reason: str) -> None:
        citizen = self._citizen
        if citizen is not None:
            self._forms.act(lambda: self._people.reveal(citizen.id, reason), self._who.show_whole_number)

    def _ask_join(self) -> None:
        citizen, office = self._citizen, self._house.office
        if citizen is not None:
            self.join.ask(citizen, office.counter.joined(citizen))
            self._forms.ask(self.join)

    def _join(self, other: Hit) -> None:
        """The entry that has a number stands for both; where both or neither has, the one that is looked at."""
        citizen = self._citizen
        if citizen is None:
            return
        stays = citizen.masked is not None or other.masked is None
        gone, kept = (other.id, citizen.id) if stays else (citizen.id, other.id)
        self._forms.act(lambda: self._people.join(gone, kept), lambda _: self._kept(kept))

    def _part(self, other: Hit) -> None:
        citizen = self._citizen
        if citizen is not None:
            self._forms.act(lambda: self._people.join(other.id, None), lambda _: self._kept(citizen.id))

    def _ask_number(self) -> None:
        if self._citizen is not None:
            self.number.ask(self._citizen.name)
            self._forms.ask(self.number)

    def _give_number(self, typed: str, kind: NumberKind) -> None:
        citizen = self._citizen
        if citizen is not None:
            give = self._people.give_number
            self._forms.act(lambda: give(citizen.id, typed, kind), lambda _: self._kept(citizen.id))

    def _kept(self, person_id: Id) -> None:
        self._forms.kept.emit(person_id)
