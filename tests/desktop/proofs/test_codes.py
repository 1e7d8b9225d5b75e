"""Codes by the municipality's public key alone: what is true, what was altered, whose it is, what came after."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.office.keyboard import as_thai
from desktop.office.signing import Signer
from desktop.paper.qr import dark_runs
from desktop.proofs import base45, packing
from desktop.proofs.model import Claim, Lost, Page, PaperKind, Revoked, Standing, Trust
from desktop.proofs.rules import FIRST_PAGE, LIST, judge, masked, pages_of, short_key, short_paper
from tests.helpers.proofs import AT, DESK, OFFICE, a_code, a_list, voucher_of

TRUST = Trust("เทศบาลเมืองแม่เหียะ", (OFFICE.public_key,))
CLAIM = Claim(PaperKind.RECEIPT, "70/C1 000451", AT, masked("นายบุญมี ใจคำ"), 18000)


def test_the_public_key_alone_tells_a_true_code() -> None:
    verdict = judge(a_code(CLAIM), TRUST)
    assert (verdict.standing, verdict.claim) == (Standing.GENUINE, CLAIM)
    assert (verdict.desk, verdict.office_name, verdict.list_at) == ("C1", "เทศบาลเมืองแม่เหียะ", None)


def test_a_code_fits_the_narrowest_paper() -> None:
    """65 modules and the quiet zone at 4 dots of 203 dpi are 37 mm of the 72 that an 80 mm printer prints."""
    long = replace(CLAIM, subject=masked("บริษัท " + "ยาวมาก" * 12), number="70/C12 000451", satang=99_999_999_00)
    side, _ = dark_runs(a_code(CLAIM))
    most, _ = dark_runs(a_code(long))
    assert side <= 65
    assert most <= 73
    assert set(a_code(long)) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_no_byte_can_be_flipped() -> None:
    """Signatures and what they sign: no change of one bit anywhere leaves a code that is believed."""
    content = base45.decode(a_code(CLAIM).removeprefix(packing.BEGINS))
    for place in range(len(content)):
        other = bytearray(content)
        other[place] ^= 1 << place % 8
        assert judge(packing.to_text(bytes(other)), TRUST).standing in {
            Standing.ALTERED, Standing.FOREIGN, Standing.UNREADABLE,
        }, place  # fmt: skip


def test_another_desks_key_can_not_take_the_place_of_the_vouched_one() -> None:
    thief = Signer(b"t" * 32)
    forged = a_code(CLAIM, by=thief, voucher=voucher_of(DESK))
    assert judge(forged, TRUST).standing is Standing.ALTERED
    own_word = a_code(CLAIM, by=thief, voucher=voucher_of(thief, office=thief, issuer_of=OFFICE))
    assert judge(own_word, TRUST).standing is Standing.ALTERED


def test_a_foreign_offices_paper_is_not_called_false() -> None:
    other = Signer(b"o" * 32)
    code = a_code(CLAIM, voucher=voucher_of(DESK, office=other, name="เทศบาลนครอื่น"))
    verdict = judge(code, TRUST)
    assert (verdict.standing, verdict.office_name) == (Standing.FOREIGN, "เทศบาลนครอื่น")
    assert judge(code, Trust("", ())).standing is Standing.UNREADABLE


@pytest.mark.parametrize(
    "text", ["", "TDR1|500109|2570|1|451|18000|x|y", "TDP1:", "TDP1:???", "https://example.org", "TDP1:0"]
)
def test_what_is_no_code_of_ours_can_not_be_checked(text: str) -> None:
    assert judge(text, TRUST).standing is Standing.UNREADABLE


def test_a_scanner_under_the_thai_layout_is_forgiven() -> None:
    typed = as_thai(a_code(CLAIM)) + "\r\n"
    assert judge(typed, TRUST).standing is Standing.GENUINE


def test_a_revoked_paper_says_since_when_and_an_old_list_says_its_age() -> None:
    gone = AT + timedelta(days=3)
    old = a_list([], at=AT + timedelta(days=1))
    new = a_list([Revoked(short_paper(CLAIM.kind, CLAIM.number), gone)], at=gone + timedelta(hours=1))
    before, after = judge(a_code(CLAIM), replace(TRUST, pages=old)), judge(a_code(CLAIM), replace(TRUST, pages=new))
    assert (before.standing, before.list_at) == (Standing.GENUINE, AT + timedelta(days=1))
    assert (after.standing, after.revoked_at, after.claim) == (Standing.REVOKED, gone, CLAIM)
    another = a_code(replace(CLAIM, number="70/C1 000452"))
    assert judge(another, replace(TRUST, pages=new)).standing is Standing.GENUINE
    assert judge(another, TRUST, [(short_paper(CLAIM.kind, "70/C1 000452"), gone)]).standing is Standing.REVOKED


def test_what_a_desk_signed_before_it_was_lost_stays_true_and_after_it_is_doubtful() -> None:
    lost = AT + timedelta(hours=2)
    trust = replace(TRUST, pages=a_list([], at=lost, lost=[Lost(short_key(DESK.public_key), lost)]))
    before = judge(a_code(CLAIM), trust)
    assert (before.standing, before.lost_at) == (Standing.GENUINE, lost)
    assert judge(a_code(replace(CLAIM, at=lost)), trust).standing is Standing.DOUBTFUL


def test_outside_the_days_of_its_voucher_a_desk_is_doubtful() -> None:
    late = replace(CLAIM, at=datetime(2028, 1, 1, 5, tzinfo=UTC))
    assert judge(a_code(late), TRUST).standing is Standing.DOUBTFUL


def test_a_list_of_years_is_small_and_only_whole() -> None:
    """Five years of fifty a month: 13 bytes an entry with everything around it."""
    months = [date(2026 + number // 12, number % 12 + 1, 1) for number in range(60)]
    pages: list[bytes] = []
    for month in months:
        entries = tuple(Revoked(hashlib.sha256(f"{month}{n}".encode()).digest()[:8], AT) for n in range(50))
        before = hashlib.sha256(pages[-1]).digest() if pages else FIRST_PAGE
        at = datetime(month.year, month.month, 28, tzinfo=UTC)
        content = packing.page_part(Page(pages_of_issuer(), month, at, before, entries, ()))
        pages.append(content + OFFICE.sign(LIST + content))
    trust = replace(TRUST, pages=tuple(pages))
    assert sum(map(len, pages)) < 3000 * 15
    assert len(pages_of(trust)) == 60
    assert pages_of(replace(trust, pages=tuple(pages[1:]))) == ()
    assert pages_of(replace(trust, pages=(*pages[:30], *pages[31:]))) == ()
    torn = bytearray(pages[10])
    torn[60] ^= 1
    assert pages_of(replace(trust, pages=(*pages[:10], bytes(torn), *pages[11:]))) == ()
    assert pages_of(replace(trust, keys=(Signer(b"x" * 32).public_key,))) == ()


def pages_of_issuer() -> bytes:
    return packing.as_voucher(voucher_of(DESK)).issuer


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("นายบุญมี ใจคำ", "นายบุญมี ใจ…"),
        ("ร้านข้าวซอย", "ร้านข้…"),
        ("Mr John A. Smith", "Mr J… A… S…"),
        ("", ""),
    ],
)
def test_a_name_is_recognised_and_not_read(name: str, shown: str) -> None:
    assert masked(name) == shown


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_base45_brings_every_byte_back_and_ends_in_no_space(content: bytes) -> None:
    text = base45.encode(content)
    assert base45.decode(text) == content
    assert not text.endswith(" ")


@given(st.text(alphabet="0123456789ABCDEF $%:", max_size=400), st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_nothing_that_is_read_breaks_the_judge(text: str, content: bytes) -> None:
    for said in (text, packing.BEGINS + text, packing.to_text(content), packing.to_text(b"\x01" + content)):
        assert judge(said, TRUST).standing in {Standing.UNREADABLE, Standing.FOREIGN, Standing.ALTERED}
