"""Registering a letter."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.capture.batch import NewPage
from desktop.capture.model import Source
from desktop.letters.alike import Likeness, Paper
from desktop.letters.alike_queries import Alike
from desktop.letters.model import Registration, Urgency
from tests.helpers.letter_scans import letter, misread, reading
from tests.helpers.letters import document
from tests.helpers.read_pages import ReadBefore, ReadsNothing, paper, reads_by
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.letter_scenes import letters
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.kit.calendar_popup import CalendarPopup
from ui.letters.registration import RegistrationScreen
from ui.letters.screens import LetterScreens

# -------------------------------------------------------------------------------------------------- registration


@scene
def register_empty(stage: Stage, furniture: Furniture) -> Iterator[None]:
    letters(stage).register()
    yield


@scene
def register_filled(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _, registration, blank = _with_a_paper(stage)
    form = registration.form
    form.book_number.setText("ชม ๐๐๒๓.๓/๒๙๐๑")
    form.from_party.setText("จังหวัดเชียงใหม่")
    form.letter_date.set_day(date(2026, 10, 1))
    form.subject.setPlainText("ขอเชิญประชุมคณะกรรมการป้องกันและบรรเทาสาธารณภัยระดับจังหวัด ครั้งที่ ๕/๒๕๖๙")
    form.lists.enclosures.setPlainText("แบบรายงาน 2 ชุด\nรายชื่อ")
    form.urgency.choose(Urgency.URGENT.value)
    form.urgency.chosen.emit(Urgency.URGENT.value)
    stage.rest()
    yield
    registration._removed(0)
    registration.form.show_registration(blank)


@scene
def register_read(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """What was read on a page, offered beside its fields; one of them was taken, some are doubtful."""
    one = letter(7, "external")
    reads_by(stage.office, ReadBefore(misread(reading(one), 5, 0.01)))
    screens = letters(stage)
    screens.register()
    registration = screens.registration
    registration._brought([paper(one)])
    stage.until(lambda: not registration.reading.is_reading)
    registration.reading.take("book_number")
    stage.rest()
    yield
    registration._removed(0)
    registration.form.show_registration(registration.presenter.blank())
    reads_by(stage.office, ReadsNothing())


@scene
def register_every_field(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.register()
    screens.registration.form.unfold(True)
    yield
    screens.registration.form.unfold(False)


@scene
def month(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """As a window of its own: a popup takes the keyboard of the whole screen, which not every screen gives."""
    holder = QWidget()
    popup = CalendarPopup(holder)
    popup.setWindowFlags(Qt.WindowType.Widget)
    QVBoxLayout(holder).addWidget(popup)
    stage.show(holder)
    yield
    stage.leave()


@scene
def register_twice(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.register()
    registration = screens.registration
    blank = registration.form.typed()
    found = _alike(screens)
    stage.rest()
    registration.twins.show_found((found,))
    registration.twins.ask_reason()
    yield
    registration.twins.forget()
    registration.form.show_registration(blank)


@scene
def register_with_pages_left(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """A stack whose scan was cut short waits beside the empty form."""
    screens = letters(stage)
    screens.register()
    capture, batches = screens.registration.capture, screens.registration.presenter.intake.batches
    batch_id = batches.begin(Source.SCAN, "2026-11-11 09.14.00")
    batches.take(batch_id, *(NewPage(document(0).data, "application/pdf", 210, 297) for _ in range(12)))
    capture.look_for_leftovers()
    stage.until(capture.leftovers.isVisible)
    yield
    batches.put_away(batch_id)
    capture.look_for_leftovers()
    stage.until(lambda: not capture.leftovers.isVisible())


@scene
def compare_papers(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens, registration, blank = _with_a_paper(stage)
    registration.form.subject.setPlainText("ขอเชิญประชุมคณะกรรมการป้องกันและบรรเทาสาธารณภัยระดับจังหวัด ครั้งที่ ๕/๒๕๖๙")
    stage.rest()
    screens.show_compared(_alike(screens))
    yield
    screens.go(registration)
    registration._removed(0)
    registration.twins.forget()
    registration.form.show_registration(blank)


def _with_a_paper(stage: Stage) -> tuple[LetterScreens, RegistrationScreen, Registration]:
    """The registration with a paper of two pages, and what was typed there before."""
    screens = letters(stage)
    screens.register()
    blank = screens.registration.form.typed()
    screens.registration._brought([document(2)])
    return screens, screens.registration, blank


def _alike(screens: LetterScreens) -> Alike:
    """The first letter of the list, as the one that a paper seems to be."""
    row = screens.inbox.model.row(0)
    assert row is not None
    paper = Paper(row.book_number, date(2026, 11, 2), row.from_party, row.subject, "", 2)
    return Alike(row, Likeness(0.9, frozenset({"subject", "pages"})), paper)


@scene
def register_wrong(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.register()
    screens.registration.form.to_party.clear()
    screens.registration.form.letter_date.setText("31/2/69")
    screens.registration.register_button.click()
    yield
    screens.registration.form.show_registration(screens.registration.presenter.blank())


@scene
def register_done(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.register()
    form = screens.registration.form
    form.from_party.setText("จังหวัดเชียงใหม่")
    form.subject.setPlainText("ขอเชิญประชุม")
    screens.registration.register_button.click()
    stage.until(lambda: screens.registration.done.registered is not None)
    yield


@scene
def stamp_for_the_paper(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """On a machine without a printing system: what is to be done with the paper is said all the same."""
    screens = letters(stage)
    row = screens.inbox.model.row(0)
    assert row is not None
    screens.print_stamp(row.id)
    stage.rest()
    screens.stamp.untried.show()
    yield
    screens.go(screens.inbox)
    for said in stage.notices.heard:
        stage.notices.close(said)


@scene
def stamp_without_room(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.register()
    registration = screens.registration
    registration._brought([document(2)])
    stage.rest()
    registration.covers.show()
    yield
    registration._removed(0)
    registration.covers.hide()


@scene
def scan_panel(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.register()
    screens.registration.capture._stack.setCurrentIndex(1)
    screens.registration.capture.scan_panel.show_devices(())
    yield
    screens.registration.capture._leave_scan_panel()
