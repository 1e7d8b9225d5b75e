"""Endorsements: signed at once, kept back for a moment and undone, signed for another by an order that holds or not."""

from datetime import timedelta

import msgspec

from desktop.letters import endorsing
from desktop.letters.authority import Capacity
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.endorsing_actions import EndorsingActions, Order, Wish
from desktop.office.dates import local_date
from desktop.office.ids import Id
from tests.convergence.hands.hand import HEAD, LETTERS, MAYOR, Hand
from tests.convergence.invariants.scene import Noted
from tests.helpers.town import identity

_BATCH = "SELECT body FROM held_act WHERE batch = ? ORDER BY place"
_BATCHES = "SELECT DISTINCT batch FROM held_act ORDER BY batch"
_IN_FORCE = "SELECT id FROM delegation WHERE recalled_at IS NULL ORDER BY id"
_ORDERS = "SELECT id FROM delegation ORDER BY id"
_CAPACITIES = (Capacity.ACTING, Capacity.DELEGATED, Capacity.CARETAKER)


class Signing(Hand):
    ACTS = (
        "delegate",
        "recall_order",
        "sign_for",
        "sign_for",
        "sign_regardless",
        "hold",
        "hold",
        "think_again",
        "leave",
    )

    def delegate(self, which: int) -> None:
        """For today, some days, or until it is recalled; to a person, or to whoever is head; now and then in part."""
        today = local_date(self.desk.clock.now())
        to_head = which % 4 == 0
        order = Order(
            f"{which}/๒๕๖๙",
            today,
            _CAPACITIES[which % 3],
            MAYOR,
            today + timedelta(days=which % 7 // 6),
            today + timedelta(days=which % 3 + 1) if which % 5 else None,
            to_id=None if to_head else identity("wichai"),
            to_position=HEAD if to_head else "",
            actions=("approve",) if which % 6 == 0 else (),
        )
        self._endorsing("somchai").delegate(order)

    def recall_order(self, which: int) -> None:
        if order := self.pick(_IN_FORCE, which):
            self._endorsing("somchai").recall_delegation(order, "กลับมาปฏิบัติราชการ")

    def sign_for(self, which: int) -> None:
        """By an order that holds as far as this desk knows."""
        if letter := self.pick(LETTERS, which):
            who = self.desk.person("wichai")
            found = AuthorityQueries(self.desk.desk.reader).standings(who, self.desk.clock.now())
            wish = Wish(self._words(), "approve" if which % 2 else "propose", found[which % len(found)])
            self._noted(letter, self._endorsing("wichai").endorse(letter, wish))

    def sign_regardless(self, which: int) -> None:
        """A program that does not ask whether the order holds."""
        letter, order = self.pick(LETTERS, which), self.pick(_ORDERS, which)
        if letter and order:
            who = self.desk.person("chang" if which % 5 == 0 else "wichai")
            body = endorsing.Endorse(
                self.desk.desk.ids.new(), letter, who.name_th, MAYOR, "approve", self._words(), delegation_id=order
            )
            self.desk.desk.write(lambda unit: unit.perform(endorsing.ENDORSE, body, who.id))
            self._noted(letter, body.endorsement_id)

    def hold(self, which: int) -> None:
        """One letter or several at once, with a moment to think again."""
        letters = list(dict.fromkeys(self.pick(LETTERS, which + more) for more in range(which % 3 + 1)))
        if letters[0]:
            login = self.someone(which)
            batch = self._endorsing(login).hold([(letter, Wish(self._words(n))) for n, letter in enumerate(letters)])
            for (packed,) in self.desk.desk.reader.rows(_BATCH, (batch,)):
                body = msgspec.msgpack.decode(packed, type=endorsing.Endorse)
                self.printer.notes[body.endorsement_id] = Noted(self.where, body.letter_id, body.text)

    def think_again(self, which: int) -> None:
        """Undoes what is still kept back of a batch."""
        if batch := self.pick(_BATCHES, which):
            held = {_id(packed) for (packed,) in self.desk.desk.reader.rows(_BATCH, (batch,))}
            self._endorsing("kanda").take_back(batch)
            self.printer.undone |= held

    def leave(self, which: int) -> None:
        """Somebody goes home: nothing stays kept back."""
        self._endorsing(self.someone(which)).release(all_of_it=True)

    def _words(self, n: int = 0) -> str:
        """That stand on no other paper."""
        return f"เพื่อโปรดทราบ {len(self.printer.notes) + n}"

    def _noted(self, letter: Id, note: Id) -> None:
        text = self.desk.desk.reader.rows("SELECT text FROM endorsement WHERE id = ?", (note,))[0][0]
        self.printer.notes[note] = Noted(self.where, letter, text)

    def _endorsing(self, login: str) -> EndorsingActions:
        return EndorsingActions(self.desk.desk, self.desk.person(login))


def _id(packed: bytes) -> Id:
    return msgspec.msgpack.decode(packed, type=endorsing.Endorse).endorsement_id
