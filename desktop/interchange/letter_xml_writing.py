"""A letter as XML for another office's system; held to the schema before it leaves."""

import base64
import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from desktop.interchange import letter_form
from desktop.interchange.letter_form import DOCUMENT, LETTER, RAM, RSM, code_of
from desktop.letters.book_numbers import NONE, key_of
from desktop.letters.model import Enclosure, Letter
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_xml(letter: Letter, pages: Iterable[bytes], today: date) -> bytes:
    """The letter with its pages (PDF): the first is the letter, the others its enclosures.

    What the office keeps for itself (remarks, endorsements, routes) does not leave with it. OfficeError
    `interchange.secret_stays`, `interchange.xml_not_ready` (`what`: the fields that are missing).
    """
    from lxml import etree

    if letter.secrecy is not Secrecy.NORMAL:
        raise OfficeError("interchange.secret_stays")
    document = etree.Element(f"{{{RSM}}}{DOCUMENT}", nsmap={"rsm": RSM, "ram": RAM})
    _letter(_add(document, LETTER), letter, pages, today)
    if not letter_form.schema().validate(document):
        raise OfficeError("interchange.xml_not_ready", what=", ".join(_missing(letter)) or "XML")
    return etree.tostring(document, encoding="utf-8", xml_declaration=True)


def _letter(root: "_Element", letter: Letter, pages: Iterable[bytes], today: date) -> None:
    root.set("ID", "Letter")
    number = letter.book_number if key_of(letter.book_number) != NONE else ""
    _add(root, "ID", number)
    _add(root, "CorrespondenceDate", (letter.letter_date or local_date(letter.received_at)).isoformat())
    _add(root, "Subject", letter.subject)
    _add(root, "SecretCode", code_of(letter.secrecy))
    _add(root, "SpeedCode", code_of(letter.urgency))
    for name, party in (("SenderParty", letter.from_party), ("ReceiverParty", letter.to_party)):
        _party(_add(root, name), party)
    for citation in letter.citations:
        cited = _add(root, "ReferenceCorrespondence")
        _add(cited, "ID", citation.book_number)
        _add(cited, "CorrespondenceDate", citation.letter_date.isoformat() if citation.letter_date else "")
        _add(cited, "Subject", "")
    _add(root, "Attachment", "\n".join(map(_enclosure, letter.enclosures)))
    _add(root, "SendDate", today.isoformat())
    for place, page in enumerate(pages):
        binary = _add(root, "AttachmentBinaryObject" if place else "MainLetterBinaryObject")
        binary.set("mimeCode", "application/pdf")
        binary.text = base64.b64encode(page).decode("ascii")


def _party(element: "_Element", position: str) -> None:
    """Only the position is known; the codes of agencies are the exchange's to give (domain 8.1)."""
    for name, words in (("GivenName", ""), ("FamilyName", ""), ("JobTitle", position)):
        _add(element, name, words)
    for name in ("MinistryOrganization", "DepartmentOrganization"):
        _add(_add(element, name), "ID", "")


def _enclosure(one: Enclosure) -> str:
    return f"{one.title} จำนวน {one.amount}" if one.amount > 1 else one.title


def _missing(letter: Letter) -> list[str]:
    return [
        name
        for name, there in (("ที่", key_of(letter.book_number) != NONE), ("เรื่อง", bool(letter.subject.strip())))
        if not there
    ]


def _add(parent: "_Element", name: str, words: str | None = None) -> "_Element":
    from lxml import etree

    child = etree.SubElement(parent, f"{{{RAM}}}{name}")
    if words is not None:
        child.text = _NOT_XML.sub("", words)
    return child
