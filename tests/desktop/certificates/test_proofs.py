"""From the printed certificate back to the verdict: 203 dots an inch, blurred and turned as a camera sees it."""

from datetime import timedelta

import pytest
from PIL import Image, ImageFilter

from desktop.application import Office
from desktop.certificates.model import Certificate, Origin
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.paper import qr
from desktop.proofs.model import PaperKind, Standing, Verdict
from desktop.proofs.queries import ProofQueries
from tests.desktop.certificates.conftest import acts, issued, licence, seen
from tests.helpers.proofs import AT, vouch_for
from tests.helpers.rasters import grey

DPI = 203.2


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(AT)


@pytest.fixture
def vouched(office: Office) -> Office:
    vouch_for(office.desk)
    return office


def sheet(office: Office, held: Certificate) -> Image.Image:
    return grey(office.certificates.pdf(held), 0, DPI)


def verdict(office: Office, picture: Image.Image) -> Verdict:
    (text,) = qr.texts_on(picture)
    return ProofQueries(office.desk.reader).judge(text)


def judged(office: Office, held: Certificate) -> Verdict:
    return ProofQueries(office.desk.reader).judge(held.proof)


def test_a_blurred_and_turned_sheet_proves_itself(vouched: Office) -> None:
    picture = sheet(vouched, issued(vouched))
    worn = picture.filter(ImageFilter.GaussianBlur(0.7)).rotate(4, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    for seen_by_camera in (picture, worn):
        found = verdict(vouched, seen_by_camera)
        assert found.standing is Standing.GENUINE
        assert found.claim is not None
        assert (found.claim.kind, found.claim.at) == (PaperKind.CERTIFICATE, AT)
        assert (found.claim.number, found.claim.subject) == ("FOOD เล่มที่ 1 เลขที่ 1/2569", "นางคำแปง ส…")


def test_what_was_taken_back_says_so_and_since_when(vouched: Office, clock: ManualClock) -> None:
    held, other = issued(vouched), issued(vouched)
    picture = sheet(vouched, held)
    clock.advance(timedelta(days=3))
    acts(vouched, "somchai").revoke(held.id, "เอกสารเท็จ")
    found = verdict(vouched, picture)
    assert (found.standing, found.revoked_at) == (Standing.REVOKED, clock.now())
    assert judged(vouched, other).standing is Standing.GENUINE


def test_what_is_taken_back_from_a_later_day_says_that_day(vouched: Office, clock: ManualClock) -> None:
    held = issued(vouched)
    day = local_date(clock.now()) + timedelta(days=10)
    acts(vouched, "somchai").revoke(held.id, "เลิกตามคำสั่ง", day)
    found = judged(vouched, held)
    assert found.standing is Standing.REVOKED
    assert found.revoked_at is not None
    assert local_date(found.revoked_at) == day
    assert local_date(found.revoked_at - timedelta(minutes=1)) < day


@pytest.mark.parametrize("origin", [Origin.CORRECTION, Origin.REPLACEMENT])
def test_the_paper_whose_place_another_takes_holds_no_more(vouched: Office, origin: Origin) -> None:
    held = issued(vouched)
    new = issued(vouched, origin=origin, replaces_id=held.id, reason="สะกดชื่อผิด")
    assert [judged(vouched, one).standing for one in (held, new)] == [Standing.REVOKED, Standing.GENUINE]


def test_a_suspension_revokes_nothing(vouched: Office) -> None:
    held = issued(vouched)
    acts(vouched, "somchai").suspend(held.id, "รอแก้ไข", None, None)
    assert judged(vouched, held).standing is Standing.GENUINE


def test_the_first_of_one_register_is_not_the_first_of_another(vouched: Office) -> None:
    acts(vouched, "somchai").define(licence())
    food = issued(vouched)
    haz = issued(vouched, template=licence(), answers={"activity": "แต่งผม", "site": "99 หมู่ 1"})
    assert (food.line.book_no, food.line.number) == (haz.line.book_no, haz.line.number)
    acts(vouched, "somchai").revoke(haz.id, "เอกสารเท็จ")
    assert [judged(vouched, one).standing for one in (food, haz)] == [Standing.GENUINE, Standing.REVOKED]


def test_every_printing_bears_the_same_code_also_after_the_office_has_another_key(vouched: Office) -> None:
    held = issued(vouched)
    before = vouched.certificates.pdf(held)
    vouched.desk.settle("DELETE FROM desk_voucher", ())
    assert vouched.certificates.pdf(seen(vouched, held)) == before


def test_a_certificate_without_a_code_prints_as_before(office: Office) -> None:
    """Those of earlier releases, and of an office that has no key."""
    held = issued(office)
    assert held.proof == ""
    assert not qr.texts_on(sheet(office, held))
    acts(office, "somchai").revoke(held.id, "เอกสารเท็จ")
    assert not qr.texts_on(sheet(office, seen(office, held)))
