"""What a person does about an item. Each verb is one transaction: the new act and the settlement, together or not."""

import json
from collections.abc import Callable, Mapping

import msgspec

from desktop.accounts.model import Person
from desktop.letters.amendable import standing
from desktop.letters.amending import AMEND, Amend, FieldPart
from desktop.letters.model import Purpose
from desktop.letters.mutations import ROUTE, Route, RoutePart
from desktop.letters.paper_lines import line_of
from desktop.letters.twins import LINK, LinkDuplicate
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.mutation import Kind
from desktop.people import mutations as people
from desktop.people.standing import person_standing
from desktop.store import attention
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork
from desktop.tray import mutations as verbs
from desktop.tray.model import Item, Paper
from desktop.tray.queries import TrayQueries, deed_as_json, sides_told

_ACT = "SELECT o.* FROM attention a JOIN outbox o ON o.mseq = a.mseq WHERE a.id = ?"
_HOW = "SELECT resolution, made_mseq, review_id FROM attention WHERE id = ?"
_UNDONE = "เลิกทำ"
"""Why a line is taken back that an undone settlement had brought."""
_AGAIN = "ขอให้เปิดเรื่องอีกครั้ง"
"""What the unit reads that gets its letter once more."""


class TrayActions:
    """`who` is the person signed in. OfficeError `tray.already_settled` of every verb when somebody was quicker."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = TrayQueries(desk.reader)

    def close(self, item_id: Id, reason: str) -> None:
        """Puts an item away with a reason; OfficeError `tray.reason_missing`."""
        if not reason.strip():
            raise OfficeError("tray.reason_missing")
        self._settling(item_id, "closed", reason.strip(), lambda unit: None)

    def redo(self, item_id: Id) -> None:
        """Does a refused act once more on what stands now, as the person signed in.

        OfficeError `tray.cannot_redo` (a fact: its paper is out), or the refusal if it does not hold now either.
        """
        self._settling(item_id, "redone", "", lambda unit: self._again(unit, item_id))

    def _again(self, unit: UnitOfWork, item_id: Id) -> int | None:
        row = unit.connection.exec_driver_sql(_ACT, (item_id,)).first()
        mutation = self._desk.catalogue.find(row.type, row.v) if row is not None else None
        if row is None or mutation is None or mutation.kind is not Kind.INTENT or row.state != "rejected":
            raise OfficeError("tray.cannot_redo")
        body = msgspec.msgpack.decode(row.body, type=mutation.body)
        if isinstance(body, Amend):
            wanted = {part.field: (part.new, part.reason) for part in body.fields}
            return self._amend(unit, Paper("letter", body.letter_id, "", ""), wanted)
        return unit.perform(mutation, body, self._who.id)

    def choose(self, item_id: Id, mine: frozenset[str]) -> None:
        """Settles fields that differ: those in `mine` are written anew over theirs, the others stay. Both are kept."""
        item = self._item(item_id)
        about = item.paper or Paper("letter", b"", "", "")
        reasons = {one["field"]: one.get("reason") for one in item.deed.facts.get("fields", ())} if item.deed else {}
        wanted = {side.field: (side.mine, reasons.get(side.field)) for side in item.sides if side.field in mine}
        picks = {
            side.field: {"use": "mine" if side.field in mine else "theirs", "mine": side.mine, "theirs": side.theirs}
            for side in item.sides
        }
        kept = json.dumps(picks, ensure_ascii=False)
        self._settling(item_id, "chosen", kept, lambda unit: self._amend(unit, about, wanted))

    def link(self, item_id: Id) -> None:
        """Has the two registrations of one paper show each other."""
        data = self._item(item_id).data
        letter_id, other_id = bytes.fromhex(data["letter_id"]), bytes.fromhex(data["other_id"])

        def act(unit: UnitOfWork) -> int:
            body = LinkDuplicate(unit.new_id(), unit.new_id(), letter_id, other_id, self._who.name_th)
            return unit.perform(LINK, body, self._who.id)

        self._settling(item_id, "linked", "", act)

    def reopen(self, item_id: Id) -> None:
        """Sends a letter once more to the unit that was done with it before this desk knew.

        OfficeError `tray.cannot_redo` where no unit is.
        """
        done = [route for route in self._item(item_id).data.get("routes", ()) if route.get("done_at")]
        if not done:
            raise OfficeError("tray.cannot_redo")
        letter_id, unit_id = (bytes.fromhex(done[0][name]) for name in ("letter_id", "unit_id"))

        def act(unit: UnitOfWork) -> int:
            part = RoutePart(unit.new_id(), unit_id, Purpose.ACTION.value)
            body = Route(letter_id, (part,), _AGAIN, from_unit=self._who.unit.id)
            return unit.perform(ROUTE, body, self._who.id)

        self._settling(item_id, "reopened", "", act)

    def edited(self, item_id: Id, made_mseq: int) -> None:
        """The clerk put it right in the form of the paper itself: `made_mseq` is that act."""
        self._settling(item_id, "edited", "", lambda unit: made_mseq)

    def hand_up(self, item_id: Id, note: str) -> None:
        """Asks the supervisors, with the act and both sides; the item is theirs until they answer."""
        item = self._item(item_id)
        review_id = self._desk.ids.new()
        body = verbs.HandUp(
            review_id=review_id,
            paper=item.paper.entity if item.paper else "",
            paper_id=item.paper.id if item.paper else None,
            code=item.code,
            data=json.dumps({**item.data, **sides_told(item.sides)}, ensure_ascii=False),
            deed=deed_as_json(item.deed),
            note=note.strip(),
            actor_name=self._who.name_th,
        )

        def act(unit: UnitOfWork) -> int:
            return unit.perform(verbs.HAND_UP, body, self._who.id)

        self._settling(item_id, "handed_up", note.strip(), act, review_id)

    def answer(self, review_id: Id, words: str, *, returned: bool) -> None:
        """A supervisor's word on a question: seen to, or `returned` for the desk to act.

        OfficeError `tray.reason_missing` (a returned question needs words), `tray.already_answered`.
        """
        if returned and not words.strip():
            raise OfficeError("tray.reason_missing")
        body = verbs.Answer(review_id, returned, words.strip(), self._who.name_th)
        self._desk.write(lambda unit: unit.perform(verbs.ANSWER, body, self._who.id))

    def undo(self, item_id: Id) -> None:
        """Opens a settled item again and takes back what the settlement did, by new acts."""

        def act(unit: UnitOfWork) -> None:
            how = unit.connection.exec_driver_sql(_HOW, (item_id,)).one()
            if how.resolution == "handed_up":
                unit.perform(verbs.TAKE_BACK, verbs.TakeBack(how.review_id), self._who.id)
            elif how.made_mseq is not None:
                self._reverse(unit, how.made_mseq)
            attention.reopen(unit, item_id)

        self._desk.write(act)

    def _reverse(self, unit: UnitOfWork, mseq: int) -> None:
        row = unit.connection.exec_driver_sql("SELECT type, body FROM outbox WHERE mseq = ?", (mseq,)).one()
        if row.type not in (AMEND.name, people.AMEND.name):
            raise OfficeError("tray.cannot_undo")
        if row.type == people.AMEND.name:
            written = msgspec.msgpack.decode(row.body, type=people.AmendPerson)
            self._amend_person(unit, written.person_id, {part.field: part.base for part in written.fields})
            return
        made = msgspec.msgpack.decode(row.body, type=Amend)
        about = Paper("letter", made.letter_id, "", "")
        self._amend(unit, about, {part.field: (part.base, _UNDONE) for part in made.fields})

    def _amend(self, unit: UnitOfWork, about: Paper, wanted: Mapping[str, tuple[str | None, str | None]]) -> int | None:
        """Writes fields over what stands now; None when it stands so already. Field -> (its value, why it goes)."""
        if about.entity == "person":
            return self._amend_person(unit, about.id, {name: new for name, (new, _) in wanted.items()})
        letter_id = about.id
        stands = standing(unit.connection.exec_driver_sql, letter_id)
        if stands is None:
            raise OfficeError("letters.gone")
        parts = tuple(
            FieldPart(unit.new_id(), name, stands.get(name), new, why if new is None and line_of(name) else None)
            for name, (new, why) in wanted.items()
            if stands.get(name) != new
        )
        return unit.perform(AMEND, Amend(letter_id, self._who.name_th, parts), self._who.id) if parts else None

    def _amend_person(self, unit: UnitOfWork, person_id: Id, wanted: Mapping[str, str | None]) -> int | None:
        stands = person_standing(lambda sql, key: unit.connection.exec_driver_sql(sql, key).first(), person_id)
        if stands is None:
            raise OfficeError("people.gone")
        parts = tuple(
            people.FieldPart(unit.new_id(), name, stands.get(name) or None, new or None)
            for name, new in wanted.items()
            if (stands.get(name) or None) != (new or None)
        )
        body = people.AmendPerson(person_id, self._who.name_th, parts)
        return unit.perform(people.AMEND, body, self._who.id) if parts else None

    def _settling(
        self,
        item_id: Id,
        resolution: str,
        reason: str,
        act: Callable[[UnitOfWork], int | None],
        review_id: Id | None = None,
    ) -> None:
        def work(unit: UnitOfWork) -> None:
            made = act(unit)
            attention.settle(unit, item_id, resolution, self._who.id, reason, made_mseq=made, review_id=review_id)

        self._desk.write(work)

    def _item(self, item_id: Id) -> Item:
        item = self._queries.item(item_id)
        if item is None:
            raise OfficeError("tray.already_settled")
        return item
