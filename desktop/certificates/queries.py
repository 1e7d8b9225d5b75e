"""Reads of certificates at a desk: plain SQL, frozen dataclasses out. What one is worth is said for a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop.certificates.model import (
    Certificate,
    Copy,
    Deed,
    Due,
    Level,
    Line,
    Origin,
    ReceiptRef,
    SignedBy,
    Standing,
    State,
    What,
)
from desktop.certificates.rules import due_of, standing
from desktop.certificates.template import Template
from desktop.certificates.templates import in_force, read_template, shipped
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.series import CERTIFICATES
from desktop.office.thai import normalise
from desktop.office.titles import first_found
from desktop.store import attention
from desktop.store.reader import Reader

MOST = 500
_HERE = "c.office_id = (SELECT office_id FROM device)"
_SUCCESSOR = """
(SELECT {what} FROM certificate n WHERE n.office_id = c.office_id AND n.replaces_id = c.id
 ORDER BY n.issued_at, n.id LIMIT 1)
"""
_LINE = f"""
SELECT c.id, c.template, c.template_version, c.series, c.year_be, c.book_no, c.number, c.origin, c.holder_name,
       c.subject, c.place, c.issued_on, c.counts_from, c.paid_until, c.expires_on,
       (SELECT count(*) FROM certificate_copy p WHERE p.office_id = c.office_id AND p.certificate_id = c.id),
       {_SUCCESSOR.format(what="n.issued_on")},
       EXISTS (SELECT 1 FROM touch t WHERE t.entity = 'certificate' AND t.row_id = c.id),
       {_SUCCESSOR.format(what="n.id")},
       c.answers, c.signer_name, c.signer_lines, c.signer_id, c.level, c.key_subject, c.receipt_book, c.receipt_number,
       c.receipt_day, c.receipt_satang, c.receipt_id, c.person_id, c.house_id, c.case_id, c.replaces_id, c.reason,
       c.issued_by, c.counter, c.issued_at, c.unit_id, c.device_id, c.mseq,
       coalesce(c.proof, '')
FROM certificate c
"""
_DEEDS = """
SELECT d.certificate_id, d.id, d.what, d.reason, d.from_day, d.until_day, d.due_on, d.expires_on, d.receipt_book,
       d.receipt_number, d.receipt_day, d.receipt_satang, d.late_satang, d.receipt_id, d.by_name, d.counter, d.at
FROM certificate_deed d JOIN certificate c ON c.office_id = d.office_id AND c.id = d.certificate_id
"""
_PAID = """
WITH RECURSIVE up (certificate_id, office_id, id, step) AS (
 SELECT c.id, c.office_id, c.id, 0 FROM certificate c WHERE {where} UNION ALL
 SELECT up.certificate_id, o.office_id, o.replaces_id, up.step + 1
 FROM up CROSS JOIN certificate o ON o.office_id = up.office_id AND o.id = up.id
 WHERE o.replaces_id IS NOT NULL AND step < 30
)
SELECT up.certificate_id, p.bill_id, 'fee', '', date(r.issued_at, '+7 hours'), NULL, p.month, NULL, r.book_no, r.number,
       date(r.issued_at, '+7 hours'),
       (SELECT sum(l.amount_satang) FROM bill_line l WHERE l.bill_id = p.bill_id AND l.line = 1),
       (SELECT sum(l.amount_satang) FROM bill_line l WHERE l.bill_id = p.bill_id AND l.line > 1),
       r.id, r.cashier_name, r.counter, r.issued_at
FROM up CROSS JOIN bill_period p ON p.account_id = up.id CROSS JOIN bill_payment y ON y.bill_id = p.bill_id
CROSS JOIN payment_receipt k ON k.payment_id = y.id
CROSS JOIN receipt r ON r.office_id = k.office_id AND r.id = k.receipt_id
WHERE NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)
ORDER BY r.issued_at, p.bill_id
"""
"""Yearly fees whose bill is paid, as deeds: the first line of such a bill is the fee, the others are its surcharge.
What was paid for the certificate whose place this one takes was paid for this one. Joined in this order: from
receipts on it would be every receipt that ever was."""
_COPIES = "SELECT n, reason, by_name, counter, at FROM certificate_copy WHERE certificate_id = ? ORDER BY at, id"
_PAPER = "SELECT sha256 FROM certificate_paper WHERE certificate_id = ? ORDER BY made_at, id LIMIT 1"
_CHAIN = """
SELECT coalesce((SELECT hash FROM kept_link k WHERE k.device_id = c.device_id AND k.mseq = c.mseq),
                (SELECT hash FROM outbox o JOIN device d ON d.device_id = c.device_id WHERE o.mseq = c.mseq))
FROM certificate c WHERE c.id = ?
"""
_TEMPLATES = "SELECT definition, withdrawn_at IS NOT NULL FROM certificate_template ORDER BY defined_at, id"
_TEMPLATE = "SELECT definition FROM certificate_template WHERE code = ? AND version = ?"
_PICTURE = """
SELECT sha256 FROM office_picture WHERE purpose = 'garuda' AND set_at <= ? ORDER BY set_at DESC, id DESC LIMIT 1
"""
_QUESTIONED = f"""
SELECT o.body FROM attention a JOIN outbox o ON o.mseq = a.mseq
WHERE {attention.OPEN} AND o.type LIKE 'certificates.%' AND o.type NOT LIKE '%template'
"""


@dataclass(frozen=True)
class Sought:
    """What a list shows: `words` as somebody types them; the days of issue, both counted; one template; states."""

    words: str = ""
    template: str = ""
    first: date | None = None
    last: date | None = None
    states: frozenset[State] = frozenset()


class CertificateQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def templates(self, day: date) -> tuple[Template, ...]:
        """The templates by which may be issued on a day: the program's, and the office's own before them."""
        own = [read_template(row[0]) for row in self._reader.rows(_TEMPLATES) if not row[1]]
        return in_force((*shipped(), *own), day)

    def template(self, code: str, version: str) -> Template | None:
        """A version of a template, in force or not."""
        row = self._reader.one(_TEMPLATE, (code, version))
        if row is not None:
            return read_template(row[0])
        return next((one for one in shipped() if (one.code, one.version) == (code, version)), None)

    def certificate(self, certificate_id: Id, today: date) -> Certificate | None:
        """None where it is not here, or of a template that this desk was not told of yet."""
        row = self._reader.one(f"{_LINE} WHERE {_HERE} AND c.id = ?", (certificate_id,))
        template = self.template(row[1], row[2]) if row else None
        if row is None or template is None:
            return None
        deeds = self._deeds("c.id = ?", (certificate_id,)).get(certificate_id, ())
        line = _line(row, template, deeds, today, self._questioned())
        paper = self._reader.one(_PAPER, (certificate_id,))
        copies = tuple(
            Copy(n, reason, by, desk, from_utc_text(at))
            for n, reason, by, desk, at in self._reader.rows(_COPIES, (certificate_id,))
        )
        rest = (copies, paper[0] if paper else "", self._label(row[33]), row[41])
        return _whole(row, line, template, deeds, rest)

    def lines(self, sought: Sought, today: date, most: int = MOST) -> tuple[Line, ...]:
        """The newest first."""
        return first_found(sought.words, lambda said: self._sought(replace(sought, words=said), today, most))

    def _sought(self, sought: Sought, today: date, most: int) -> tuple[Line, ...]:
        where, values = _conditions(sought)
        found = self._lines(f"{_HERE} AND {where}", values, today, most if not sought.states else 100 * most)
        return tuple(one for one in found if not sought.states or one.standing.state in sought.states)[:most]

    def of_person(self, person_id: Id, today: date) -> tuple[Line, ...]:
        return self._lines(f"{_HERE} AND c.person_id = ?", [person_id], today)

    def of_house(self, house_id: Id, today: date) -> tuple[Line, ...]:
        return self._lines(f"{_HERE} AND c.house_id = ?", [house_id], today)

    def of_case(self, case_id: Id, today: date) -> tuple[Line, ...]:
        return self._lines(f"{_HERE} AND c.case_id = ?", [case_id], today)

    def due(self, today: date, days_ahead: int = 60) -> tuple[Due, ...]:
        """What is to be paid or renewed within the days ahead, and what is late; the latest first."""
        deeds = self._deeds(_HERE, ())
        found: list[Due] = []
        for line in self._lines(_HERE, [], today, 100_000, deeds):
            template = self.template(line.template, line.template_version)
            due = due_of(line, template, deeds.get(line.id, ()), today, days_ahead) if template else None
            if due is not None:
                found.append(due)
        return tuple(sorted(found, key=lambda one: (one.due_on, one.line.number)))

    def numbered(self, register: str, year_be: int, number: int) -> Id | None:
        """The certificate that bears a number, as somebody reads it off the paper."""
        query = "SELECT id FROM certificate WHERE series = ? AND year_be = ? AND number = ? LIMIT 1"
        row = self._reader.one(query, (CERTIFICATES + register, year_be, number))
        return row[0] if row else None

    def chain(self, certificate_id: Id) -> str:
        """The hash (hex) of the act that issued it; empty where this desk does not have it."""
        row = self._reader.one(_CHAIN, (certificate_id,))
        return row[0].hex() if row and row[0] else ""

    def garuda(self, at: str) -> str | None:
        """The address of the office's picture at a moment (UTC text)."""
        row = self._reader.one(_PICTURE, (at,))
        return row[0] if row else None

    def _lines(
        self, where: str, values: Sequence[Any], today: date, most: int = MOST,
        known: Mapping[Id, Sequence[Deed]] | None = None,
    ) -> tuple[Line, ...]:  # fmt: skip
        rows = self._reader.rows(f"{_LINE} WHERE {where} ORDER BY c.issued_at DESC, c.id DESC LIMIT ?", (*values, most))
        deeds = self._deeds(where, values) if known is None else known
        questioned, templates = self._questioned(), {key: self.template(*key) for key in {row[1:3] for row in rows}}
        return tuple(_line(row, templates[row[1:3]], deeds.get(row[0], ()), today, questioned) for row in rows)

    def _deeds(self, where: str, values: Sequence[Any]) -> dict[Id, tuple[Deed, ...]]:
        found: dict[Id, tuple[Deed, ...]] = {}
        for sql in (f"{_DEEDS} WHERE {where} ORDER BY d.at, d.id", _PAID.format(where=where)):
            for certificate_id, *row in self._reader.rows(sql, tuple(values)):
                found[certificate_id] = (*found.get(certificate_id, ()), _deed(row))
        return found

    def _label(self, certificate_id: Id | None) -> str:
        """The number of the paper that this one stands for."""
        if certificate_id is None:
            return ""
        row = self._reader.one("SELECT book_no, number, year_be FROM certificate WHERE id = ?", (certificate_id,))
        return f"เล่มที่ {row[0]} เลขที่ {row[1]}/{row[2]}" if row else ""

    def _questioned(self) -> frozenset[Id]:
        """Certificates of which an act of this desk was flagged and nobody has looked at it yet."""
        bodies = self._reader.rows(_QUESTIONED)
        if not bodies:
            return frozenset()
        import msgspec

        return frozenset(msgspec.msgpack.decode(body)["certificate_id"] for (body,) in bodies)


def _conditions(sought: Sought) -> tuple[str, list[Any]]:
    wanted: list[str] = ["1 = 1"]
    values: list[Any] = []
    for word in normalise(sought.words).split():
        wanted.append("c.found_by LIKE ?")
        values.append(f"%{word.replace('%', '').replace('_', '')}%")
    if sought.template:
        wanted.append("c.template = ?")
        values.append(sought.template)
    for sign, day in ((">=", sought.first), ("<=", sought.last)):
        if day is not None:
            wanted.append(f"c.issued_on {sign} ?")
            values.append(day.isoformat())
    return " AND ".join(wanted), values


def _line(
    row: Sequence[Any], template: Template | None, deeds: Sequence[Deed], today: date, questioned: frozenset[Id]
) -> Line:
    mark: Any = "attention" if row[0] in questioned else "here" if row[17] else "centre"
    issued, counts_from, paid_until = map(date.fromisoformat, row[11:14])
    ends, replaced_on = _day(row[14]), _day(row[16])
    worth = (
        standing(template, counts_from, paid_until, ends, deeds, replaced_on, today)
        if template is not None
        else Standing(State.IN_FORCE, ends)
    )
    return Line(
        row[0], row[1], row[2], row[3].removeprefix(CERTIFICATES), row[4], row[5], row[6], Origin(row[7]), row[8],
        row[9], row[10], issued, worth, row[15], counts_from, paid_until, mark,
    )  # fmt: skip


def _whole(
    row: Sequence[Any], line: Line, template: Template, deeds: Sequence[Deed], rest: tuple[Any, ...]
) -> Certificate:
    import msgspec

    name, lines, signer, level, subject = row[20:25]
    signed = SignedBy(name, tuple(filter(None, lines.split("\n"))), signer, (), Level(level), subject)
    answers = msgspec.json.decode(row[19], type=dict[str, str])
    receipt = _receipt((*row[25:29], 0, row[29]))
    head: tuple[Any, ...] = (line, template, answers, signed, receipt, *row[30:34], row[18], *row[34:37])
    tail: tuple[Any, ...] = (from_utc_text(row[37]), *row[38:41], tuple(deeds), *rest)
    return Certificate(*head, *tail)


def _deed(row: Sequence[Any]) -> Deed:
    id_, what, reason, from_day, until_day, due_on, expires_on, book, number, day, satang, late, receipt_id = row[:13]
    receipt = _receipt((book, number, day, satang, late, receipt_id))
    days = (date.fromisoformat(from_day), _day(until_day), _day(due_on), _day(expires_on))
    return Deed(id_, What(what), reason, *days, receipt, row[13], row[14], from_utc_text(row[15]))


def _receipt(values: Sequence[Any]) -> ReceiptRef | None:
    book, number, day, satang, late, receipt_id = values
    if number is None:
        return None
    return ReceiptRef(book, number, date.fromisoformat(day), satang, late or 0, receipt_id)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
