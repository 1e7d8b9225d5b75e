"""A letter out of its XML: read with patience, checked against the schema, and whatever nobody knows is shown."""

import base64
import binascii
import copy
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.interchange import letter_form
from desktop.interchange.arrival import Note, Piece
from desktop.interchange.budget import Budget
from desktop.interchange.letter_form import ATTRIBUTES, DOCUMENT, KNOWN, LETTER, NOTIFIERS, RAM, RSM, SIGNATURE, Form
from desktop.interchange.safe_xml import tree_of
from desktop.letters.book_numbers import key_of
from desktop.letters.model import Channel, Citation, Enclosure, EnclosureKind, Registration, Urgency
from desktop.letters.rules import envelope
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy

if TYPE_CHECKING:
    from lxml.etree import _Element

_BINARIES = ("MainLetterBinaryObject", "AttachmentBinaryObject")
_SUFFIXES = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif", "image/bmp": ".bmp",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/zip": ".zip", "text/plain": ".txt",
}  # fmt: skip
_MOST_NOTES = 40
_MOST_SAID = 300


@dataclass
class XmlLetter:
    """`rows` are everything that the file says, for a page of its own; `element` holds the binaries."""

    registration: Registration
    rows: tuple[tuple[str, str], ...]
    element: "_Element"
    notes: list[Note] = field(default_factory=list)

    @property
    def is_secret(self) -> bool:
        return self.registration.secrecy is not Secrecy.NORMAL

    def pieces(self, budget: Budget) -> Iterator[Piece]:
        """The main letter, then its enclosures; a torn one is told and the others come."""
        letter = _child(self.element, LETTER)
        count = 0
        for child in letter if letter is not None else ():
            if _local(child) not in _BINARIES:
                continue
            count += _local(child) == "AttachmentBinaryObject"
            name = f"สิ่งที่ส่งมาด้วย {count}" if _local(child) == "AttachmentBinaryObject" else "หนังสือ"
            mime = (child.get("mimeCode") or "").strip().lower()
            budget.next_piece()
            data = _decoded(child, budget)
            if data is None:
                self.notes.append(Note("xml.binary_torn", name))
            elif data:
                yield Piece(name + _SUFFIXES.get(mime, ""), mime or "application/octet-stream", data)


def is_letter_xml(head: bytes) -> bool:
    """Whether the first bytes of a file look like a letter, or like what comes back about one."""
    for encoding in ("utf-8", "utf-16"):
        plain = head.decode(encoding, "ignore").lstrip("\ufeff \r\n\t")
        if plain.startswith("<") and any(name in plain for name in (DOCUMENT, LETTER, *NOTIFIERS, "Envelope")):
            return True
    return False


def read(data: bytes, name: str, today: date) -> XmlLetter:
    """The letter that a file holds.

    OfficeError `interchange.xml_no_letter`, `interchange.xml_notifier`, `letters.top_secret_by_hand`, those of
    `safe_xml`.
    """
    root = tree_of(data, name)
    found = next((one for one in root.iter() if _local(one) == DOCUMENT and _child(one, LETTER) is not None), None)
    if found is None:
        _refuse(root, name)
        raise OfficeError("interchange.xml_no_letter", file=name)
    notes = _notes(found)
    letter = _child(found, LETTER)
    assert letter is not None
    registration = _registration(letter, notes, today)
    if registration.secrecy is Secrecy.TOP_SECRET:
        raise OfficeError("letters.top_secret_by_hand")
    if registration.secrecy is not Secrecy.NORMAL:
        notes.append(Note("xml.secret_left_out"))
        return XmlLetter(envelope(registration), (), found, notes)
    return XmlLetter(registration, tuple(_rows(found)), found, notes)


def without_binaries(element: "_Element") -> bytes:
    """The file's words, where it is too large to be kept whole."""
    from lxml import etree

    bare = copy.deepcopy(element)
    for one in bare.iter():
        if _local(one) in _BINARIES:
            one.text = ""
    return etree.tostring(bare, encoding="utf-8", xml_declaration=True)


def _refuse(root: "_Element", name: str) -> None:
    for one in root.iter():
        if _local(one) in NOTIFIERS:
            letter_id = _said(one, "LetterID") or "-"
            raise OfficeError("interchange.xml_notifier", file=name, number=letter_id, kind=_local(one))


def _notes(document: "_Element") -> list[Note]:
    """What does not fit the form, in this order: names in wrong places, names that nobody knows, broken rules."""
    whole = _in_its_namespace(document)
    notes = [Note("xml.namespace")] if whole is not document else []
    bare = copy.deepcopy(whole)
    unknown: list[tuple[str, str]] = []
    _take_out(bare, KNOWN, DOCUMENT, unknown)
    notes += [Note("xml.unknown", f"{path}: {said}") for path, said in unknown[:_MOST_NOTES]]
    if len(unknown) > _MOST_NOTES:
        notes.append(Note("xml.unknown_more", str(len(unknown) - _MOST_NOTES)))
    if _child(document, "GovernmentSignature") is not None:
        notes.append(Note("xml.signature_unchecked"))
    check = letter_form.schema()
    if not check.validate(bare):
        faults = list(dict.fromkeys(_plain(error.message) for error in list(check.error_log)))  # type: ignore[call-overload]
        notes += [Note("xml.schema", fault) for fault in faults[:_MOST_NOTES]]
    return notes


def _in_its_namespace(document: "_Element") -> "_Element":
    """The document itself, or a copy with every known name where it belongs: some programs mix the two up."""
    wrong = [one for one in document.iter() if isinstance(one.tag, str) and one.tag != _right_tag(one)]
    if not wrong:
        return document
    mended = copy.deepcopy(document)
    for one in mended.iter():
        if isinstance(one.tag, str):
            one.tag = _right_tag(one)
    return mended


def _right_tag(element: "_Element") -> str:
    local, tag = _local(element), str(element.tag)
    if tag.startswith(f"{{{SIGNATURE}}}"):
        return tag
    if local == DOCUMENT:
        return f"{{{RSM}}}{local}"
    return f"{{{RAM}}}{local}" if local in _names(KNOWN) else tag


def _names(form: Form) -> set[str]:
    return {name for key, inner in form.items() for name in ({key} | (_names(inner) if inner else set()))}


def _take_out(element: "_Element", form: Form, path: str, unknown: list[tuple[str, str]]) -> None:
    """Takes away what the form does not have, and notes it: the rest can then be held to the schema."""
    local = _local(element)
    for name in list(element.attrib):
        if str(name) not in ATTRIBUTES.get(local, set()):
            if "XMLSchema-instance" not in str(name):
                unknown.append((f"{path}/@{_bare(str(name))}", str(element.attrib[name])[:_MOST_SAID]))
            del element.attrib[name]
    for child in list(element):
        here, inner = f"{path}/{_local(child)}", form.get(_local(child), KeyError)
        if inner is KeyError:
            unknown.append((here, " ".join("".join(map(str, child.itertext())).split())[:_MOST_SAID]))
            element.remove(child)
        elif inner is not None:
            _take_out(child, inner, here, unknown)


def _registration(letter: "_Element", notes: list[Note], today: date) -> Registration:
    secret, speed = _said(letter, "SecretCode"), _said(letter, "SpeedCode")
    secrecy = letter_form.secrecy_of(secret) if secret else Secrecy.NORMAL
    if secrecy is None:  # what nobody can read as open is not taken for open
        notes.append(Note("xml.secrecy_unknown", secret))
        secrecy = Secrecy.SECRET
    urgency = letter_form.urgency_of(speed) if speed else Urgency.NORMAL
    if urgency is None:
        notes.append(Note("xml.speed_unknown", speed))
    elif urgency is not Urgency.NORMAL:  # only the code of normal was ever seen in use (decision 0043)
        notes.append(Note("xml.speed_inferred", speed))
    day = _day(_said(letter, "CorrespondenceDate"))
    if day is not None and day > today:
        notes.append(Note("xml.date_in_future", day.isoformat()))
        day = None
    registration = Registration(
        _party(letter, "SenderParty"), _party(letter, "ReceiverParty"), _said(letter, "Subject"),
        _said(letter, "ID"), day, urgency or Urgency.NORMAL, Channel.E_OFFICE, None,
        _said(letter, "Description") or None, secrecy=secrecy,
    )  # fmt: skip
    return replace(registration, enclosures=_enclosures(letter), citations=tuple(_citations(letter)))


def _enclosures(letter: "_Element") -> tuple[Enclosure, ...]:
    child = _child(letter, "Attachment")
    lines = (child.text or "").splitlines() if child is not None else []
    return tuple(Enclosure(" ".join(line.split())[:500], 1, EnclosureKind.SET) for line in lines if line.strip())[:50]


def _citations(letter: "_Element") -> Iterator[Citation]:
    for child in letter:
        if _local(child) == "ReferenceCorrespondence" and key_of(number := _said(child, "ID")) != "-":
            yield Citation(number, _day(_said(child, "CorrespondenceDate")))


def _party(letter: "_Element", name: str) -> str:
    """A person's position, else their name, else the code of their agency: what forms 13 and 14 put in จาก and ถึง."""
    party = _child(letter, name)
    if party is None:
        return ""
    person = f"{_said(party, 'GivenName')} {_said(party, 'FamilyName')}".strip()
    agency = _said(party, "DepartmentOrganization", "ID") or _said(party, "MinistryOrganization", "ID")
    return _said(party, "JobTitle") or person or (f"หน่วยงานรหัส {agency}" if agency else "")


def _rows(document: "_Element") -> Iterator[tuple[str, str]]:
    """Everything that is written in the file, by its names; of the binaries only that they are there."""
    for one in document.iter():
        local = _local(one)
        if local in _BINARIES:
            yield local, f"{one.get('mimeCode') or '?'} · {len(one.text or '') * 3 // 4:,} ไบต์"
        elif isinstance(one.tag, str) and not len(one) and (said := " ".join((one.text or "").split())):
            parent = one.getparent()
            named = f"{_local(parent)}/{local}" if parent is not None and _local(parent) != LETTER else local
            yield named, said[:2000]


def _decoded(element: "_Element", budget: Budget) -> bytes | None:
    raw = "".join((element.text or "").split())
    budget.take(len(raw) * 3 // 4)
    try:
        return base64.b64decode(raw, validate=True)
    except (binascii.Error, ValueError):
        return None


def _said(element: "_Element", *path: str) -> str:
    found: _Element | None = element
    for name in path:
        found = _child(found, name) if found is not None else None
    return " ".join("".join(map(str, found.itertext())).split())[:4000] if found is not None else ""


def _child(element: "_Element", name: str) -> "_Element | None":
    return next((one for one in element if _local(one) == name), None)


def _local(element: "_Element") -> str:
    return _bare(str(element.tag))


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _plain(message: str) -> str:
    """The validator's sentence without its namespaces."""
    return message.replace(f"{{{RAM}}}", "").replace(f"{{{RSM}}}", "")[:_MOST_SAID]


def _day(said: str) -> date | None:
    """CE as the form wants; a year of พ.ศ. that slipped in is put right."""
    try:
        found = date.fromisoformat(said[:10])
        return found.replace(year=found.year - 543) if found.year > 2400 else found
    except ValueError:
        return None
