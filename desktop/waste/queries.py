"""Reads of waste-fee accounts: all of a town's are folded at once, which takes a tenth of a second."""

from collections.abc import Iterable, Sequence
from typing import Any

from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.thai import normalise
from desktop.office.titles import first_found
from desktop.store.reader import Reader
from desktop.waste.model import PLACE, Account, Import, Payer, Place, Rate, Standing, Term, What
from desktop.waste.rules import in_force, place_words, sort_key

_HERE_NOW = """
(a.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM waste_import i WHERE i.office_id = a.office_id AND i.id = a.import_id
 AND i.taken_back_at IS NOT NULL)
 OR EXISTS (SELECT 1 FROM bill_period p JOIN waste_account o ON o.office_id = p.office_id AND o.id = p.account_id
            WHERE o.office_id = a.office_id AND o.import_id = a.import_id))
"""
"""An import that was taken back has left nothing, unless something of it was billed in the meantime."""
_ACCOUNTS = f"SELECT a.id, a.house_id, {', '.join(f'a.{part}' for part in PLACE)}, a.import_id FROM waste_account a"
_HERE = f"a.office_id = (SELECT office_id FROM device) AND a.id = ? AND {_HERE_NOW}"
_TERMS = """
SELECT account_id, id, what, from_month, set_at, set_by_name, person_id, payer_name, payer_address, fee_code, litres,
       standing, reason, note, import_id
FROM waste_term
"""
_OF_ACCOUNT = f"""{_TERMS}
WHERE account_id = ? AND import_id IS (SELECT a.import_id FROM waste_account a
                                       WHERE a.office_id = waste_term.office_id AND a.id = waste_term.account_id)
ORDER BY from_month, set_at, id
"""
_IMPORTS = """
SELECT i.id, i.file_name, i.entered_by_name, i.entered_at,
       (SELECT count(*) FROM waste_account a WHERE a.office_id = i.office_id AND a.import_id = i.id),
       EXISTS (SELECT 1 FROM bill_period p JOIN waste_account a ON a.office_id = p.office_id AND a.id = p.account_id
               WHERE a.office_id = i.office_id AND a.import_id = i.id)
FROM waste_import i WHERE i.taken_back_at IS NULL ORDER BY i.entered_at DESC, i.id DESC
"""
_OF_CITIZEN = """
SELECT DISTINCT account_id FROM waste_term WHERE person_id IN ({people})
UNION SELECT id FROM waste_account WHERE house_id IN ({houses})
"""
_NOBODY = Payer("")


class WasteQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def accounts(self, month: str) -> tuple[Account, ...]:
        """Every account as it is in a month, in the order in which somebody walks past the houses."""
        terms: dict[tuple[Id, Id | None], list[Term]] = {}
        for row in self._reader.rows(_TERMS):
            terms.setdefault((row[0], row[-1]), []).append(_term(row))
        rows = self._reader.rows(f"{_ACCOUNTS} WHERE {_HERE_NOW}")
        found = (_account(row, terms.get((row[0], row[-1]), ()), month) for row in rows)
        return tuple(sorted(found, key=lambda one: one.sort))

    def account(self, account_id: Id, month: str) -> Account | None:
        row = self._reader.one(f"{_ACCOUNTS} WHERE {_HERE}", (account_id,))
        return _account(row, self.terms(account_id), month) if row else None

    def terms(self, account_id: Id) -> tuple[Term, ...]:
        """All that was ever settled about an account, in the order in which it began."""
        return tuple(_term(row) for row in self._reader.rows(_OF_ACCOUNT, (account_id,)))

    def known(self, account_ids: Sequence[Id]) -> frozenset[Id]:
        """Which of these accounts there are."""
        marks = ", ".join("?" * len(account_ids))
        here = "a.office_id = (SELECT office_id FROM device)"
        sql = f"SELECT a.id FROM waste_account a WHERE {here} AND a.id IN ({marks}) AND {_HERE_NOW}"
        return frozenset(bytes(one) for (one,) in self._reader.rows(sql, tuple(account_ids)))

    def count(self) -> int:
        row = self._reader.one(f"SELECT count(*) FROM waste_account a WHERE {_HERE_NOW}")
        return int(row[0]) if row else 0

    def imports(self) -> tuple[Import, ...]:
        """Files of houses that are here, the newest first."""
        return tuple(
            Import(row_id, name, by, from_utc_text(at), houses, bool(billed))
            for row_id, name, by, at, houses, billed in self._reader.rows(_IMPORTS)
        )

    def of_citizen(self, people: Iterable[Id], houses: Iterable[Id]) -> tuple[Id, ...]:
        """Accounts for which one of these people ever paid, or of these houses."""
        people, houses = tuple(people), tuple(houses)
        sql = _OF_CITIZEN.format(people=", ".join("?" * len(people)), houses=", ".join("?" * len(houses)))
        return tuple(bytes(one) for (one,) in self._reader.rows(sql, (*people, *houses)))


def found_by(accounts: Iterable[Account], typed: str) -> tuple[Account, ...]:
    """The accounts in which all words stand: house number, หมู่, street, payer, note."""
    known = tuple(accounts)

    def with_words(said: str) -> tuple[Account, ...]:
        words = normalise(said).split()
        return tuple(one for one in known if all(word in one.words for word in words))

    return first_found(typed, with_words)


def _account(row: Sequence[Any], terms: Iterable[Term], month: str) -> Account:
    account_id, house_id, *parts, _ = row
    place = Place(*parts)
    now = in_force(terms, month)
    payer = now[What.PAYER].payer if What.PAYER in now else None
    rate = now[What.RATE].rate if What.RATE in now else None
    standing = now.get(What.STANDING)
    payer = payer or _NOBODY
    note = standing.note if standing else ""
    words = normalise(" ".join((place_words(place), place.tambon, payer.name, note)))
    stands = (standing.standing, standing.reason, note) if standing else (None, "", "")
    return Account(account_id, house_id, place, sort_key(place), payer, rate, *stands, words)


def _term(row: Sequence[Any]) -> Term:
    what, payer, rate, standing = What(row[2]), None, None, None
    if what is What.PAYER:
        payer = Payer(row[7] or "", row[8] or "", row[6])
    elif what is What.RATE:
        rate = Rate(row[9] or "", row[10])
    else:
        standing = Standing(row[11])
    at, by, reason, note = from_utc_text(row[4]), row[5], row[12] or "", row[13] or ""
    return Term(row[1], what, row[3], at, by, payer, rate, standing, reason, note)
