"""What was made before something happened does not come out after it: an original of what ended, a bill nobody owes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from desktop.devices.printer import JobReport, JobState
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.paper import qr
from desktop.paper.pages import page_count, page_text
from desktop.sheets.model import Answer, Filed, Outcome, Run
from desktop.sheets.sending import Sending
from tests.desktop.certificates.conftest import FOOD
from tests.helpers.desk import MORNING, make_desk, make_office, set_biller
from tests.helpers.every_paper import Rooms
from tests.helpers.print_desk import ScriptedPrinter
from ui.certificates.presenter import CertificatesPresenter

FAILED = JobReport(JobState.FAILED)


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    clock = ManualClock(MORNING)
    desk = make_desk(tmp_path / "desk", clock=clock, next_case=17, certificates=(FOOD,), bills_left=20)
    set_biller(desk)
    yield Rooms(make_office(desk), clock)
    desk.close()


@pytest.fixture
def printer() -> ScriptedPrinter:
    return ScriptedPrinter()


@pytest.fixture
def sending(rooms: Rooms, printer: ScriptedPrinter) -> Sending:
    return rooms.office.sheets.sending(rooms.who(), lambda: printer)


def revoked(rooms: Rooms) -> None:
    rooms.office.certificates.acts(rooms.who("somchai")).revoke(rooms.certificate.id, "เอกสารเท็จ")


def cancelled(rooms: Rooms) -> None:
    rooms.office.bills.billing(rooms.who()).cancel(rooms.bill.id, "ผิดราย")


def paid(rooms: Rooms) -> None:
    rooms.office.bills.paying(rooms.who()).pay(rooms.bill.id, rooms.bill.total_satang)


def asked(sending: Sending, printer: ScriptedPrinter, paper: Filed) -> Run:
    """The paper is sent, and nobody knows whether it came out."""
    sending.send_file(paper, "laser")
    printer.report_now = FAILED
    found = sending.question()
    assert found is not None
    return found


def told_of_all(sending: Sending, run: Run, answer: Answer) -> None:
    while run.unknown:
        run, _ = sending.answer(run, run.unknown[0], answer)


WORTH: dict[str, tuple[Callable[[Rooms], Filed], Callable[[Rooms], None], str]] = {
    "revoked": (Rooms.original, revoked, "certificates.not_in_force"),
    "cancelled": (Rooms.of_bill, cancelled, "cashier.bill_was_cancelled"),
    "paid": (Rooms.of_bill, paid, "cashier.bill_paid"),
}


@pytest.mark.parametrize("case", WORTH)
@pytest.mark.parametrize("answer", [Answer.NOT_OUT, Answer.PARTLY])
def test_what_did_not_come_out_in_time_is_settled_and_never_follows(
    rooms: Rooms, printer: ScriptedPrinter, sending: Sending, case: str, answer: Answer
) -> None:
    make, happens, code = WORTH[case]
    question = asked(sending, printer, make(rooms))
    happens(rooms)
    with pytest.raises(OfficeError) as refused:
        told_of_all(sending, question, answer)
    assert refused.value.code == code
    settled = sending.queries.run(question.id)
    assert settled is not None
    assert {sheet.outcome for sheet in settled.sheets} <= {Outcome.NOT_OUT, Outcome.SPOILED}
    assert sending.question() is None
    assert len(printer.given) == 1, "nothing was sent again"


def test_what_lies_there_is_no_trouble_though_it_is_worth_nothing_now(
    rooms: Rooms, printer: ScriptedPrinter, sending: Sending
) -> None:
    question = asked(sending, printer, rooms.of_bill())
    cancelled(rooms)
    told, following = sending.answer(question, question.unknown[0], Answer.OUT)
    assert (told.sheets[0].outcome, following) == (Outcome.OUT, None)


def test_a_copy_says_what_held_when_it_was_made_and_is_printed_again(
    rooms: Rooms, printer: ScriptedPrinter, sending: Sending
) -> None:
    question = asked(sending, printer, rooms.copy())
    revoked(rooms)
    _, following = sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    assert following is not None
    assert len(printer.given) == 2


def test_an_original_that_waited_for_the_printer_is_refused_once_it_ended(rooms: Rooms) -> None:
    held = rooms.certificate
    revoked(rooms)
    with pytest.raises(OfficeError) as refused:
        CertificatesPresenter(rooms.office, rooms.who("kanda")).filed(held)
    assert refused.value.code == "certificates.not_in_force"


def codes_on(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(qr.texts_on(document[0].render(scale=3).to_pil()))


@pytest.mark.parametrize(("happens", "words"), [(cancelled, "ยกเลิกแล้ว: ผิดราย"), (paid, "ชำระแล้ว")])
def test_a_bill_that_nobody_owes_says_so_and_bears_no_part_to_pay_with(
    rooms: Rooms, happens: Callable[[Rooms], None], words: str
) -> None:
    bill = rooms.bill
    owed = rooms.of_bill().pdf
    assert "ส่วนสำหรับชำระเงิน" in page_text(owed, 0)
    assert codes_on(owed) == 1
    happens(rooms)
    made = rooms.office.bills.pdf(bill)
    assert page_count(made) == 1
    text = page_text(made, 0)
    assert words in text
    assert "ไม่ต้องชำระเงินตามใบแจ้งนี้" in text
    assert "ส่วนสำหรับชำระเงิน" not in text
    assert codes_on(made) == 0
