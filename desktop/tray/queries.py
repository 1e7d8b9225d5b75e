"""Reads of the tray: plain SQL, the act as it was done, the paper it was done to, and what can be done now."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import msgspec

from desktop.accounts.model import Person
from desktop.cases.rules import display_number
from desktop.letters.amendable import standing
from desktop.letters.paper_lines import line_of
from desktop.letters.rules import padded
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.ids import Id
from desktop.people.model import PERSON_PARTS
from desktop.people.rules import full_name
from desktop.people.standing import person_standing
from desktop.store import attention
from desktop.store.reader import Reader
from desktop.tray.deeds import facts_of, paper_of
from desktop.tray.model import Deed, Item, Named, Paper, Question, Sent, Settlement, Sides, Standing, Tray
from desktop.tray.rules import asked_ways, supervises, undo_ways, ways

MOST_SETTLED = 50


class TrayQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def count(self, who: Person) -> int:
        """How many items wait for this person at this desk."""
        found = self._reader.one(f"SELECT {_waiting(who)}", {"me": who.id})
        return int(found[0]) if found else 0

    def tray(self, who: Person) -> Tray:
        """Everything the room shows to a person, the newest first."""
        names = _Names(self._reader)
        read = partial(self._items, names)
        asked = self._asked(names, who)
        waiting = read(f"{attention.OPEN} ORDER BY a.created_at DESC", Standing.OPEN)
        handed = read(f"NOT {attention.OPEN} AND r.state = 'open' ORDER BY a.created_at DESC", Standing.HANDED_UP)
        settled = read(
            f"NOT {attention.OPEN} AND coalesce(r.state, '') <> 'open'"
            f" ORDER BY a.resolved_at DESC LIMIT {MOST_SETTLED}",
            Standing.SETTLED,
        )
        every = {item.id: item for item in (*settled, *handed, *waiting, *asked)}
        return Tray(asked + together(waiting), handed, settled, every)

    def item(self, item_id: Id) -> Item | None:
        """One item of this desk, whatever became of it."""
        names = _Names(self._reader)
        found = self._items(names, "a.id = :id", Standing.OPEN, id=item_id)
        return found[0] if found else None

    def _items(self, names: "_Names", where: str, standing: Standing, **values: Any) -> tuple[Item, ...]:
        found = self._reader.rows(f"{_ITEM} WHERE {where}", values)
        return tuple(_item(names, _Row._make(row), standing) for row in found)

    def _asked(self, names: "_Names", who: Person) -> tuple[Item, ...]:
        sql = f"{_REVIEW} WHERE {_asked_of(who)} ORDER BY r.asked_at DESC"
        return tuple(_asked_item(names, row) for row in self._reader.rows(sql, {"me": who.id}))


def _asked_of(who: Person) -> str:
    """Questions of other desks; and of other people at this one, when a supervisor sits here."""
    here = "(r.state = 'open' AND r.asked_by <> :me)"
    return f"({attention.ASKED} OR {here})" if supervises(who.role) else f"({attention.ASKED} AND :me IS NOT NULL)"


def _waiting(who: Person) -> str:
    mine = f"(SELECT count(*) FROM attention a WHERE {attention.OPEN})"
    return f"{mine} + (SELECT count(*) FROM review r WHERE {_asked_of(who)})"


def together(items: Sequence[Item]) -> tuple[Item, ...]:
    """Items of one paper next to each other, at the place of the newest of them."""
    groups: dict[Any, list[Item]] = {}
    for item in items:
        groups.setdefault((item.paper.entity, item.paper.id) if item.paper else item.id, []).append(item)
    return tuple(item for group in groups.values() for item in group)


_ITEM = """
SELECT a.id, a.code, a.data, a.created_at, a.resolved_at, a.resolved_by, a.resolution, a.reason,
       o.type, o.kind, o.state, o.at, o.user_id, o.body,
       r.id, r.note, r.asked_by_name, r.asked_at, r.state, r.answer, r.answered_by_name, r.answered_at
FROM attention a LEFT JOIN outbox o ON o.mseq = a.mseq LEFT JOIN review r ON r.id = a.review_id
"""
_REVIEW = """
SELECT r.id, r.note, r.asked_by_name, r.asked_at, r.state, r.answer, r.answered_by_name, r.answered_at,
       r.code, r.data, r.deed, r.paper, r.paper_id
FROM review r
"""


class _Row(NamedTuple):
    """An item as `_ITEM` gives it; the columns of its question stand last."""

    id: Id
    code: str
    data: bytes
    created_at: str
    resolved_at: str | None
    resolved_by: Id | None
    resolution: str | None
    reason: str | None
    type: str | None
    kind: str | None
    state: str | None
    at: str | None
    user_id: Id | None
    body: bytes | None
    review_id: Id | None
    note: str | None
    asked_by: str | None
    asked_at: str | None
    review_state: str | None
    answer: str | None
    answered_by: str | None
    answered_at: str | None


def _item(names: "_Names", row: _Row, standing: Standing) -> Item:
    data = msgspec.msgpack.decode(row.data)
    deed = names.deed(row)
    paper = names.paper(deed.facts if deed else {}, data)
    routes = names.routes(data)
    open_ways = ways(
        row.code,
        intent=row.kind == "intent",
        rejected=row.state == "rejected",
        has_paper=paper is not None and paper.here,
        lost=paper is not None and not paper.here,
        done_with=any(one.done_at is not None for one in routes),
    )
    return Item(
        id=row.id,
        standing=standing,
        code=row.code,
        at=from_utc_text(row.created_at),
        data=data,
        ways=open_ways if standing is Standing.OPEN else undo_ways(row.resolution or "", row.review_state or ""),
        deed=_shown(deed, paper),
        paper=paper,
        sides=names.sides(data, deed, paper, (row.reason or "") if row.resolution == "chosen" else ""),
        routes=routes,
        question=_question(row[14:]) if row.review_id else None,
        settlement=names.settlement(row),
    )


def _shown(deed: Deed | None, paper: Paper | None) -> Deed | None:
    """The act without its texts when this desk may no longer see the paper."""
    if deed is None or paper is None or paper.here:
        return deed
    return replace(deed, facts={name: value for name, value in deed.facts.items() if isinstance(value, int)})


def _asked_item(names: "_Names", row: tuple[Any, ...]) -> Item:
    code, data, deed, entity, paper_id = row[8], json.loads(row[9]), json.loads(row[10]), row[11], row[12]
    paper = names.paper_at(entity, paper_id, deed.get("facts", {})) if paper_id else None
    here = paper is not None and paper.here
    return Item(
        id=row[0],
        standing=Standing.ASKED,
        code=code,
        at=from_utc_text(row[3]),
        data=data,
        ways=asked_ways(has_paper=here),
        deed=deed_from_json(deed) if deed else None,
        paper=paper,
        sides=sides_from_json([*data.get("sides", ()), *data.get("lines", ())]),
        routes=names.routes(data),
        question=_question(row[:8]),
    )


def _question(row: Sequence[Any]) -> Question:
    id_, note, asked_by, asked_at, state, answer, answered_by, answered_at = row
    answered = from_utc_text(answered_at) if answered_at else None
    return Question(id_, note, asked_by, from_utc_text(asked_at), state, answer or "", answered_by or "", answered)


def deed_as_json(deed: Deed | None) -> str:
    """The act as it travels with a question."""
    if deed is None:
        return "{}"
    who = {"th": deed.who.th, "en": deed.who.en}
    said = {"type": deed.type, "at": deed.at.isoformat(), "who": who, "facts": dict(deed.facts)}
    return json.dumps(said, ensure_ascii=False)


def deed_from_json(said: Mapping[str, Any]) -> Deed:
    return Deed(said["type"], from_utc_text(said["at"]), Named(**said["who"]), said["facts"])


def sides_as_json(sides: Sequence[Sides]) -> list[dict[str, Any]]:
    """Both sides as they travel with a question: who is asked need not hold the letter."""
    return [
        {"field": one.field, "base": one.base, "mine": one.mine, "theirs": one.theirs}
        | ({"by": [one.by.th, one.by.en], "at": utc_text(one.at)} if one.by and one.at else {})
        for one in sides
    ]


def sides_told(sides: Sequence[Sides]) -> dict[str, list[dict[str, Any]]]:
    """Both sides for a question; lines of lists apart, for a desk of an earlier release shows every field it finds."""
    lines = [one for one in sides if line_of(one.field)]
    told = {"sides": sides_as_json([one for one in sides if not line_of(one.field)])}
    return told | ({"lines": sides_as_json(lines)} if lines else {})


def sides_from_json(said: Sequence[Mapping[str, Any]]) -> tuple[Sides, ...]:
    return tuple(
        Sides(
            one["field"],
            one["base"],
            one["mine"],
            one["theirs"],
            Named(*one["by"]) if "by" in one else None,
            from_utc_text(one["at"]) if "at" in one else None,
        )
        for one in said
    )


class _Names:
    """Looks up what ids mean, each once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[str, Id], Named | None] = {}

    def deed(self, row: _Row) -> Deed | None:
        if row.type is None or row.body is None or row.at is None or row.user_id is None:
            return None
        facts = facts_of(row.type, msgspec.msgpack.decode(row.body))
        if "unit_ids" in facts:
            units = [self._named("unit", bytes.fromhex(unit)) for unit in facts["unit_ids"]]
            facts["units"] = [[unit.th, unit.en] for unit in units]
        return Deed(row.type, from_utc_text(row.at), self._named("staff", row.user_id), facts)

    def paper(self, facts: Mapping[str, Any], data: Mapping[str, Any]) -> Paper | None:
        found = paper_of(facts, data) or self._of_route(facts)
        return self.paper_at(*found, facts) if found else None

    def paper_at(self, entity: str, paper_id: Id, facts: Mapping[str, Any]) -> Paper:
        """A paper by its rows; one that this desk does not hold by what the act said of it."""
        row = self._reader.one(_PAPERS[entity], (paper_id,)) if entity in _PAPERS else None
        if row is None:
            number = padded(facts["number"]) if "number" in facts else ""
            return Paper(entity, paper_id, number, "", here=False)
        return Paper(entity, paper_id, *_said(entity, row))

    def sides(self, data: Mapping[str, Any], deed: Deed | None, paper: Paper | None, settled: str) -> tuple[Sides, ...]:
        """Both sides: what was wanted, and what stands in the letter now; of a settled item as they were then."""
        if deed is None or paper is None or not paper.here:
            return ()
        differs = data.get("fields", ())
        then = json.loads(settled) if settled.startswith("{") else {}
        of_person = paper.entity == "person"
        stands = person_standing(self._reader.one, paper.id) if of_person else standing(self._reader.rows, paper.id)
        wanted = [one for one in deed.facts.get("fields", ()) if one["field"] in differs]
        return tuple(self._side(one, paper, then.get(one["field"]), stands or {}) for one in wanted)

    def _side(
        self, one: Mapping[str, Any], paper: Paper, then: Mapping[str, Any] | None, stands: Mapping[str, Any]
    ) -> Sides:
        name = one["field"]
        if then is not None:
            return Sides(name, one["base"], one["new"], then["theirs"])
        table = "letter_line_amendment" if line_of(name) else "letter_amendment"
        query = _LAST_OF_PERSON if paper.entity == "person" else _LAST.format(table)
        last = self._reader.one(query, (paper.id, name))
        by, at = (self._named("staff", last[0]), from_utc_text(last[1])) if last else (None, None)
        return Sides(name, one["base"], one["new"], stands.get(name), by, at)

    def routes(self, data: Mapping[str, Any]) -> tuple[Sent, ...]:
        return tuple(self._sent(one) for one in data.get("routes", ()))

    def settlement(self, row: _Row) -> Settlement | None:
        if row.resolved_at is None or row.resolution is None:
            return None
        by = self._named("staff", row.resolved_by or b"")
        return Settlement(row.resolution, by, from_utc_text(row.resolved_at), row.reason or "")

    def _sent(self, one: Mapping[str, Any]) -> Sent:
        by, received, done = one.get("received_by"), one.get("received_at"), one.get("done_at")
        return Sent(
            self._named("unit", bytes.fromhex(one["unit_id"])),
            one["state"],
            self._named("staff", bytes.fromhex(one["sent_by"])),
            from_utc_text(one["sent_at"]),
            self._named("staff", bytes.fromhex(by)) if by else None,
            from_utc_text(received) if received else None,
            from_utc_text(done) if done else None,
        )

    def _of_route(self, facts: Mapping[str, Any]) -> tuple[str, Id] | None:
        routes = [facts["route_id"]] if "route_id" in facts else facts.get("route_ids", ())
        found = self._reader.one(_LETTER_OF, (bytes.fromhex(routes[0]),)) if routes else None
        return ("letter", found[0]) if found else None

    def _named(self, table: str, row_id: Id) -> Named:
        if (table, row_id) not in self._known:
            found = self._reader.one(f"SELECT name_th, name_en FROM {table} WHERE {_HERE}", (row_id,))
            self._known[table, row_id] = Named(*found) if found else None
        return self._known[table, row_id] or Named("", "")


_HERE = "office_id = (SELECT office_id FROM device) AND id = ?"
_PAPERS = {
    "letter": f"SELECT number, year_be, subject FROM letter WHERE {_HERE}",
    "receipt": f"SELECT fiscal_year_be, counter, number, payer_name FROM receipt WHERE {_HERE}",
    "citizen_case": f"SELECT series, year_be, number, text FROM citizen_case WHERE {_HERE}",
    "certificate": f"SELECT book_no, number, year_be, holder_name FROM certificate WHERE {_HERE}",
    "person": f"SELECT {', '.join(PERSON_PARTS)} FROM person WHERE {_HERE}",
    "bill": f"SELECT fiscal_year_be, counter, number, payer_name FROM bill WHERE {_HERE}",
}
_LAST = "SELECT actor_id, at FROM {} WHERE letter_id = ? AND field = ? ORDER BY at DESC, id DESC LIMIT 1"
_LAST_OF_PERSON = """
SELECT actor_id, at FROM person_change WHERE person_id = ? AND field = ? ORDER BY at DESC, id DESC LIMIT 1
"""
_LETTER_OF = f"SELECT letter_id FROM routing WHERE {_HERE}"


def _said(entity: str, row: Sequence[Any]) -> tuple[str, str]:
    if entity == "letter":
        number, year, subject = row
        return f"{padded(number)}/{year}", subject
    if entity == "citizen_case":
        series, year, number, asked = row
        return display_number(series, year, number), asked
    if entity == "person":
        return "", full_name(dict(zip(PERSON_PARTS, row, strict=True)))
    if entity == "certificate":
        book, number, year, holder = row
        return f"{book} {number}/{year}", holder
    year, counter, number, payer = row
    return f"{year % 100:02d}/{counter} {number:0{7 if entity == 'bill' else 6}d}", payer
