"""The paper: what the text layer says, that nothing sticks out, that a copy is told from the original."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.application import Office
from desktop.certificates.model import Certificate, Level, Origin, SignedBy, Wanted
from desktop.certificates.paper import issued_paper, sample_paper
from desktop.certificates.templates import read_template
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.paper.certificate import CertificatePaper, certificate_pdf
from desktop.paper.official import measures as mm
from desktop.paper.pades import check, open_key
from desktop.paper.pages import page_count, page_text
from desktop.paper.thai_text import width_mm
from tests.desktop.certificates.conftest import LICENCE, MAYOR, MORNING, PAID, acts, issued, seen, wanted
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.desk import person
from tests.helpers.pdfa import flaws

LONG = "บริษัท แม่เหียะอาหารและเครื่องดื่มนานาชาติเพื่อสุขภาพและการท่องเที่ยวเชิงวัฒนธรรมล้านนา (ประเทศไทย) จำกัด (มหาชน)"


def said(pdf: bytes) -> str:
    return " ".join(" ".join(page_text(pdf, page) for page in range(page_count(pdf))).split())


def test_the_first_print_says_all_of_it_in_thai_figures_and_is_made_to_be_kept(office: Office) -> None:
    held = issued(office)
    pdf = office.certificates.pdf(held)
    words = said(pdf)
    for expected in (
        "หนังสือรับรองการแจ้งจัดตั้งสถานที่จำหน่ายอาหารและสถานที่สะสมอาหาร", "เล่มที่ ๑", "เลขที่ ๑/๒๕๖๙", "สอ.๖",
        "นางคำแปง สุขใจ", "อายุ ๔๕ ปี", "ร้านคำแปง", "จำหน่ายอาหาร", "๑๒๐ ตารางเมตร", "ใบเสร็จรับเงินเล่มที่ ๑ เลขที่ ๔๕๑",
        "๓๐๐.๐๐ บาท", "ออกให้ ณ วันที่ ๑๔ มกราคม ๒๕๖๙", "(นายสมชาย ตัวอย่างดี)", "นายกเทศมนตรีเมืองแม่เหียะ",
        "เจ้าพนักงานท้องถิ่น", "การลงนามระดับ ๑", "รายการเสียค่าธรรมเนียมรายปี", "๑๔ ม.ค. ๒๕๗๐",
    ):  # fmt: skip
        assert expected in words, expected
    assert "สำเนา" not in words
    assert "ใบแทน" not in words
    assert page_count(pdf) == 2
    assert not flaws(pdf)
    assert office.certificates.pdf(seen(office, held)) == pdf


def test_a_copy_weeks_later_bears_its_number_and_the_fees_paid_since(office: Office, clock: ManualClock) -> None:
    held = issued(office)
    clock.advance(timedelta(days=21))
    acts(office).pay(held.id, replace(PAID, book_no=7, number=99, satang=300_00, late_satang=60_00))
    copied = acts(office, "piyada").copy(held.id, "ขอใช้ยื่นธนาคาร")
    words = said(office.certificates.pdf(copied, copied.copies[-1]))
    for expected in ("สำเนาที่ ๒", "ปิยะดา", "ขอใช้ยื่นธนาคาร", "๔ กุมภาพันธ์ ๒๕๖๙", "๗/๙๙", "๖๐.๐๐"):
        assert expected in words, expected
    acts(office, "somchai").revoke(held.id, "เอกสารเท็จ")
    again = acts(office).copy(held.id, "ใช้ในคดี")
    words = said(office.certificates.pdf(again, again.copies[-1]))
    assert "สำเนาที่ ๓" in words
    assert "ยกเลิก" in words


def test_a_copy_says_over_the_sheet_what_its_original_is_worth_on_that_day(office: Office, clock: ManualClock) -> None:
    def across(held: Certificate) -> str:
        copied = acts(office).copy(held.id, "ยื่นธนาคาร")
        profile = office.account_queries.office()
        assert profile is not None
        return issued_paper(copied, profile, copy=copied.copies[-1]).across

    mayor, held, other = acts(office, "somchai"), issued(office), issued(office)
    assert across(held) == ""
    mayor.suspend(held.id, "ไม่สะอาด", None, None)
    assert across(held) == "พักใช้"
    mayor.resume(held.id, "แก้ไขแล้ว")
    assert across(held) == ""
    issued(office, origin=Origin.REPLACEMENT, replaces_id=held.id, reason="ต้นฉบับสูญหาย")
    assert across(held) == "ยกเลิก"
    mayor.close(other.id, "ย้ายร้าน")
    assert across(other) == "เลิกกิจการ"


def test_a_replacement_says_so_in_red_and_what_it_stands_for(office: Office) -> None:
    held = issued(office)
    new = issued(office, origin=Origin.REPLACEMENT, replaces_id=held.id, reason="ต้นฉบับสูญหาย")
    profile = office.account_queries.office()
    assert profile is not None
    paper = issued_paper(new, profile)
    assert paper.red_mark == "ใบแทน"
    words = said(office.certificates.pdf(new))
    assert "ออกแทนเล่มที่ ๑ เลขที่ ๑/๒๕๖๙ เนื่องจากต้นฉบับสูญหาย" in words
    mended = issued(office, origin=Origin.CORRECTION, replaces_id=new.id, reason="สะกดชื่อผิด")
    assert "แก้ไขข้อความ เนื่องจากสะกดชื่อผิด" in said(office.certificates.pdf(mended))


def texts(paper: CertificatePaper) -> Iterator[tuple[float, float]]:
    """Left and right end of every line of the sheets."""
    from desktop.paper import certificate
    from desktop.paper.official.rows import deal, moved
    from desktop.paper.ops import Op, Text

    dealt = deal(certificate._rows(paper), mm.FEET + mm.LINE)
    ops: list[Op] = [moved(op, one.y) for sheet in dealt for one in sheet for op in one.row.ops]
    ops += [op for sheet in certificate._back(paper) for op in sheet.ops]
    for op in ops:
        if isinstance(op, Text) and not op.turn_deg:
            wide = width_mm(op.text, op.size_pt, op.face)
            start = op.x_mm - {"left": 0.0, "centre": wide / 2, "right": wide}[op.align]
            yield start, start + wide


def test_very_long_names_stay_on_the_paper(office: Office) -> None:
    answers = dict(wanted(office).answers) | {"shop_name": f"{LONG} {LONG}", "premises": LONG, "special": LONG * 6}
    lines = ("รองปลัดเทศบาลผู้ทำหน้าที่ยาวมากเป็นพิเศษ รักษาราชการแทน", "ปลัดเทศบาล ปฏิบัติราชการแทน", "นายกเทศมนตรีเมืองแม่เหียะ")
    made = wanted(office, holder_name=LONG, answers=answers, signed=SignedBy(LONG, lines))
    profile = office.account_queries.office()
    assert profile is not None
    paper = replace(sample_paper(made, profile, date(2026, 1, 14)), proof="PROOF" * 20, copy_mark="สำเนาที่ 2")
    edges = list(texts(paper))
    assert min(left for left, _ in edges) >= mm.LEFT - 8
    assert max(right for _, right in edges) <= mm.RIGHT + 8
    pdf = certificate_pdf(paper, MORNING)
    assert page_count(pdf) == 3
    assert said(pdf).replace(" ", "").count(LONG.replace("(", "").replace(" ", "")[:20]) >= 8


def test_a_sample_says_that_it_is_one_whatever_is_missing(office: Office) -> None:
    words = said(office.certificates.sample(Wanted(read_template(LICENCE.read_bytes()), "", {}, SignedBy("", ()))))
    assert "ตัวอย่าง" in words
    assert words.count("." * 24) >= 3
    assert "ตั้งแต่" not in words


def test_the_mayors_certificate_signs_the_file_and_it_is_kept(office: Office) -> None:
    authority = Authority(MORNING)
    key = open_key(authority.issue("นายสมชาย ตัวอย่างดี")[0], PASSPHRASE, MORNING)
    mayor = person(office, "somchai")
    signed = SignedBy(mayor.name_th, ("นายกเทศมนตรีเมืองแม่เหียะ",), mayor.id, (), Level.CERTIFICATE, key.subject)
    held = acts(office, "somchai").issue(wanted(office, signed=signed))
    with pytest.raises(OfficeError, match=r"certificates\.not_the_signer"):
        office.certificates.sign(person(office), held, key)
    other = open_key(authority.issue("นายวิชัย")[0], PASSPHRASE, MORNING)
    with pytest.raises(OfficeError, match=r"outgoing\.other_certificate"):
        office.certificates.sign(mayor, held, other)
    kept = office.certificates.sign(mayor, held, key)
    pdf = office.certificates.pdf(kept)
    (found,) = check(pdf, [authority.root])
    assert (found.signer, found.intact, found.whole) == ("นายสมชาย ตัวอย่างดี", True, True)
    assert "การลงนามระดับ ๓" in said(pdf)
    assert office.certificates.sign(mayor, kept, key) == kept
    copied = acts(office).copy(kept.id, "ยื่นธนาคาร")
    assert "สำเนาที่ ๒" in said(office.certificates.pdf(copied, copied.copies[0]))


def test_the_signers_act_names_its_place_in_the_desks_chain(office: Office) -> None:
    mayor = person(office, "somchai")
    signed = replace(MAYOR, id=mayor.id, level=Level.ACT)
    held = acts(office, "somchai").issue(wanted(office, signed=signed))
    words = said(office.certificates.pdf(held))
    assert "การลงนามระดับ ๒" in words
    assert office.certificates.queries.chain(held.id)
    assert "(ลงนามทางอิเล็กทรอนิกส์)" in words
