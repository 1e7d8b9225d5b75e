"""บัญชีหนังสือขอทำลาย (แบบที่ 25): the list, what the committee proposes for each letter, and who signed."""

from collections.abc import Iterator, Sequence

from desktop.archive.model import DestructionList, Entry, MemberRole, Verdict
from desktop.archive.words import ANSWERS, VERDICTS
from desktop.office.dates import thai_date
from desktop.paper.form import Signer
from desktop.paper.table import FormTable, TableColumn, TableRow, Value

_ROLES = {MemberRole.CHAIR: "ประธานกรรมการ", MemberRole.MEMBER: "กรรมการ"}
_COLUMNS = (
    TableColumn("ลำดับที่", 16, "centre"),
    TableColumn("รหัสแฟ้ม", 24),
    TableColumn("ที่", 40),
    TableColumn("ลงวันที่", 25, "centre"),
    TableColumn("เลขทะเบียนรับ", 25, "centre"),
    TableColumn("เรื่อง", 75),
    TableColumn("การพิจารณา", 24, "centre"),
    TableColumn("หมายเหตุ", 38),
    TableColumn("อายุการเก็บ (ปี)", 0),
    TableColumn("เก็บถึงสิ้นปี พ.ศ.", 0),
)


def destruction_form(found: DestructionList, entries: Sequence[Entry]) -> FormTable:
    """The list as its paper says it; a letter that is held says so whatever was proposed."""
    under = (found.unit_name,) if found.unit_name else ()
    rows = [TableRow(_values(place, entry)) for place, entry in enumerate(entries, start=1)]
    return FormTable(
        "บัญชีหนังสือขอทำลาย",
        (*under, f"ประจำปี {found.year_be}"),
        _COLUMNS,
        rows,
        tuple(_totals(found, entries)),
        tuple(_signers(found)),
    )


def _values(place: int, entry: Entry) -> tuple[Value, ...]:
    note = entry.reason
    if entry.hold:
        note = f"ห้ามทำลาย: {entry.hold}"
    number = f"{entry.number}/{entry.year_be}"
    words = (entry.book_number, entry.letter_date, number, entry.subject, VERDICTS[entry.verdict], note)
    return (place, entry.file_code, *words, entry.years, entry.since_be + entry.years)


def _totals(found: DestructionList, entries: Sequence[Entry]) -> Iterator[str]:
    destroy = sum(entry.verdict is Verdict.DESTROY for entry in entries)
    kept = len(entries) - destroy
    yield f"รวม {len(entries):,} เรื่อง เสนอทำลาย {destroy:,} เรื่อง" + (f" เก็บไว้ {kept:,} เรื่อง" if kept else "")
    if found.committee_order:
        yield f"คณะกรรมการทำลายหนังสือ ตาม{found.committee_order}"
    if (approval := found.approval) is not None:
        sent = thai_date(approval.archives_sent_on, "long", "arabic")
        answer = ANSWERS[approval.archives_answer]
        letter = f" ({approval.archives_reference})" if approval.archives_reference else ""
        yield f"ส่งบัญชีให้หอจดหมายเหตุแห่งชาติ กรมศิลปากร วันที่ {sent} ผล: {answer}{letter}"
    if found.destroyed_on is not None:
        yield f"ทำลายแล้ววันที่ {thai_date(found.destroyed_on, 'long', 'arabic')} โดย{found.destroyed_how}"


def _signers(found: DestructionList) -> Iterator[Signer]:
    for member in found.members:
        signed = f"ลงนามวันที่ {thai_date(member.signed_on, 'long', 'arabic')}" if member.signed_on else ""
        yield Signer(_ROLES[member.role], member.name, member.position, signed)
    if (approval := found.approval) is not None:
        on = f"วันที่ {thai_date(approval.on, 'long', 'arabic')}"
        yield Signer("ผู้อนุมัติให้ทำลาย", approval.name, approval.position, on)
    else:
        yield Signer("ผู้อนุมัติให้ทำลาย")
