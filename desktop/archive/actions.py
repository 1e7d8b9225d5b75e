"""What a clerk does in the archive. Each verb is durable when it returns; a long one is done in pieces."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeVar

import msgspec

from desktop.accounts.model import Person
from desktop.archive import listing, ruling, storing
from desktop.archive.model import Answer, Kept, MemberRole, Verdict, WantedRule
from desktop.archive.queries import ArchiveQueries
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.mutation import Mutation
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")
STORED_AT_ONCE = 200
"""Acts in one transaction of the desk."""


@dataclass(frozen=True)
class Appointed:
    """Somebody for the committee."""

    role: MemberRole
    name: str
    position: str


class ArchiveActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person, queries: ArchiveQueries) -> None:
        self._desk = desk
        self._who = who
        self._queries = queries

    def store(
        self,
        letters: Sequence[Id],
        retention: str,
        place: str,
        stored_on: date,
        *,
        file_code: str = "",
        since_be: int | None = None,
    ) -> None:
        """Notes that papers were put away, where and for how long. OfficeError `archive.place_missing`."""
        if not place.strip():
            raise OfficeError("archive.place_missing")
        if retention not in {rule.code for rule in self._queries.rules}:
            raise ValueError(retention)

        def act(some: Sequence[Id], unit: UnitOfWork) -> None:
            for letter_id in some:
                body = storing.Store(
                    unit.new_id(), letter_id, retention, place.strip(), stored_on.isoformat(), self._who.name_th,
                    file_code.strip(), since_be,
                )  # fmt: skip
                unit.perform(storing.STORE, body, self._who.id)

        for some in _pieces(letters, STORED_AT_ONCE):
            self._desk.write(partial(act, some))

    def set_rule(self, wanted: WantedRule) -> Id:
        """Sets a rule of keeping, of a class there is or (`code` "") of a new one; what was set before stays.

        OfficeError `archive.rule_unfit` (fields), `archive.may_not_set_rules`.
        """

        def act(unit: UnitOfWork) -> Id:
            rule_id = unit.new_id()
            body = ruling.SetRule(
                rule_id, wanted.code or f"own_{rule_id.hex()[-12:]}", wanted.name_th.strip(),
                wanted.name_en.strip() or wanted.name_th.strip(), wanted.years, wanted.cite.strip(),
                wanted.valid_from.isoformat(), self._who.name_th,
            )  # fmt: skip
            unit.perform(ruling.SET_RULE, body, self._who.id)
            return rule_id

        return self._desk.write(act)

    def hold(self, letter_id: Id, reason: str) -> None:
        """The letter must stay. OfficeError `letters.reason_missing`, `archive.already_held`, `letters.gone`."""

        def act(unit: UnitOfWork) -> None:
            body = storing.HoldLetter(unit.new_id(), letter_id, reason.strip(), self._who.name_th)
            unit.perform(storing.HOLD, body, self._who.id)

        self._desk.write(act)

    def release(self, letter_id: Id, reason: str) -> None:
        """The letter need not stay any more. OfficeError `letters.reason_missing`, `archive.not_held`."""
        held = self._queries.open_holds(letter_id)
        if not held:
            raise OfficeError("archive.not_held")

        def act(unit: UnitOfWork) -> None:
            for hold_id in held:
                body = storing.Release(hold_id, reason.strip(), self._who.name_th)
                unit.perform(storing.RELEASE, body, self._who.id)

        self._desk.write(act)

    def open_list(self, year_be: int, title: str, unit: Id | None = None) -> Id:
        """A new destruction list of a year, without letters. OfficeError `archive.title_missing`."""
        if not title.strip():
            raise OfficeError("archive.title_missing")

        def act(work: UnitOfWork) -> Id:
            body = listing.OpenList(work.new_id(), year_be, title.strip(), self._who.name_th, unit)
            work.perform(listing.OPEN_LIST, body, self._who.id)
            return body.list_id

        return self._desk.write(act)

    def put_on_list(self, list_id: Id, letters: Iterable[Kept]) -> int:
        """Puts expired letters on a list; those that are held stay off it. How many were put.

        OfficeError `archive.list_settled`, `archive.list_signed`, `archive.not_for_this_list`.
        """
        place = self._queries.last_place(list_id)
        wanted = [one for one in letters if not one.hold and one.years is not None]
        for start, some in zip(
            range(place, place + len(wanted), listing.MOST_AT_ONCE), _pieces(wanted, listing.MOST_AT_ONCE), strict=True
        ):
            self._desk.write(partial(self._put, list_id, start, some))
        return len(wanted)

    def _put(self, list_id: Id, start: int, letters: Sequence[Kept], unit: UnitOfWork) -> None:
        parts = tuple(
            listing.EntryPart(
                unit.new_id(), one.letter_id, place, one.retention, one.years or 0, one.since_be, one.file_code
            )
            for place, one in enumerate(letters, start=start + 1)
        )
        unit.perform(listing.PUT_ON_LIST, listing.PutOnList(list_id, parts), self._who.id)

    def appoint(self, list_id: Id, order: str, members: Sequence[Appointed]) -> None:
        """Names the committee. OfficeError `archive.committee_small`, `archive.committee_names`, `.list_signed`."""

        def act(unit: UnitOfWork) -> None:
            parts = tuple(
                listing.MemberPart(unit.new_id(), one.role.value, one.name.strip(), one.position.strip())
                for one in members
            )
            unit.perform(listing.APPOINT, listing.Appoint(list_id, order.strip(), parts), self._who.id)

        self._desk.write(act)

    def judge(self, list_id: Id, entries: Sequence[Id], verdict: Verdict, reason: str = "") -> None:
        """What the committee proposes. OfficeError `letters.reason_missing` (to keep), `archive.list_signed`."""
        for some in _pieces(entries, listing.MOST_AT_ONCE):
            self._perform(listing.JUDGE, listing.Judge(list_id, tuple(some), verdict.value, reason.strip()))

    def sign(self, member_id: Id, signed_on: date) -> None:
        """A member has signed the list on paper."""
        body = listing.Sign(member_id, signed_on.isoformat(), self._who.name_th)
        self._perform(listing.SIGN, body)

    def approve(
        self, list_id: Id, name: str, position: str, on: date, answer: Answer, sent_on: date, reference: str = ""
    ) -> None:
        """Records the approval. OfficeError `archive.committee_unsigned`, `.committee_small`, `.held_on_list`,
        `.answer_not_due`, `.days_backward`, `.approver_missing`, `.list_settled`.
        """
        if not name.strip():
            raise OfficeError("archive.approver_missing")
        body = listing.Approve(
            list_id,
            name.strip(),
            position.strip(),
            on.isoformat(),
            answer.value,
            sent_on.isoformat(),
            reference.strip(),
        )
        self._perform(listing.APPROVE, body)

    def withdraw(self, list_id: Id, reason: str) -> None:
        """Gives up a list that is not approved; its letters may go on another. OfficeError `letters.reason_missing`."""
        if not reason.strip():
            raise OfficeError("letters.reason_missing")
        body = listing.Withdraw(list_id, reason.strip())
        self._perform(listing.WITHDRAW, body)

    def destroyed(self, list_id: Id, on: date, how: str) -> int:
        """Records that the papers of an approved list were destroyed; the letters stay and are marked. How many.

        OfficeError `archive.not_approved`, `archive.held_on_list`: then nothing is recorded, and nothing may be burnt.
        """
        found = self._queries.list(list_id)
        if found is None or found.approval is None:
            raise OfficeError("archive.not_approved")
        if found.held:
            raise OfficeError("archive.held_on_list", count=found.held)
        entries = self._queries.to_destroy(list_id)
        pieces: list[Sequence[Id]] = list(_pieces(entries, listing.MOST_AT_ONCE)) or [()]
        for number, some in enumerate(pieces, start=1):
            last = number == len(pieces)
            self._desk.write(partial(self._destroyed, list_id, some, on, how, last))
        return len(entries)

    def _destroyed(self, list_id: Id, entries: Sequence[Id], on: date, how: str, last: bool, unit: UnitOfWork) -> None:
        parts = tuple(listing.DisposalPart(unit.new_id(), entry_id) for entry_id in entries)
        body = listing.Destroyed(list_id, parts, on.isoformat(), how.strip(), self._who.name_th, last)
        unit.perform(listing.DESTROYED, body, self._who.id)

    def _perform(self, verb: Mutation[Any], body: msgspec.Struct) -> None:
        self._desk.write(lambda unit: unit.perform(verb, body, self._who.id))


def _pieces(whole: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(whole), size):
        yield whole[start : start + size]
