"""What goes out, money, books and the archive."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from desktop.archive.model import Form
from desktop.interchange.statements import Looked
from desktop.outgoing.model import Level
from desktop.proofs.model import Claim, PaperKind, Standing, Verdict
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import each, scene
from tests.ui.walk.stage import Stage
from ui.archive.lists_page import APPROVE, COMMITTEE, DESTROY, LETTERS, SIGN
from ui.archive.screen import FORMS, LISTS, RULES, SHELF
from ui.cashier.counter_screen import CounterScreen
from ui.cashier.money_screens import BILLS as BILLS_PAGE
from ui.cashier.money_screens import CHECK as CHECK_PAGE
from ui.cashier.money_screens import RECEIPTS as RECEIPTS_PAGE
from ui.cashier.money_screens import STATEMENT as STATEMENT_PAGE
from ui.letters.books_screen import BOOK, LENT
from ui.outgoing.screens import OutgoingScreens
from ui.registers.paper_page import KEY_IN, SPOIL
from ui.registers.screen import BOOKS, OWN, PAPER, STAMPS

# ------------------------------------------------------------------------------------------------------ outgoing


def _outgoing(stage: Stage, login: str = "kanda") -> OutgoingScreens:
    stage.sits(login)
    screens = stage.go("outgoing")
    assert isinstance(screens, OutgoingScreens)
    return screens


def _draft(stage: Stage, furniture: Furniture, which: str) -> Iterator[None]:
    screens = _outgoing(stage, "wichai" if which == "reviewed" else "kanda")
    screens.open_draft(getattr(furniture, which))
    stage.until(lambda: screens.presenter.draft is not None)
    yield
    screens._back()


each(("draft", "reviewed", "approved", "signed"), "outgoing", _draft)


@scene
def outgoing_to_sign_with_a_key(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _outgoing(stage, "somchai")
    screens.open_draft(furniture.approved)
    stage.until(lambda: screens.presenter.draft is not None)
    level = screens.editor.deeds.level
    level.choose(str(int(Level.CERTIFICATE)))
    level.chosen.emit(level.value)
    yield
    screens._back()


@scene
def outgoing_versions(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _outgoing(stage)
    screens.open_draft(furniture.draft)
    stage.until(lambda: screens.presenter.draft is not None)
    screens.editor.versions_button.click()
    yield
    screens.editor.versions_button.click()
    screens._back()


@scene
def dispatch_book(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _outgoing(stage)
    screens.show_book()
    yield
    screens.book.closed.emit()


# --------------------------------------------------------------------------------------------------------- money


@scene
def counter(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    stage.go("counter")
    yield


@scene
def counter_paying(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("counter")
    assert isinstance(screen, CounterScreen)
    screen.picker.chosen.emit(screen.presenter.fees[0])
    for field, words in ((screen.form.payer, "นางคำแปง แสนสุขสวัสดิ์วัฒนา"), (screen.form.tendered, "1000")):
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText(words)
    yield
    screen.next_citizen()


@scene
def counter_calculating(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("counter")
    assert isinstance(screen, CounterScreen)
    sign = next(fee for fee in screen.presenter.fees if fee.code == "SIGN_TAX")
    screen.picker.chosen.emit(screen.presenter.fees[0])
    screen.picker.chosen.emit(sign)
    for name in ("width", "height"):
        field = screen.basket.formula.fields[name]
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText("200")
    screen.basket.formula._show()
    yield
    screen.next_citizen()


@scene
def counter_paid(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("counter")
    assert isinstance(screen, CounterScreen)
    receipt = stage.office.cashier_queries.receipt(furniture.receipt)
    assert receipt is not None
    screen.done.show_receipt(receipt)
    screen._show_done(True)
    yield
    screen._show_done(False)


@scene
def receipts(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    stage.go("receipts")
    yield


@scene
def receipt_with_a_number_of_e_laas(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(RECEIPTS_PAGE)
    stage.until(lambda: screens.receipts.table.current() is not None)
    screens.receipts.ask_elaas()
    yield
    screens.receipts.elaas_form.hide()


@scene
def receipt_to_void(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("receipts").receipts
    screen.table.choose(0)
    screen.ask_void()
    yield
    screen.void_form.hide()


@scene
def receipt_to_void_with_a_pin(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """The head has a PIN here; the clerk forgot everything."""
    stage.sits("piyada")
    stage.office.approvals.set_pin(stage.office.account_queries.person("wichai"), "204816")
    screen = stage.go("receipts").receipts
    screen.table.choose(0)
    screen.ask_void()
    screen.void_form._confirm()
    yield
    screen.void_form.hide()


@scene
def paper_checked(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(CHECK_PAGE)
    at = datetime(2026, 11, 11, 2, 14, tzinfo=UTC)
    claim = Claim(PaperKind.RECEIPT, "70/C1 000451", at, "นายบุญมี ใจ…", 18000)
    screens.check.show_verdict(Verdict(Standing.REVOKED, claim, "C1", "เทศบาลเมืองแม่เหียะ", at, at))
    yield
    screens.turn(RECEIPTS_PAGE)


def _bills(stage: Stage, furniture: Furniture, view: str) -> Iterator[None]:
    """The first bill of a list, as it is paid there."""
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(BILLS_PAGE)
    screens.bills.views.choose(view)
    screens.bills._turn(view)
    stage.rest()
    yield
    screens.turn(RECEIPTS_PAGE)


each(("open", "overdue", "waiting", "paid"), "bills", _bills)


@scene
def bill_paid_by_transfer(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(BILLS_PAGE)
    screens.bills.views.choose("open")
    screens.bills._turn("open")
    stage.rest()
    screens.bills.panel._choose("transfer")
    yield
    screens.turn(RECEIPTS_PAGE)


@scene
def bill_paid_by_cheque(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(BILLS_PAGE)
    screens.bills.views.choose("open")
    screens.bills._turn("open")
    stage.rest()
    screens.bills.panel._choose("cheque")
    yield
    screens.turn(RECEIPTS_PAGE)


@scene
def bill_to_cancel(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(BILLS_PAGE)
    screens.bills.views.choose("open")
    screens.bills._turn("open")
    stage.rest()
    screens.bills.ask_cancel()
    yield
    screens.bills.reason.hide()
    screens.turn(RECEIPTS_PAGE)


@scene
def statement(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(STATEMENT_PAGE)
    yield
    screens.turn(RECEIPTS_PAGE)


@scene
def statement_left_out(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(STATEMENT_PAGE)
    screens.statement.ask_leave()
    yield
    screens.statement.reason.hide()
    screens.turn(RECEIPTS_PAGE)


@scene
def statement_columns(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screens = stage.go("receipts")
    screens.turn(STATEMENT_PAGE)
    sample = (("11/11/2569 10:32", "รับโอน นายบุญมี ใจคำ 7000000013", "960.00", "12,480.00"),)
    headings = ("เวลาทำรายการ", "คำอธิบาย", "จำนวน", "ยอดคงเหลือ")
    screens.statement.columns.ask(Path("statement-2569-11.csv"), Looked(4, headings, None, sample))
    yield
    screens.statement.columns.hide()
    screens.turn(RECEIPTS_PAGE)


# ----------------------------------------------------------------------------------------------- books and lists


def _register_view(stage: Stage, furniture: Furniture, view: str) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("registers")
    screen.view.choose(view)
    screen._turn(view)
    yield


each((BOOKS, OWN, PAPER, STAMPS), "registers", _register_view)


def _on_paper(stage: Stage, furniture: Furniture, way: str) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("registers")
    screen.view.choose(PAPER)
    screen._turn(PAPER)
    screen.paper.turn(way)
    yield


each((KEY_IN, SPOIL), "registers-paper", _on_paper)


def _book_view(stage: Stage, furniture: Furniture, view: str) -> Iterator[None]:
    stage.sits("kanda")
    screen = stage.go("books")
    screen.view.choose(view)
    screen._turn()
    yield
    screen.view.choose(BOOK)
    screen._turn()


each((BOOK, LENT), "books", _book_view)


def _archive_view(stage: Stage, furniture: Furniture, view: str) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("archive").turn(view)
    yield


each((FORMS, SHELF, LISTS, RULES), "archive", _archive_view)


def _list_step(stage: Stage, furniture: Furniture, step: str) -> Iterator[None]:
    stage.sits("kanda")
    screen = stage.go("archive")
    screen.turn(LISTS)
    stage.rest()
    screen.lists.turn(step)
    yield
    screen.lists.turn(LETTERS)


each((COMMITTEE, SIGN, APPROVE, DESTROY), "archive-list", _list_step)


@scene
def archive_form_of_slips(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    screen = stage.go("archive")
    screen.turn(FORMS)
    screen.forms.form.choose(Form.SLIPS.value)
    screen.forms.form.chosen.emit(Form.SLIPS.value)
    yield
