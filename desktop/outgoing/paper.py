"""A draft, or a signed letter, as its paper says it."""

import re
from datetime import date, datetime

from desktop.accounts.model import OfficeProfile
from desktop.letters.model import Urgency
from desktop.office.dates import local_date, thai_date, thai_time, year_be
from desktop.office.secrecy import Secrecy
from desktop.outgoing.lines import enclosure_line, lines_of, reference_line
from desktop.outgoing.model import Content, Level, PictureFile, Signing, Template
from desktop.outgoing.queries import ToPrint
from desktop.outgoing.rules import paragraphs
from desktop.paper.official.envelope import EnvelopePaper, Size, envelope_pdf, window_pdf
from desktop.paper.official.paper import Form, OfficialPaper
from desktop.paper.official.sheets import official_pdf
from desktop.paper.pdfa import for_ever
from desktop.store.blobs import Blobs

_URGENCY = {Urgency.URGENT: "ด่วน", Urgency.VERY_URGENT: "ด่วนมาก", Urgency.MOST_URGENT: "ด่วนที่สุด"}
_SECRECY = {Secrecy.SECRET: "ลับ", Secrecy.VERY_SECRET: "ลับมาก"}
_IN_BRACKETS = re.compile(r"\s*\(.*?\)\s*$")
_BLANK = " " * 12


def draft_pdf(content: Content, office: OfficeProfile, garuda: bytes | None, now: datetime) -> bytes:
    """What would be signed, marked as a draft: without number and day, whose places stay free."""
    number = _blank_number(content, office, year_be(local_date(now)))
    return official_pdf(_paper(content, office, garuda, number, None, None, draft=True), now)


def signed_pdf(ready: ToPrint, blobs: Blobs) -> bytes:
    """The signed letter, made to be kept for ever (PDF/A-2b); the same letter gives the same bytes."""
    signing = ready.signing
    day = ready.letter.letter_date
    picture = picture_of(ready.picture, blobs)
    paper = _paper(ready.content, ready.office, picture, ready.letter.book_number, day, signing, draft=False)
    return for_ever(official_pdf(paper, signing.at))


def envelope(ready: ToPrint, blobs: Blobs, size: Size | None) -> bytes:
    """The envelope of a signed letter; without a size the cover sheet of one with a window."""
    content, office = ready.content, ready.office
    name = office_name(office)
    paper = EnvelopePaper(
        sender=f"สำนักงาน{name}",
        sender_address=office.address_th,
        book_number=ready.letter.book_number,
        salutation=content.salutation,
        to_lines=(ready.letter.to_party, *lines_of(content.address)),
        subject=content.subject.strip(),
        urgency=_URGENCY.get(content.urgency, ""),
        secrecy=_SECRECY.get(content.secrecy, ""),
        garuda=picture_of(ready.picture, blobs),
    )
    at = ready.signing.at
    return envelope_pdf(paper, size, at) if size else window_pdf(paper, at)


def picture_of(picture: PictureFile | None, blobs: Blobs) -> bytes | None:
    """The bytes of the office's picture; None while it has none or the file is still on its way."""
    if picture is None or not blobs.has(picture.sha256):
        return None
    return blobs.get(picture.sha256)


def pages_of(pdf: bytes) -> int:
    from desktop.paper.pages import page_count

    return page_count(pdf)


def office_name(office: OfficeProfile) -> str:
    """The municipality without what stands behind its name in brackets."""
    return _IN_BRACKETS.sub("", office.name_th)


def _paper(
    content: Content,
    office: OfficeProfile,
    garuda: bytes | None,
    book_number: str,
    day: date | None,
    signing: Signing | None,
    *,
    draft: bool,
) -> OfficialPaper:
    name = office_name(office)
    electronic = "(ลงนามทางอิเล็กทรอนิกส์)" if signing and signing.level is not Level.WET else ""
    return OfficialPaper(
        form=Form(content.template.value),
        office_name=name,
        seat=f"สำนักงาน{name}",
        address=office.address_th,
        book_number=book_number,
        day=day,
        subject=content.subject.strip(),
        to_party=content.to_party.strip(),
        paragraphs=paragraphs(content),
        salutation=content.salutation,
        closing=content.closing,
        urgency=_URGENCY.get(content.urgency, ""),
        deadline=_deadline(content),
        secrecy=_SECRECY.get(content.secrecy, ""),
        references=tuple(map(reference_line, content.references)),
        enclosures=tuple(map(enclosure_line, content.enclosures)),
        signer_name=content.signer_name.strip(),
        signer_lines=content.signer_lines,
        owner_unit=content.owner_unit.strip(),
        contact=_contact(content),
        copies_to=content.copies_to,
        statement=_statement(signing) if signing else "",
        electronic=electronic,
        garuda=garuda,
        draft=draft,
    )


def _blank_number(content: Content, office: OfficeProfile, year: int) -> str:
    """The place that the number will take."""
    if content.template in (Template.ORDER, Template.ANNOUNCEMENT) or not office.book_prefix:
        return f"{_BLANK}/{year}"
    return f"{office.book_prefix}/{'ว ' if content.circular else ''}{_BLANK}"


def _deadline(content: Content) -> str:
    if content.urgent_deadline is None or content.urgency is Urgency.NORMAL:
        return ""
    moment = content.urgent_deadline
    return f"ภายใน {thai_date(moment, 'long', 'arabic')} เวลา {thai_time(moment, 'arabic')}"


def _contact(content: Content) -> tuple[str, ...]:
    named = (("โทร.", content.phone), ("โทรสาร", content.fax), ("ไปรษณีย์อิเล็กทรอนิกส์", content.email))
    found = tuple(f"{label} {value.strip()}" for label, value in named if value.strip())
    return found[:1] if content.template is Template.MEMO else found


def _statement(signing: Signing) -> str:
    """How the letter was signed, for who holds the paper."""
    when = f"{thai_date(signing.at, 'long', 'arabic')} เวลา {thai_time(signing.at, 'arabic')}"
    if signing.level is Level.WET:
        return f"การลงนามระดับ 1: ลงลายมือชื่อบนกระดาษ ออกเลขเมื่อ {when} เครื่อง {signing.device}"
    who = f"{signing.signer_name} เมื่อ {when} เครื่อง {signing.device} ลำดับ {signing.mseq} รหัสตรวจสอบ {signing.chain}"
    if signing.level is Level.ACT:
        return f"การลงนามระดับ 2: ลงนามทางอิเล็กทรอนิกส์โดย {who}"
    return f"การลงนามระดับ 3: ลายมือชื่อดิจิทัล (PAdES) ของ {signing.certificate} ลงนามโดย {who}"
