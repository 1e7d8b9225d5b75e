"""Opening waste-fee accounts, and settling who pays, how much and whether, from a month on. All of it happened."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from desktop.cashier.tables import bill_period
from desktop.office import secrecy
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.secrecy import Secrecy
from desktop.people.model import HOUSE_PARTS
from desktop.people.mutations import AUDIENCE as CITIZENS
from desktop.people.mutations import RecordHouse, record_house
from desktop.people.tables import house
from desktop.waste import tables
from desktop.waste.model import PLACE, Standing, What
from desktop.waste.rules import account_id, first_term_id, is_month, too_long

MOST_AT_ONCE = 200
"""Accounts of one act: a transaction of a tenth of a second."""


_ACCOUNT = tables.waste_account.c
_BILLED = (
    select(bill_period.c.id)
    .join_from(
        bill_period,
        tables.waste_account,
        (_ACCOUNT.office_id == bill_period.c.office_id) & (_ACCOUNT.id == bill_period.c.account_id),
    )
    .where(_ACCOUNT.office_id == bindparam("office_id"), _ACCOUNT.import_id == bindparam("import_id"))
    .limit(1)
)
"""Whether anything of an import was ever billed."""


class TermPart(msgspec.Struct, frozen=True):
    """`what` says which of the fields count; `seen`: the term that held in that month as the clerk saw it."""

    id: bytes
    what: str
    from_month: str
    person_id: bytes | None = None
    payer_name: str | None = None
    payer_address: str | None = None
    fee_code: str | None = None
    litres: int | None = None
    standing: str | None = None
    reason: str | None = None
    note: str | None = None
    seen: bytes | None = None


class AccountPart(msgspec.Struct, frozen=True):
    """`parts`: what is known of the house, as in `people.record_house`; `terms`: how it begins."""

    account_id: bytes
    house_id: bytes
    parts: dict[str, str]
    terms: tuple[TermPart, ...]


class OpenAccounts(msgspec.Struct, frozen=True):
    """`file_name`: where they come from; "" for one that was typed. `import_id`: what they can be taken back with."""

    accounts: tuple[AccountPart, ...]
    actor_name: str
    file_name: str = ""
    import_id: bytes | None = None


class ChangeAccount(msgspec.Struct, frozen=True):
    account_id: bytes
    terms: tuple[TermPart, ...]
    actor_name: str


class TakeBackImport(msgspec.Struct, frozen=True):
    import_id: bytes
    reason: str
    actor_name: str


def open_accounts(rows: Rows, body: OpenAccounts, context: Context) -> None:
    """A house that has its account already keeps it as it is; one that was entered otherwise is put before a person.

    An account whose import was taken back begins anew, with what is said of it now.
    """
    _must_fit(len(body.accounts) <= MOST_AT_ONCE and all(map(_fits, body.accounts)))
    _record_houses(rows, body.accounts, context)
    _note_import(rows, body, context)
    fresh: dict[Id, AccountPart] = {}
    differing: list[str] = []
    for one in body.accounts:
        if one.account_id in fresh:
            continue
        known = rows.find(tables.waste_account, one.account_id)
        if known is None:
            fresh[one.account_id] = one
        elif is_gone(rows, known):
            _begin_anew(rows, known, one, body, context)
        elif _begins_otherwise(rows, one):
            differing.append(one.account_id.hex())
    rows.insert_all(tables.waste_account, {one.account_id: _account(one, body, context) for one in fresh.values()})
    said = ((one.account_id, term) for one in fresh.values() for term in one.terms)
    terms = {term.id: _term(account, term, body.actor_name, body.import_id, context) for account, term in said}
    new = {term_id: row for term_id, row in terms.items() if rows.find(tables.waste_term, term_id) is None}
    rows.insert_all(tables.waste_term, new)
    if differing and context.authority:
        rows.flag("waste.opened_twice", account_id=differing[0], count=len(differing))


def _note_import(rows: Rows, body: OpenAccounts, context: Context) -> None:
    if body.import_id is not None and rows.find(tables.waste_import, body.import_id) is None:
        who = {"entered_by": context.user_id, "entered_by_name": body.actor_name, "entered_at": context.at}
        nobody = dict.fromkeys(("taken_back_at", "taken_back_by_name", "taken_back_for"))
        told = {"file_name": body.file_name, "device_id": context.device_id}
        rows.insert(tables.waste_import, body.import_id, **told, **who, **nobody)


def is_gone(rows: Rows, account: Row) -> bool:
    """Whether its import was taken back; a bill keeps it all the same."""
    made = rows.find(tables.waste_import, account["import_id"]) if account["import_id"] is not None else None
    return made is not None and made["taken_back_at"] is not None and not _is_billed(rows, account["import_id"])


def _is_billed(rows: Rows, import_id: Id) -> bool:
    return bool(rows.all(_BILLED, import_id=import_id))


def _begin_anew(rows: Rows, known: Row, one: AccountPart, body: OpenAccounts, context: Context) -> None:
    rows.update(tables.waste_account, known, import_id=body.import_id)
    for term in one.terms:
        said = _term(one.account_id, term, body.actor_name, body.import_id, context)
        held = rows.find(tables.waste_term, term.id)
        if held is None:
            rows.insert(tables.waste_term, term.id, **said)
        else:
            rows.update(tables.waste_term, held, **said)


def take_back_import(rows: Rows, body: TakeBackImport, context: Context) -> None:
    """The whole file or nothing of it: not while anything of it was billed."""
    made = rows.find(tables.waste_import, body.import_id)
    if made is None or made["taken_back_at"] is not None:
        raise Refused("waste.import_gone")
    if _is_billed(rows, body.import_id):
        raise Refused("waste.import_billed", file=made["file_name"])
    who = {"taken_back_by_name": body.actor_name, "taken_back_for": body.reason}
    rows.update(tables.waste_import, made, taken_back_at=context.at, **who)


def _record_houses(rows: Rows, accounts: Iterable[AccountPart], context: Context) -> None:
    for one in {one.house_id: one for one in accounts}.values():
        if rows.find(house, one.house_id) is None:
            record_house(rows, RecordHouse(one.house_id, one.parts), context)


def _begins_otherwise(rows: Rows, one: AccountPart) -> bool:
    held = {term["id"]: term for term in rows.where(tables.waste_term, "account_id", one.account_id)}
    return any(term.id not in held or _says(term) != _said(held[term.id]) for term in one.terms)


def change_account(rows: Rows, body: ChangeAccount, context: Context) -> None:
    _must_fit(bool(body.terms) and all(map(_is_sound, body.terms)))
    account = rows.find(tables.waste_account, body.account_id)
    if account is None:
        raise Refused("waste.account_gone")
    held = rows.where(tables.waste_term, "account_id", body.account_id)
    for term in body.terms:
        before = _holding(held, term)
        if context.authority and term.seen is not None and before is not None and before["id"] != term.seen:
            rows.flag("waste.changed_meanwhile", account_id=body.account_id.hex())
        rows.insert(
            tables.waste_term, term.id, **_term(body.account_id, term, body.actor_name, account["import_id"], context)
        )


def _holding(terms: Iterable[Row], asked: TermPart) -> Row | None:
    alike = (one for one in terms if one["what"] == asked.what and one["from_month"] <= asked.from_month)
    return max(alike, key=lambda one: (one["from_month"], one["set_at"], one["id"]), default=None)


def _account(one: AccountPart, body: OpenAccounts, context: Context) -> dict[str, Any]:
    place = {name: one.parts.get(name, "") for name in PLACE}
    who = {"opened_at": context.at, "opened_by": context.user_id, "device_id": context.device_id}
    return {"house_id": one.house_id, "import_id": body.import_id} | place | who


_SAID = (
    "what", "from_month", "person_id", "payer_name", "payer_address", "fee_code", "litres", "standing", "reason",
    "note",
)  # fmt: skip


def _term(account: Id, term: TermPart, actor_name: str, import_id: Id | None, context: Context) -> dict[str, Any]:
    who = {"set_by": context.user_id, "set_by_name": actor_name, "set_at": context.at}
    return {"account_id": account, "import_id": import_id} | {name: getattr(term, name) for name in _SAID} | who


def _says(term: TermPart) -> tuple[Any, ...]:
    return tuple(getattr(term, name) for name in _SAID)


def _said(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _SAID)


def _fits(one: AccountPart) -> bool:
    known = set(one.parts) <= set(HOUSE_PARTS) and bool(one.parts.get("house_no", "").strip())
    whole = {term.what for term in one.terms} == set(What) and all(map(_is_sound, one.terms))
    if not known or not whole or one.account_id != account_id(one.house_id):
        return False
    return all(term.id == first_term_id(one.account_id, What(term.what), term.from_month) for term in one.terms)


def _is_sound(term: TermPart) -> bool:
    """Whether it says what its kind must say, and nothing is longer than a line."""
    texts = (term.payer_name, term.payer_address, term.fee_code, term.reason, term.note)
    if not is_month(term.from_month) or too_long(texts):
        return False
    if term.what == What.PAYER:
        return bool((term.payer_name or "").strip())
    if term.what == What.RATE:
        return bool(term.fee_code) and (term.litres is None or 0 < term.litres <= 1_000_000)
    return term.what == What.STANDING and term.standing in frozenset(Standing)


def _must_fit(fits: bool) -> None:
    if not fits:
        raise Refused("waste.cannot_keep")


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """The cash office, desks that serve citizens, and the one that entered it."""
    return secrecy.buckets({"finance", CITIZENS, f"counter:{row['device_id'].hex()}"}, Secrecy.NORMAL)


def _opening(body: OpenAccounts) -> tuple[Look, ...]:
    accounts = (Look(tables.waste_account, "id", one.account_id) for one in body.accounts)
    houses = (Look(house, "id", one.house_id) for one in body.accounts)
    terms = (Look(tables.waste_term, "id", term.id) for one in body.accounts for term in one.terms)
    return (*accounts, *houses, *terms)


ENTITIES = (
    Entity(tables.waste_account, buckets=audience),
    Entity(tables.waste_term, parent=("waste_account", "account_id")),
    Entity(tables.waste_import, buckets=audience),
)

OPEN = Mutation("waste.open_accounts", 1, Kind.FACT, OpenAccounts, open_accounts, reads=_opening)
CHANGE = Mutation(
    "waste.change_account", 1, Kind.FACT, ChangeAccount, change_account,
    reads=lambda body: (
        Look(tables.waste_account, "id", body.account_id), Look(tables.waste_term, "account_id", body.account_id),
    ),
)  # fmt: skip

TAKE_BACK = Mutation(
    "waste.take_back_import", 1, Kind.INTENT, TakeBackImport, take_back_import,
    reads=lambda body: (Look(tables.waste_import, "id", body.import_id),),
)  # fmt: skip

MUTATIONS = (OPEN, CHANGE, TAKE_BACK)
