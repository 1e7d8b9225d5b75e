"""An e-mail as a letter that waits for its number: its words, and its attachments one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from desktop.interchange.arrival import Note, Piece
from desktop.interchange.budget import Budget
from desktop.interchange.charsets import plain_text, words_of
from desktop.interchange.html_text import html_text
from desktop.interchange.mime import Bytes, Part, headers_of, leaves
from desktop.letters.book_numbers import Form, parse
from desktop.letters.model import Channel, Registration
from desktop.office.dates import parse_thai_date

MOST_TEXT = 40_000
"""Letters of a message that are set as pages; all of it stays in the original."""
_SMALL_PICTURE = 100_000
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_LEAD = re.compile(r"^(?:\s*(?:re|fw|fwd|ตอบ|ส่งต่อ)\s*(?:\[\d+\])?\s*[::]\s*)+", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:หนังสือ|เลข)?ที่\s*:?\s*((?:[ก-ฮ]{1,4}|(?:[ก-ฮ]{1,2}\.)+)\s*[\d๐-๙][^\n,;]{2,60}?)(?=\s*(?:ลง|เรื่อง|วันที่|[\n,;)]|$))"
)
_DATED = re.compile(r"(?:ลงวันที่|ลว\.?)\s*([\d๐-๙]{1,2}\s*[^\n]{1,25}?[\d๐-๙]{2,4})(?!\d)")
_SUBJECT = re.compile(r"เรื่อง\s*:?\s*([^\n]{4,300})")


@dataclass
class Mail:
    """What was found on the way through an e-mail; `pieces` come one at a time from `attachments`."""

    subject: str
    sender: str
    address: str
    to: str
    sent_at: datetime | None
    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What its writer wrote: the plain words, or those of the HTML where there are no others."""
        said = "\n\n".join(filter(None, self.texts)) or "\n\n".join(html_text(page) for page in self.pages)
        return plain_text(said).strip()

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """What stands over the text on its page; days as the sender's clock had them."""
        sent = self.sent_at.strftime("%d/%m/%Y %H:%M %z") if self.sent_at else ""
        sender = f"{self.sender} <{self.address}>" if self.sender != self.address else self.address
        rows = (("จาก", sender), ("ถึง", self.to), ("ส่งเมื่อ", sent), ("เรื่อง", self.subject))
        return tuple((name, value) for name, value in rows if value)

    def registration(self, to_party: str, today: date) -> Registration:
        """What the form would say; the sender's own words for number, date and subject are looked for in the text."""
        words = f"{self.subject}\n{self.text[:MOST_TEXT]}"
        number, day = _book_number(words), _letter_date(words, today)
        said = _SUBJECT.search(words)
        subject = " ".join((said[1] if said else self.subject).split())[:1000]
        sent = f" {self.sent_at:%d/%m/%Y %H:%M}" if self.sent_at else ""
        remarks = f"อีเมลจาก {self.address}{sent}" if self.address else None
        return Registration(
            self.sender, to_party, subject, number, day, channel=Channel.EMAIL, remarks=remarks,
        )  # fmt: skip


def read(data: Bytes) -> Mail:
    """The headers of an e-mail; its texts are known once `attachments` was gone through."""
    headers, _ = headers_of(data, 0, len(data))
    sender, address = _person(headers, "from")
    to = ", ".join(name or address for name, address in _people(headers, "to"))
    return Mail(_LEAD.sub("", words_of(str(headers.get("subject", "")))), sender, address, to, _moment(headers))


def attachments(mail: Mail, data: Bytes, budget: Budget, *, all_of_it: bool) -> Iterator[Piece]:
    """Every file that came along; texts and remarks go to `mail` on the way.

    `all_of_it`: also what only serves the look of the message (small pictures in it, signatures): the caller does not
    keep the message itself.
    """
    shown = 0
    for part in leaves(data, 0, len(data), budget):
        if part.torn:
            mail.notes.append(Note("mail.torn", part.name))
        if part.inside == "message/rfc822" and part.start == part.end and not part.is_attached:
            mail.texts.append(_forwarded(part.headers))
        elif part.media_type in ("text/plain", "text/html") and not part.is_attached:
            (mail.texts if part.media_type == "text/plain" else mail.pages).append(part.text(budget))
        elif not all_of_it and _is_look(part):
            shown += 1
        else:
            yield Piece(part.name or _unnamed(part), part.media_type, part.decoded(budget))
    if shown:
        mail.notes.append(Note("mail.pictures_in_text", str(shown)))


def _is_look(part: Part) -> bool:
    picture = part.is_in_text and part.media_type.startswith("image/") and part.end - part.start < _SMALL_PICTURE
    return picture or part.media_type in _SIGNATURES


def _unnamed(part: Part) -> str:
    kind = part.media_type.partition("/")[2].partition(";")[0]
    return f"ไฟล์แนบ.{kind if kind.isalnum() and len(kind) <= 8 else 'bin'}"


def _forwarded(headers: Message) -> str:
    sender, address = _person(headers, "from")
    subject = words_of(str(headers.get("subject", "")))
    return f"---------- ข้อความที่ส่งต่อมา ----------\nจาก: {sender} <{address}>\nเรื่อง: {subject}"


def _people(headers: Message, name: str) -> list[tuple[str, str]]:
    said = [str(value) for value in headers.get_all(name, [])]
    return [(words_of(who), " ".join(at.split())[:200]) for who, at in getaddresses(said)]


def _person(headers: Message, name: str) -> tuple[str, str]:
    found = next(iter(_people(headers, name)), ("", ""))
    return (found[0] or found[1], found[1])


def _moment(headers: Message) -> datetime | None:
    try:
        found = parsedate_to_datetime(str(headers.get("date", "")))
    except (ValueError, TypeError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _book_number(words: str) -> str:
    candidates = (found[1].strip() for found in _NUMBER.finditer(words[:5000]))
    return next((one for one in candidates if parse(one).form is Form.OFFICE), "")


def _letter_date(words: str, today: date) -> date | None:
    found = _DATED.search(words)
    day = parse_thai_date(found[1], today) if found else None
    return day if day is not None and day <= today else None
