"""From the printed slip back to the verdict: 203 dots an inch, blurred and turned as a camera sees it."""

import pytest
from PIL import Image, ImageFilter

from desktop.application import Office
from desktop.cases.model import Case
from desktop.counter.scanned import read
from desktop.office.clock import ManualClock
from desktop.paper import qr
from desktop.proofs.model import PaperKind, Standing, Verdict
from desktop.proofs.queries import ProofQueries
from tests.desktop.cases.conftest import notification, opened
from tests.helpers.desk import person
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


def worn(office: Office, case: Case, code: str, **given: object) -> tuple[Image.Image, Image.Image]:
    """As it comes out of the printer, and as a hand holds it before a camera."""
    sheet = grey(office.cases.papers.pdf(case, code, **given), 0, DPI)  # type: ignore[arg-type]
    blurred = sheet.filter(ImageFilter.GaussianBlur(0.7))
    return sheet, blurred.rotate(4, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def verdicts(office: Office, picture: Image.Image) -> list[Verdict]:
    texts = qr.texts_on(picture)
    assert len(texts) == 2, "one to follow the matter, one to check the paper"
    found = [ProofQueries(office.desk.reader).judge(text) for text in texts]
    return [one for one in found if one.standing is not Standing.UNREADABLE]


@pytest.mark.parametrize("stock", ["roll", "a5"])
def test_a_slip_proves_itself_and_names_nobody(vouched: Office, stock: str) -> None:
    case = opened(vouched)
    for picture in worn(vouched, case, "slip", stock=stock):
        (found,) = verdicts(vouched, picture)
        assert found.standing is Standing.GENUINE
        assert found.claim is not None
        assert (found.claim.kind, found.claim.number, found.claim.at) == (PaperKind.CASE, "OSS-70-C1-00017", AT)
        assert found.claim.subject == case.kind.name.th, "the slip of a complaint names nobody, so its code does not"


def test_a_notification_slip_proves_itself_with_the_masked_name_that_stands_on_it(vouched: Office) -> None:
    case = vouched.cases.acts(person(vouched)).open(notification(vouched, "form", "id_card", "house_registration"))
    for picture in worn(vouched, case, "notice"):
        (found,) = verdicts(vouched, picture)
        assert found.standing is Standing.GENUINE
        assert found.claim is not None
        assert found.claim.subject == "นางคำแปง ส…"


def test_all_papers_of_a_case_bear_the_code_of_its_opening(vouched: Office) -> None:
    case = opened(vouched)
    again = vouched.cases.queries.case(case.id)
    assert again is not None
    assert case.proof
    assert again.proof == case.proof


def test_a_desk_that_the_office_does_not_vouch_for_prints_as_before(office: Office) -> None:
    case = opened(office)
    assert case.proof == ""
    sheet = grey(office.cases.papers.pdf(case, "slip"), 0, DPI)
    assert [text[:5] for text in qr.texts_on(sheet)] == ["TDC1|"]


def test_a_scanned_proof_opens_its_case(vouched: Office) -> None:
    case = opened(vouched)
    scanned = read(case.proof + "\r")
    assert scanned is not None
    assert (scanned.series, scanned.year_be, scanned.number) == (case.line.series, case.line.year_be, case.line.number)
    assert read(case.proof[:-3]) is None
