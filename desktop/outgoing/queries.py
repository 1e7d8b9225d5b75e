"""Reads of outgoing papers: plain SQL on the desk's store, frozen dataclasses out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from desktop.accounts.model import OfficeProfile
from desktop.accounts.queries import AccountQueries
from desktop.letters.model import SIGNED_SCAN, STAMPED_PAPER, Letter, Urgency
from desktop.letters.queries import LetterQueries
from desktop.letters.tags import PROVISIONAL, is_provisional
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import utc_of_local
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.outgoing.model import (
    Content,
    Dispatched,
    DispatchLine,
    Draft,
    DraftRow,
    Level,
    PictureFile,
    Remark,
    Sending,
    SignatureTime,
    SignedCopy,
    Signing,
    State,
    Template,
    TimeAuthority,
    Version,
)
from desktop.outgoing.rules import GARUDA, unpacked
from desktop.store.reader import Reader

SIGNED_PAPER = "signed"
_SHORT = 16
_BEGINS = 120
_THIS = "d.office_id = (SELECT office_id FROM device) AND d.id = ?"
_UNIT = "coalesce((SELECT name_th FROM unit u WHERE u.office_id = d.office_id AND u.id = d.unit_id), '')"
_UNSEALED = f"""
d.letter_id IS NOT NULL AND EXISTS (
  SELECT 1 FROM letter_signature s JOIN letter w ON w.office_id = s.office_id AND w.id = s.letter_id
  WHERE s.letter_id = d.letter_id AND s.level = {int(Level.CERTIFICATE)} AND w.cancelled_at IS NULL
    AND s.device_id = (SELECT device_id FROM device)
) AND NOT EXISTS (SELECT 1 FROM letter_file f WHERE f.letter_id = d.letter_id AND f.source = '{SIGNED_PAPER}')
"""
"""Whether a draft became a letter at this desk whose digital signature is not there yet."""
_UNSTAMPED = f"""
s.level = {int(Level.CERTIFICATE)}
AND EXISTS (SELECT 1 FROM letter_file f WHERE f.letter_id = s.letter_id AND f.source = '{SIGNED_PAPER}')
AND NOT EXISTS (SELECT 1 FROM letter_timestamp t WHERE t.letter_id = s.letter_id)
AND EXISTS (SELECT 1 FROM letter w WHERE w.office_id = s.office_id AND w.id = s.letter_id AND w.cancelled_at IS NULL)
AND coalesce((
  SELECT a.url FROM time_authority a WHERE a.from_day <= date(s.at, '+7 hours')
  ORDER BY a.from_day DESC, a.set_at DESC LIMIT 1), '') <> ''
"""
"""Whether a digital signature `s` waits for its time: somebody stamps those of that day, and has not stamped this."""
_LATE = f"""
d.letter_id IS NOT NULL
AND EXISTS (SELECT 1 FROM letter_signature s WHERE s.letter_id = d.letter_id AND {_UNSTAMPED})
"""
_TIME = f"""
SELECT (SELECT t.stamped_at FROM letter_timestamp t WHERE t.letter_id = s.letter_id),
       (SELECT t.authority FROM letter_timestamp t WHERE t.letter_id = s.letter_id), {_UNSTAMPED}
FROM letter_signature s WHERE s.letter_id = ? AND s.level = {int(Level.CERTIFICATE)} ORDER BY s.at, s.id LIMIT 1
"""
_TO_STAMP = f"SELECT s.letter_id FROM letter_signature s WHERE s.device_id = ? AND {_UNSTAMPED} ORDER BY s.at, s.id"
_AUTHORITY = """
SELECT url, roots FROM time_authority WHERE from_day <= ? ORDER BY from_day DESC, set_at DESC LIMIT 1
"""
_TYPED = """
(SELECT a.content FROM draft_autosave a
 WHERE a.place = (SELECT max(place) FROM draft_autosave WHERE draft_id = d.id) AND a.left = 0)
"""
"""What is being typed at this desk into a draft, and is no version yet."""
_ROWS = f"""
SELECT d.id, d.template, d.subject, d.to_party, d.urgency, d.secrecy, d.state, {_UNIT}, d.author_name, d.reviewer_id,
       d.acted_at, d.letter_id, l.number, l.year_be, {_UNSEALED},
       {_LATE}, {_TYPED}
FROM draft d LEFT JOIN letter l ON l.office_id = d.office_id AND l.id = d.letter_id
WHERE d.state IN (SELECT value FROM json_each(?)) OR (? AND {_UNSEALED}) ORDER BY d.acted_at DESC, d.id DESC LIMIT ?
"""
_DRAFT = f"""
SELECT d.id, d.unit_id, {_UNIT}, d.state, d.version_id, d.approved_version_id, d.reviewer_id,
       coalesce((SELECT name_th FROM staff s WHERE s.office_id = d.office_id AND s.id = d.reviewer_id), ''),
       d.letter_id, {_UNSEALED}
FROM draft d WHERE {_THIS}
"""
_VERSIONS = (
    "SELECT id, content, author_name, at, base_id FROM draft_version WHERE draft_id = ? ORDER BY at DESC, id DESC"
)
_AUTOSAVES = """
SELECT place, content, author_name, at, base_id, left FROM draft_autosave WHERE draft_id = ? ORDER BY place DESC
"""
_REMARKS = """
SELECT act, text, actor_name, acted_as, to_name, at, version_id FROM draft_remark WHERE draft_id = ? ORDER BY at, id
"""
_SIGNING = """
SELECT s.level, s.signer_name, s.signer_lines, s.actor_name, s.at, s.counter, s.mseq, s.certificate, s.device_id,
       s.signer_id, v.content
FROM letter_signature s LEFT JOIN draft_version v ON v.office_id = s.office_id AND v.id = s.version_id
WHERE s.letter_id = ? ORDER BY s.at, s.id LIMIT 1
"""
_CHAIN = "SELECT hash FROM outbox WHERE mseq = ?"
_KEPT_CHAIN = "SELECT hash FROM kept_link WHERE device_id = ? AND mseq = ?"
_PAPER = """
SELECT sha256 FROM letter_file WHERE letter_id = ? AND source = ? AND withdrawn_at IS NULL ORDER BY added_at, id
"""
_WAITING = f"""
SELECT s.letter_id FROM letter_signature s JOIN letter l ON l.office_id = s.office_id AND l.id = s.letter_id
WHERE s.device_id = ? AND s.level < {int(Level.CERTIFICATE)} AND l.number < {PROVISIONAL}
  AND NOT EXISTS (SELECT 1 FROM letter_file f WHERE f.letter_id = l.id AND f.source = '{SIGNED_PAPER}')
ORDER BY s.at, s.id
"""
_COPY = f"""
(SELECT s.level FROM letter_signature s WHERE s.letter_id = l.id ORDER BY s.at, s.id LIMIT 1),
EXISTS (SELECT 1 FROM letter_file f WHERE f.letter_id = l.id AND f.source = '{SIGNED_SCAN}' AND f.withdrawn_at IS NULL),
EXISTS (SELECT 1 FROM letter_file f WHERE f.letter_id = l.id AND f.source = '{SIGNED_PAPER}'),
EXISTS (SELECT 1 FROM letter_signature s WHERE s.letter_id = l.id AND {_UNSTAMPED})
"""
"""`model.SignedCopy`: how a letter was signed, whether the scan of its paper is there, whether its paper was
made, whether the time on it is still to come."""
_DISPATCHES = f"""
SELECT p.id, p.letter_id, l.number, l.year_be, l.book_number, l.subject, l.from_party, p.to_party, p.sending,
       p.reference, p.sent_at, p.sent_by_name, p.note, p.received_at, coalesce(p.received_by_name, ''),
       coalesce(p.receipt_note, ''), {_COPY}
FROM dispatch p JOIN letter l ON l.office_id = p.office_id AND l.id = p.letter_id
WHERE {{where}} ORDER BY p.sent_at, p.id
"""
_UNSENT = f"""
SELECT l.id, l.number, l.year_be, l.book_number, l.subject, l.to_party, {_COPY} FROM letter l
WHERE l.direction <> 'incoming' AND l.number < {PROVISIONAL} AND l.cancelled_at IS NULL
  AND EXISTS (SELECT 1 FROM letter_signature s WHERE s.office_id = l.office_id AND s.letter_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM dispatch p WHERE p.office_id = l.office_id AND p.letter_id = l.id)
ORDER BY l.received_at DESC LIMIT ?
"""
_PICTURE = """
SELECT sha256, media_type, set_by_name, set_at FROM office_picture
WHERE purpose = ? ORDER BY set_at DESC, id DESC LIMIT 1
"""


@dataclass(frozen=True)
class ToPrint:
    """Everything that a signed letter's paper says."""

    content: Content
    letter: Letter
    signing: Signing
    office: OfficeProfile
    picture: PictureFile | None


class OutgoingQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def drafts(self, states: Iterable[State], most: int = 1000, *, and_unsealed: bool = False) -> tuple[DraftRow, ...]:
        """Drafts in these states that this desk sees, and those that wait for a digital signature only; the one last
        worked on first."""
        import json

        wanted = json.dumps([state.value for state in states])
        return tuple(map(_row, self._reader.rows(_ROWS, (wanted, and_unsealed, most))))

    def counts(self) -> dict[State, int]:
        found = dict(self._reader.rows("SELECT state, count(*) FROM draft GROUP BY state"))
        return {state: found.get(state.value, 0) for state in State}

    def waiting_for(self, person_id: Id) -> int:
        """How many drafts wait for a person: to be reviewed, taken up again, or signed with their certificate."""
        sql = f"""
        SELECT count(*) FROM draft d
        WHERE (state = 'review' AND reviewer_id = ?) OR (state = 'returned' AND created_by = ?)
           OR (state = 'signed' AND {_UNSEALED} AND EXISTS (
               SELECT 1 FROM letter_signature s WHERE s.letter_id = d.letter_id AND s.signer_id = ?))
        """
        return int(self._reader.rows(sql, (person_id, person_id, person_id))[0][0])

    def draft(self, draft_id: Id) -> Draft | None:
        """A draft with its versions and remarks; None when this desk does not (or no longer) hold it."""
        found = self._reader.one(_DRAFT, (draft_id,))
        if found is None:
            return None
        id_, unit_id, unit, state, version_id, approved, reviewer, reviewer_name, letter_id, unsealed = found
        versions = [_version(row) for row in self._reader.rows(_VERSIONS, (draft_id,))]
        current = next((one for one in versions if one.id == version_id), None)
        if current is None:
            return None
        autosaves, newest = self._autosaves(draft_id)
        every = tuple(sorted([*versions, *autosaves], key=lambda one: one.at, reverse=True))
        remarks = tuple(
            Remark(act, text, name, acted_as, to, from_utc_text(at), version)
            for act, text, name, acted_as, to, at, version in self._reader.rows(_REMARKS, (draft_id,))
        )
        return Draft(
            id_, unit_id, unit, State(state), current, approved, reviewer, reviewer_name, letter_id, every, remarks,
            newest, bool(unsealed), self.time_of(letter_id) if letter_id else None,
        )  # fmt: skip

    def _autosaves(self, draft_id: Id) -> tuple[list[Version], Version | None]:
        """What was kept while typing; the newest of it that was not left yet."""
        found = self._reader.rows(_AUTOSAVES, (draft_id,))
        kept = [
            Version(place.to_bytes(16, "big"), unpacked(content), name, from_utc_text(at), base, autosaved=True)
            for place, content, name, at, base, _ in found
        ]
        return kept, kept[0] if found and not found[0][-1] else None

    def signing(self, letter_id: Id) -> Signing | None:
        found = self._reader.one(_SIGNING, (letter_id,))
        return self._signing(found) if found else None

    def _signing(self, row: Sequence[Any]) -> Signing:
        level, name, lines, actor, at, counter, mseq, certificate, device_id, signer_id, _ = row
        chain = self._reader.one(_KEPT_CHAIN, (device_id, mseq)) or self._own_chain(device_id, mseq)
        short = bytes(chain[0]).hex()[:_SHORT] if chain else ""
        return Signing(
            Level(level), name, tuple(lines.splitlines()), actor, from_utc_text(at), counter, mseq, short,
            certificate or "", signer_id, device_id,
        )  # fmt: skip

    def _own_chain(self, device_id: Id, mseq: int) -> tuple[Any, ...] | None:
        mine = self._reader.one("SELECT device_id FROM device")
        return self._reader.one(_CHAIN, (mseq,)) if mine and mine[0] == device_id else None

    def made_paper(self, letter_id: Id) -> str | None:
        """The content address of the paper that was made from the draft, once it is."""
        found = self._reader.rows(_PAPER, (letter_id, SIGNED_PAPER))
        return str(found[0][0]) if found else None

    def time_of(self, letter_id: Id) -> SignatureTime | None:
        """The time on a letter's digital signature; None of a letter without one."""
        found = self._reader.one(_TIME, (letter_id,))
        if found is None:
            return None
        at, authority, waits = found
        return SignatureTime(from_utc_text(at) if at else None, authority or "", bool(waits))

    def unstamped(self, device_id: Id) -> list[Id]:
        """Letters signed at a device whose digital signature waits for its time, the oldest first."""
        return [letter_id for (letter_id,) in self._reader.rows(_TO_STAMP, (device_id,))]

    def time_authority(self, day: date) -> TimeAuthority | None:
        """Who stamps on that day; None when nobody does."""
        found = self._reader.one(_AUTHORITY, (day.isoformat(),))
        return TimeAuthority(*found) if found and found[0] else None

    def scans(self, letter_id: Id) -> tuple[str, ...]:
        """The scans of the paper as it was signed by hand, in the order they came; the last one counts."""
        return tuple(str(sha256) for (sha256,) in self._reader.rows(_PAPER, (letter_id, SIGNED_SCAN)))

    def signed_paper(self, letter_id: Id) -> str | None:
        """The content address of what is sent and kept: the scan of the signed paper, else the paper that was made; of
        one whose signature got its time later the one with it."""
        scans = self.scans(letter_id)
        if scans:
            return scans[-1]
        stamped = self._reader.rows(_PAPER, (letter_id, STAMPED_PAPER))
        return str(stamped[0][0]) if stamped else self.made_paper(letter_id)

    def to_print(self, letter_id: Id) -> ToPrint | None:
        """What the paper of a signed letter says; None while it bears a tag, or where its draft is not here."""
        letter = LetterQueries(self._reader).letter(letter_id)
        row = self._reader.one(_SIGNING, (letter_id,))
        office = AccountQueries(self._reader).office()
        if letter is None or row is None or row[-1] is None or office is None or is_provisional(letter.number):
            return None
        return ToPrint(unpacked(row[-1]), letter, self._signing(row), office, self.picture())

    def papers_waiting(self, device_id: Id) -> list[Id]:
        """Letters signed at a device that have their number and not yet their paper."""
        return [letter_id for (letter_id,) in self._reader.rows(_WAITING, (device_id,))]

    def dispatches(self, first: date, last: date) -> tuple[Dispatched, ...]:
        """The dispatch book of these days (in Bangkok, both counted), oldest first."""
        bounds = (utc_text(utc_of_local(first)), utc_text(utc_of_local(last + timedelta(days=1))))
        sql = _DISPATCHES.format(where="p.sent_at >= ? AND p.sent_at < ?")
        return tuple(map(_dispatched, self._reader.rows(sql, bounds)))

    def dispatches_of(self, letter_id: Id) -> tuple[Dispatched, ...]:
        return tuple(map(_dispatched, self._reader.rows(_DISPATCHES.format(where="p.letter_id = ?"), (letter_id,))))

    def unsent(self, most: int = 500) -> tuple[DispatchLine, ...]:
        """Signed letters that never left the house, the newest first."""
        return tuple(map(_unsent, self._reader.rows(_UNSENT, (most,))))

    def book(self, first: date, last: date) -> tuple[DispatchLine, ...]:
        """What waits to leave, then the dispatch book of these days, the newest first."""
        sent = reversed(self.dispatches(first, last))
        lines = (
            DispatchLine(
                one.letter_id, one.number, one.year_be, one.book_number, one.subject, one.to_party, one.copy, one
            )
            for one in sent
        )
        return (*self.unsent(), *lines)

    def picture(self, purpose: str = GARUDA) -> PictureFile | None:
        found = self._reader.one(_PICTURE, (purpose,))
        if found is None:
            return None
        sha256, media_type, name, at = found
        return PictureFile(sha256, media_type, name, from_utc_text(at))


def _row(row: Sequence[Any]) -> DraftRow:
    id_, template, subject, to_party, urgency, secrecy, state, unit, author, reviewer, at, *signed = row
    letter, number, year, unsealed, unstamped, typed = signed
    found = DraftRow(
        id_, Template(template), subject, to_party, Urgency(urgency), Secrecy(secrecy), State(state), unit, author,
        reviewer, from_utc_text(at), letter, number, year, bool(unsealed),
        bool(unstamped),
    )  # fmt: skip
    return found if typed is None else _as_typed(found, unpacked(typed))


def _as_typed(row: DraftRow, typed: Content) -> DraftRow:
    """What is being typed says what a draft is about: its subject, or while it has none how it begins."""
    begins = next((line for line in map(str.strip, typed.body.splitlines()) if line), "")
    subject = typed.subject.strip() or begins[:_BEGINS]
    return replace(row, subject=subject, to_party=typed.to_party.strip(), urgency=typed.urgency, secrecy=typed.secrecy)


def _version(row: Sequence[Any]) -> Version:
    id_, content, author, at, base = row
    return Version(id_, unpacked(content), author, from_utc_text(at), base)


def _dispatched(row: Sequence[Any]) -> Dispatched:
    id_, letter, number, year, book, subject, from_party, to_party, sending, reference, sent_at, sender, *rest = row
    note, received_at, receiver, receipt_note, *copy = rest
    return Dispatched(
        id_, letter, number, year, book, subject, from_party, to_party, Sending(sending), reference,
        from_utc_text(sent_at), sender, note, from_utc_text(received_at) if received_at else None, receiver,
        receipt_note, _copy(*copy),
    )  # fmt: skip


def _unsent(row: Sequence[Any]) -> DispatchLine:
    letter_id, number, year, book_number, subject, to_party, *copy = row
    return DispatchLine(letter_id, number, year, book_number, subject, to_party, _copy(*copy))


def _copy(level: int | None, scanned: int, made: int, unstamped: int) -> SignedCopy:
    if level is None:
        return SignedCopy.NONE
    if level == Level.WET:
        return SignedCopy.SCANNED if scanned else SignedCopy.ON_PAPER
    if unstamped:
        return SignedCopy.UNSTAMPED
    return SignedCopy.MADE if made else SignedCopy.WAITING
