"""Citizens and houses, entered by desks that don't know of each other: few numbers, so that two often enter one."""

from dataclasses import replace

from desktop.people.actions import PeopleActions
from desktop.people.model import Address, Entry, Tie
from desktop.store import notes
from tests.convergence.hands.hand import Hand
from tests.helpers.citizens import CODE_KEY, numbered

_PEOPLE = "SELECT id FROM person ORDER BY id"
_HOUSES = "SELECT id FROM house ORDER BY id"


class Citizens(Hand):
    ACTS = ("meet", "meet", "meet_nameless", "put_right", "find_number", "make_one", "enter_house", "tie", "look")

    def meet(self, which: int) -> None:
        """Somebody with a card; two counters may know another telephone of theirs."""
        entry = Entry(title="นาย", given=f"บุญมี{which % 4}", family="ใจคำ", phone=f"08100000{which % 30:02}")
        self._people(which).record(replace(entry, number=numbered(which % 4)))

    def meet_nameless(self, which: int) -> None:
        """Somebody without a card."""
        self._people(which).record(Entry(given=f"สมหมาย{which % 30}"))

    def put_right(self, which: int) -> None:
        if person := self.pick(_PEOPLE, which):
            seen = self.desk.people_queries.citizen(person)
            if seen is not None:
                self._people(which).amend(seen, replace(seen.entry, phone=f"053{which % 30:06}", remarks=f"แก้ {which}"))

    def find_number(self, which: int) -> None:
        if person := self.pick(_PEOPLE, which):
            self._people(which).give_number(person, numbered(which % 5))

    def make_one(self, which: int) -> None:
        """Two become one; now and then they are parted again."""
        gone, kept = self.pick(_PEOPLE, which), self.pick(_PEOPLE, which // 3)
        if gone and kept:
            self._people(which).join(gone, kept if which % 3 else None)

    def enter_house(self, which: int) -> None:
        self._people(which).record_house(Address(house_no=f"{which % 5}/1", moo="2", tambon="แม่เหียะ"))

    def tie(self, which: int) -> None:
        person, house = self.pick(_PEOPLE, which), self.pick(_HOUSES, which)
        if person and house:
            self._people(which).tie(person, house, tuple(Tie)[which % 3], "2026-11-11" if which % 4 == 0 else None)

    def look(self, which: int) -> None:
        if person := self.pick(_PEOPLE, which):
            self._people(which).reveal(person, "ตรวจกับทะเบียนบ้าน")

    def _people(self, which: int) -> PeopleActions:
        self.desk.desk.settle(notes.PUT, (notes.PEOPLE_KEY, CODE_KEY.secret))
        return self.desk.people(self.someone(which))
