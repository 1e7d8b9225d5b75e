"""A certificate as its paper says it: a first print, a copy, or what would be issued."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from desktop.accounts.model import OfficeProfile
from desktop.certificates.model import Certificate, Copy, Deed, Level, Origin, State, Wanted, What
from desktop.certificates.rules import anniversary, due_days, ends_on, given_values, paragraphs
from desktop.certificates.template import Template
from desktop.office.dates import local_date, thai_date, thai_time
from desktop.office.money import format_baht
from desktop.paper.certificate import CertificatePaper, FeeLine

REPLACEMENT, REVOKED, SAMPLE = "ใบแทน", "ยกเลิก", "ตัวอย่าง"
CLOSED, SUSPENDED = "เลิกกิจการ", "พักใช้"
BLANK = "." * 24
_ACROSS = {
    State.REVOKED: REVOKED,
    State.REPLACED: REVOKED,
    State.CLOSED: CLOSED,
    State.SUSPENDED: SUSPENDED,
}
"""What a copy says over the whole sheet of an original that does not hold; one that has expired says its day."""


def issued_paper(
    held: Certificate, office: OfficeProfile, *, chain: str = "", garuda: bytes | None = None, copy: Copy | None = None
) -> CertificatePaper:
    """An issued certificate; with a `copy` it bears its number, and says what became of the original since."""
    paper = _face(
        held.template, office, held.line.holder_name, held.line.issued_on, held.line.standing.expires_on,
        Wanted(held.template, held.line.holder_name, held.answers, held.signed, held.receipt),
    )  # fmt: skip
    line = held.line
    paper = replace(
        paper,
        book=f"เล่มที่ {line.book_no}",
        number=f"เลขที่ {line.number}/{line.year_be}",
        garuda=garuda,
        proof=held.proof,
        fees=fee_lines(held.template, line.counts_from, line.paid_until, held.deeds if copy else ()),
        statement=_statement(held, chain),
        electronic=held.signed.level is not Level.WET,
        red_mark=REPLACEMENT if line.origin is Origin.REPLACEMENT else "",
        paragraphs=(*paper.paragraphs, *_instead_of(held)),
    )
    if copy is None:
        return paper
    return replace(
        paper, copy_mark=f"สำเนาที่ {copy.n}", copy_note=_copy_note(copy), across=_ACROSS.get(line.standing.state, "")
    )


def sample_paper(wanted: Wanted, office: OfficeProfile, today: date, garuda: bytes | None = None) -> CertificatePaper:
    """What would be issued: numbers and unknown values free, and across it that it is only a sample."""
    template = wanted.template
    ends = ends_on(today, template.years) if template.years else None
    paper = _face(template, office, wanted.holder_name.strip(), today, ends, wanted, BLANK)
    return replace(
        paper,
        garuda=garuda,
        fees=fee_lines(template, today, today, ()),
        red_mark=REPLACEMENT if wanted.origin is Origin.REPLACEMENT else "",
        across=SAMPLE,
    )


def _face(
    template: Template, office: OfficeProfile, holder: str, issued_on: date, ends: date | None, wanted: Wanted,
    blank: str = "-",
) -> CertificatePaper:  # fmt: skip
    name = office.name_th.split("(")[0].strip()
    day = thai_date(issued_on, "long", "arabic")
    until = thai_date(ends, "long", "arabic") if ends else ""
    known = given_values(template, holder, wanted.answers, wanted.receipt, office=name, issued_on=day, expires_on=until)
    return CertificatePaper(
        title=template.title,
        office_name=name,
        seat=f"สำนักงาน{name}",
        address=office.address_th,
        book="เล่มที่ ........",
        number="เลขที่ ................",
        form=template.form,
        paragraphs=paragraphs(template, wanted.answers, known, blank),
        issued=f"ออกให้ ณ วันที่ {day}",
        until=f"ใช้ได้จนถึงวันที่ {until}" if until else "",
        signer_name=wanted.signed.name.strip(),
        signer_lines=wanted.signed.lines,
        signer_title=template.signer_title,
        conditions=template.conditions,
    )


def fee_lines(template: Template, counts_from: date, paid_until: date, deeds: Sequence[Deed]) -> tuple[FeeLine, ...]:
    """The record on the back: each anniversary with what was paid for it, the rest to be written by hand."""
    if not template.fees.yearly:
        return ()
    paid = {one.due_on: one for one in deeds if one.what is What.FEE}
    until = anniversary(max(counts_from, paid_until), template.fee_rows)
    days = list(due_days(counts_from, paid_until, until))[: template.fee_rows]
    return tuple(_fee_line(day.year - counts_from.year, day, paid.get(day)) for day in days)


def _fee_line(year: int, due: date, paid: Deed | None) -> FeeLine:
    told = (str(year), thai_date(due, "short", "arabic"))
    if paid is None or paid.receipt is None:
        return FeeLine(*told)
    receipt = paid.receipt
    late = format_baht(receipt.late_satang) if receipt.late_satang else "-"
    day = thai_date(receipt.day, "short", "arabic")
    return FeeLine(*told, format_baht(receipt.satang), late, f"{receipt.book_no}/{receipt.number}", day, paid.by_name)


def _instead_of(held: Certificate) -> tuple[str, ...]:
    if held.line.origin is Origin.FIRST or not held.former:
        return ()
    if held.line.origin is Origin.REPLACEMENT:
        return (f"ใบแทนฉบับนี้ออกแทน{held.former} เนื่องจาก{held.reason}",)
    return (f"ฉบับนี้ออกแทน{held.former} ซึ่งแก้ไขข้อความ เนื่องจาก{held.reason}",)


def _statement(held: Certificate, chain: str) -> str:
    """How it was signed, for who holds the paper."""
    when = f"{_moment(held.issued_at)} เครื่อง {held.counter or '-'}"
    signed = held.signed
    if signed.level is Level.WET:
        return f"การลงนามระดับ 1: ลงลายมือชื่อบนกระดาษ ออกเลขเมื่อ {when} โดย {held.issued_by}"
    code = f" รหัสตรวจสอบ {chain[:16]}" if chain else ""
    who = f"{signed.name} เมื่อ {when} ลำดับ {held.mseq}{code}"
    if signed.level is Level.ACT:
        return f"การลงนามระดับ 2: ลงนามทางอิเล็กทรอนิกส์โดย {who}"
    return f"การลงนามระดับ 3: ลายมือชื่อดิจิทัล (PAdES) ของ {signed.subject} ลงนามโดย {who}"


def _copy_note(copy: Copy) -> str:
    return (
        f"สำเนาที่ {copy.n} พิมพ์เมื่อ {_moment(copy.at)} เครื่อง {copy.counter or '-'} โดย {copy.by_name} เหตุผล: {copy.reason}"
    )


def _moment(at: datetime) -> str:
    return f"{thai_date(local_date(at), 'long', 'arabic')} เวลา {thai_time(at, 'arabic')}"
