"""What a person does about endorsing: sign, think again, give and recall orders, keep phrases. Durable on return."""

from collections.abc import Sequence

from desktop.accounts.model import Person
from desktop.letters import delegating, endorsing, holding, phrasing
from desktop.letters.authority import OVER, Standing
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.endorsing_wishes import Order as Order
from desktop.letters.endorsing_wishes import Wish as Wish
from desktop.letters.model import NotePlace, Reading
from desktop.letters.phrases import Owner
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_KIND = "SELECT kind FROM letter WHERE office_id = (SELECT office_id FROM device) AND id = ?"


class EndorsingActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = AuthorityQueries(desk.reader)

    def endorse(self, letter_id: Id, wish: Wish) -> Id:
        """Signs at once. OfficeError `letters.endorsement_empty`; of an order that does not hold, as far as this desk
        knows, `letters.order_over` or `letters.delegation_other_scope`.
        """

        def act(unit: UnitOfWork) -> Id:
            holding.release_letter(unit, letter_id)
            body = self._body(unit, letter_id, wish)
            unit.perform(endorsing.ENDORSE, body, self._who.id)
            return body.endorsement_id

        return self._desk.write(act)

    def hold(self, wishes: Sequence[tuple[Id, Wish]]) -> Id:
        """Signs letters (id, wish) with a moment to think again; the name by which all of it is taken back.

        Errors as `endorse`; then none of them is signed.
        """

        def act(unit: UnitOfWork) -> Id:
            bodies = [self._body(unit, letter_id, wish) for letter_id, wish in wishes]
            return holding.hold(unit, bodies, self._who.id)

        return self._desk.write(act)

    def take_back(self, batch: Id) -> int:
        """Undoes what is still kept back, and tells how many; OfficeError `letters.endorsement_sent`."""
        return self._desk.write(lambda unit: holding.take_back(unit, batch))

    def release(self, *, all_of_it: bool = False) -> None:
        """What was kept back long enough goes on its way."""
        holding.release(self._desk, all_of_it=all_of_it)

    def release_letter(self, letter_id: Id) -> None:
        """Something else is about to be done with the letter: what was kept back of it goes first."""
        self._desk.write(lambda unit: holding.release_letter(unit, letter_id))

    def delegate(self, order: Order) -> Id:
        """Enters an order. OfficeError `letters.delegation_incomplete`, `.delegation_days`, `.may_not_delegate`."""

        def act(unit: UnitOfWork) -> Id:
            body = delegating.Delegate(
                delegation_id=unit.new_id(),
                order_no=order.order_no.strip(),
                order_date=order.order_date.isoformat(),
                capacity=order.capacity.value,
                position_th=order.position_th.strip(),
                valid_from=order.valid_from.isoformat(),
                actor_name=self._who.name_th,
                valid_to=order.valid_to.isoformat() if order.valid_to else None,
                to_id=order.to_id,
                to_position=order.to_position.strip() or None,
                holder_id=order.holder_id,
                kinds=order.kinds,
                actions=order.actions,
                powers=order.powers.strip() or None,
            )
            unit.perform(delegating.DELEGATE, body, self._who.id)
            return body.delegation_id

        return self._desk.write(act)

    def recall_delegation(self, delegation_id: Id, reason: str) -> None:
        """Ends an order now. OfficeError `letters.reason_missing`, `.may_not_delegate`, `...recalled_already`."""
        body = delegating.RecallDelegation(delegation_id, reason.strip(), self._who.name_th)
        self._desk.write(lambda unit: unit.perform(delegating.RECALL_DELEGATION, body, self._who.id))

    def set_phrase(
        self, owner: Owner, text: str, action: str, number: int | None, *, phrase_id: Id | None = None,
        roles: tuple[str, ...] = (),
    ) -> Id:  # fmt: skip
        """Keeps a phrase under a key (None: without). OfficeError `letters.phrase_empty`, `.phrase_not_yours`."""
        owners = {Owner.OFFICE: None, Owner.UNIT: self._who.unit.id, Owner.OWN: self._who.id}

        def act(unit: UnitOfWork) -> Id:
            body = phrasing.SetPhrase(
                phrase_id or unit.new_id(), owner.value, action, text.strip(), owners[owner], number, roles
            )
            unit.perform(phrasing.SET_PHRASE, body, self._who.id)
            return body.phrase_id

        return self._desk.write(act)

    def remove_phrase(self, phrase_id: Id) -> None:
        """OfficeError `letters.phrase_not_yours`."""
        body = phrasing.RemovePhrase(phrase_id)
        self._desk.write(lambda unit: unit.perform(phrasing.REMOVE_PHRASE, body, self._who.id))

    def _body(self, unit: UnitOfWork, letter_id: Id, wish: Wish) -> endorsing.Endorse:
        if not wish.text.strip():
            raise OfficeError("letters.endorsement_empty")
        who, standing = self._who, self._checked(unit, letter_id, wish)
        chain, place, reading = standing.chain, wish.place, wish.reading
        return endorsing.Endorse(
            endorsement_id=unit.new_id(),
            letter_id=letter_id,
            actor_name=who.name_th,
            acted_as=standing.acted_as,
            action=wish.action,
            text=wish.text.strip(),
            signed_at=unit.at,
            capacity=standing.capacity.value,
            block=standing.block(who.name_th),
            delegation_id=chain[-1].id if chain else None,
            via_id=chain[0].id if len(chain) > 1 else None,
            for_name=chain[-1].holder_name or None if chain else None,
            corrects_id=wish.corrects_id,
            place=_place_part(place) if place else None,
            reading=_reading_part(reading) if reading else None,
        )

    def _checked(self, unit: UnitOfWork, letter_id: Id, wish: Wish) -> Standing:
        """The capacity wished for, as it holds at this moment: an order may have ended while the words were written."""
        if wish.standing is None or not wish.standing.chain:
            return Standing(self._who.position_th)
        held = {one.key: one for one in self._queries.standings(self._who, unit.now)}
        standing = held.get(wish.standing.key)
        if standing is None:
            raise OfficeError(OVER, **_said(wish.standing))
        found = self._desk.reader.one(_KIND, (letter_id,))
        if not standing.covers(str(found[0]) if found else "", wish.action):
            raise OfficeError("letters.delegation_other_scope", **_said(standing))
        return standing


def _said(standing: Standing) -> dict[str, str]:
    last = standing.chain[-1]
    return {"order_no": last.order_no, "position": last.position_th}


def _place_part(place: NotePlace) -> endorsing.PlacePart:
    return endorsing.PlacePart(
        place.file_id, place.page, round(place.x_mm * 1000), round(place.y_mm * 1000), place.digest
    )


def _reading_part(reading: Reading) -> endorsing.ReadingPart:
    state = "read" if reading.is_read else "not_read"
    return endorsing.ReadingPart(state, reading.seconds, reading.pages, reading.all_pages)
