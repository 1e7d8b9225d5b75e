"""Letters of every kind registered by hand: the way, the register, what hangs on the paper, the same paper again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.letters.model import Channel, Citation, Direction, Enclosure, EnclosureKind, Kind, Letter, Secrecy
from desktop.letters.rules import CENTRAL, INCOMING_SERIES
from desktop.office.clock import ManualClock
from tests.helpers.desk import make_desk, make_office, person, unit_id
from tests.helpers.keyboard import press, write
from tests.helpers.letters import document, register, samples
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry, registry_of
from ui.letters.registration import RegistrationScreen
from ui.letters.screens import LetterScreens

ENG = unit_id("ENG").hex()
SERIES = (
    INCOMING_SERIES, "letters.outgoing/central", f"letters.outgoing/{ENG}", "letters.circular/central", "letters.order",
    f"letters.memo/{ENG}", "letters.secret.incoming/central",
)  # fmt: skip


@pytest.fixture
def registers(qtbot: QtBot, tmp_path: Path, clock: ManualClock) -> Iterator[Registry]:
    """A desk that keeps many registers."""
    desk = make_desk(tmp_path / "many", clock=clock, registers=SERIES)
    yield from registry_of(make_office(desk), qtbot, tmp_path, clock)
    desk.close()


def open_form(registry: Registry, login: str = "wichai") -> tuple[LetterScreens, RegistrationScreen]:
    screens = registry.screens(login)
    press("F9")
    form = screens.registration
    registry.until(lambda: bool(form.number.text()))
    return screens, form


def turn(registry: Registry, form: RegistrationScreen, way: Direction, kind: Kind | None = None) -> None:
    """Chooses the way, and the kind, as a hand would."""
    kinds = form.form.kinds
    assert kinds is not None
    kinds.direction.setFocus()
    while kinds.way is not way:
        press("Right")
    if kind is not None:
        kinds.kind.setFocus()
        kinds.kind.choose(kind.value)
        kinds.kind.chosen.emit(kind.value)
    registry.until(lambda: form._next is not None and form._next.register == kinds.chosen_register)


def fill(form: RegistrationScreen, **more: str) -> None:
    for name, value in ({"from_party": "จังหวัดเชียงใหม่", "to_party": "นายกเทศมนตรี"} | more).items():
        getattr(form.form, name).setText(value)
    form.form.subject.setPlainText("ขอเชิญประชุม")


def registered(registry: Registry, form: RegistrationScreen) -> Letter:
    before = form.done.registered
    press("F9")
    registry.until(lambda: form.done.registered is not before)
    assert form.done.registered is not None
    letter = registry.office.letter_queries.letter(form.done.registered.id)
    assert letter is not None
    return letter


def test_what_goes_out_gets_the_number_of_its_division_and_says_what_to_write_on_it(registers: Registry) -> None:
    _, form = open_form(registers)
    turn(registers, form, Direction.OUTGOING)
    assert form.number.text() == "เลขส่งถัดไป 1"
    assert form.form.from_party.value == "กองช่าง"
    assert form.register_button.words == "ลงทะเบียน"
    fill(form, from_party="กองช่าง", to_party="ผู้ว่าราชการจังหวัดเชียงใหม่")
    letter = registered(registers, form)
    assert (letter.register, letter.number, letter.direction) == (f"outgoing/{ENG}", 1, Direction.OUTGOING)
    assert letter.book_number == "ชม ๕๒๓๐๑/1"
    assert form.done.said.text() == "ลงทะเบียนแล้ว เลขส่ง 1 · ที่ ชม ๕๒๓๐๑/1"
    assert form.form.typed().direction is Direction.OUTGOING, "the next one goes the same way"


def test_the_clerk_chooses_between_the_office_s_register_and_the_division_s(registers: Registry) -> None:
    _, form = open_form(registers)
    turn(registers, form, Direction.OUTGOING)
    kinds = form.form.kinds
    assert kinds is not None
    names = [kinds.register.itemText(place) for place in range(kinds.register.count())]
    assert names == ["ทะเบียนส่ง กองช่าง", "ทะเบียนส่ง (กลาง)"]
    kinds.register.setFocus()
    press("Down")
    assert kinds.chosen_register == "outgoing/central"
    fill(form)
    assert registered(registers, form).register == "outgoing/central"


@pytest.mark.parametrize(
    ("way", "kind", "register_", "number"),
    [(Direction.OUTGOING, Kind.CIRCULAR, "circular/central", "ชม ๕๒๓๐๑/ว 1"),
     (Direction.INTERNAL, Kind.ORDER, "order", "1/2569"),
     (Direction.INTERNAL, Kind.INTERNAL, f"memo/{ENG}", "ชม ๕๒๓๐๑/1"),
     (Direction.OUTGOING, Kind.SEALED, f"outgoing/{ENG}", "ชม ๕๒๓๐๑/1")],
)  # fmt: skip
def test_every_kind_stands_in_its_register(
    registers: Registry, way: Direction, kind: Kind, register_: str, number: str
) -> None:
    _, form = open_form(registers)
    turn(registers, form, way, kind)
    fill(form)
    letter = registered(registers, form)
    assert (letter.kind, letter.register, letter.book_number) == (kind, register_, number)


def test_a_late_answer_about_another_register_is_not_shown(registers: Registry) -> None:
    _, form = open_form(registers)
    turn(registers, form, Direction.INTERNAL, Kind.ORDER)
    shown = form.number.text()
    form._numbered(form.presenter.next_number("outgoing/central"))
    assert form.number.text() == shown


def test_our_own_papers_bear_no_intake_stamp(registers: Registry, tmp_path: Path) -> None:
    _, form = open_form(registers)
    form._brought([document(0)])
    assert form.stamp.place is not None
    turn(registers, form, Direction.OUTGOING)
    assert form.stamp.place is None
    fill(form)
    assert registered(registers, form).stamp is None


def test_a_desk_with_one_register_asks_nothing_more(registry: Registry) -> None:
    _, form = open_form(registry, "kanda")
    kinds = form.form.kinds
    assert kinds is not None
    assert not kinds.direction.isVisible()
    assert not kinds.register.isVisible()
    assert kinds.kind.isVisible()
    assert registry.office.letter_book(CENTRAL).next_number == 4824


def test_a_number_with_waw_is_a_circular(registry: Registry) -> None:
    _, form = open_form(registry, "kanda")
    write("มท ๐๘๐๘.๒/ว ๔๕๑๒")
    assert form.form.typed().kind is Kind.CIRCULAR
    form.form.book_number.selectAll()
    write("มท 0808.2/12")
    assert form.form.typed().kind is Kind.EXTERNAL


def test_what_hangs_on_the_paper_is_typed_and_what_it_cites_is_found(registry: Registry) -> None:
    first = register(registry.office, 1, with_pages=False)
    cited = samples()[1].registration.book_number
    _, form = open_form(registry, "kanda")
    fill(form)
    press("F7")
    form.form.lists.citations.setFocus()
    write(cited)
    registry.until(lambda: "ผูกกับ เลขรับ 4824/2569" in form.form.lists.citations.accessibleDescription())
    press("Tab")
    write("แบบรายงาน ๒ ชุด")
    press("Return")
    write("รายชื่อ")
    form.form.urgency.setFocus()
    press("Right")
    assert form.form.deadline.isVisible()
    form.form.deadline.day.setFocus()
    write("12/11/69")
    press("Tab")
    write("9.30")
    letter = registered(registry, form)
    assert letter.enclosures == (Enclosure("แบบรายงาน", 2, EnclosureKind.SET), Enclosure("รายชื่อ"))
    assert [[one.id for one in citation.letters] for citation in letter.citations] == [[first.id]]
    assert letter.urgent_deadline == datetime(2026, 11, 12, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("9/1/2026", "ปีเป็น ค.ศ. ใช้ พ.ศ. (บวก 543)"), ("9/1/2869", "ไม่ใช่วันที่ พ.ศ."), ("12/12/69", "ลงวันที่หลังวันนี้ไม่ได้"),
     ("9/1/2399", "ไม่ใช่วันที่ พ.ศ.")],
)  # fmt: skip
def test_a_day_that_can_not_be_is_said_kept_and_mended(registry: Registry, typed: str, said: str) -> None:
    _, form = open_form(registry, "kanda")
    fill(form)
    form.form.letter_date.setFocus()
    write(typed)
    press("F9")
    assert form.form.fields["letter_date"].error == said
    assert form.done.registered is None
    form.form.letter_date.selectAll()
    write("9/1/69")
    assert registered(registry, form).letter_date == date(2026, 1, 9)


@pytest.mark.parametrize(("day", "time"), [("31/2/69", ""), ("", "9.30"), ("12/11/69", "เที่ยง"), ("1/11/69", "")])
def test_a_deadline_that_can_not_be_is_said(registry: Registry, day: str, time: str) -> None:
    _, form = open_form(registry, "kanda")
    fill(form)
    form.form.urgency.setFocus()
    press("Right")
    form.form.deadline.day.setFocus()
    write(day)
    form.form.deadline.time.setFocus()
    write(time)
    press("F9")
    assert form.form.fields["urgent_deadline"].error
    assert form.done.registered is None


def test_a_hand_written_number_is_kept_as_it_is(registry: Registry) -> None:
    _, form = open_form(registry, "kanda")
    fill(form, book_number="เลขเขียนมือ อ่านไม่ออก ๑๒ก")
    assert registered(registry, form).book_number == "เลขเขียนมือ อ่านไม่ออก ๑๒ก"


def test_the_same_paper_is_shown_before_it_is_registered_and_both_roads_are_open(registry: Registry) -> None:
    first = registry.office.letters(person(registry.office)).register(
        replace(
            samples()[0].registration, from_party="จังหวัดเชียงใหม่", book_number="ชม 0023/5", letter_date=date(2026, 11, 2)
        )
    )
    screens, form = open_form(registry, "kanda")
    fill(form, book_number="ชม ๐๐๒๓/๕")
    form.form.letter_date.setFocus()
    write("2/11/69")
    registry.until(form.twins.isVisible)
    assert "เลขรับ 04824/2569" in form.twins.accessibleName()
    press("F9")
    registry.until(lambda: QApplication.focusWidget() is form.twins.same_button)
    assert form.done.registered is None
    typed = form.form.typed()
    press("Ctrl+O")
    registry.until(lambda: screens.desk.ready)
    assert screens.desk.letter is not None
    assert screens.desk.letter.id == first.id
    press("Esc N")
    assert form.form.typed() == typed
    form.twins.again_button.setFocus()
    press("Space Return")
    assert form.twins.reason_field.error == "ต้องใส่เหตุผล"
    assert form.done.registered is None
    write("ฉบับแก้ไข ส่งมาแทน")
    press("Return")
    registry.until(lambda: form.done.registered is not None)
    assert form.done.registered is not None
    assert form.done.registered.number == 4825
    again = registry.office.letter_queries.letter(form.done.registered.id)
    assert again is not None
    assert again.remarks == "ลงทะเบียนแยกจากเลขรับ 04824/2569: ฉบับแก้ไข ส่งมาแทน"
    assert not form.twins.isVisible()


def test_a_paper_that_came_by_mail_before_is_noted_on_its_letter_and_takes_no_number(
    registry: Registry, tmp_path: Path
) -> None:
    mailed = replace(
        samples()[0].registration, from_party="จังหวัดเชียงใหม่", book_number="ชม 0023/5", letter_date=date(2026, 11, 2)
    )
    first = registry.office.letters(person(registry.office)).register(replace(mailed, channel=Channel.EMAIL))
    screens, form = open_form(registry, "kanda")
    form._brought([document(0)])
    fill(form, book_number="ชม ๐๐๒๓/๕")
    form.form.letter_date.setFocus()
    write("2/11/69")
    registry.until(form.twins.isVisible)
    press("F8")
    registry.until(lambda: not form.twins.isVisible())
    assert form.form.typed().subject == ""
    assert form.presenter.documents == ()
    letter = registry.office.letter_queries.letter(first.id)
    assert letter is not None
    assert [one.channel for one in letter.came_again] == [Channel.PAPER]
    assert [file.name for file in letter.files] == [document(0).name]
    assert registry.office.letter_book().next_number == first.number + 1
    screens.open_letter(first.id)
    registry.shown(screens, first.number)
    page = screens.page.work.sections
    page.turn_to(page.history)
    registry.until(
        lambda: any("มาถึงอีกทาง: ไปรษณีย์/กระดาษ" in one.accessibleName() for one in page.history.findChildren(QWidget))
    )


def test_two_secretaries_with_one_paper_the_second_is_stopped_once(registry: Registry) -> None:
    """The other one is quicker by a second: nothing was shown while typing."""
    _, form = open_form(registry, "kanda")
    fill(form, book_number="ชม 0023/5")
    form.form.letter_date.set_day(date(2026, 11, 2))
    paper = replace(form.form.typed(), to_party="นายกเทศมนตรี")
    registry.office.letters(person(registry.office, "somchai")).register(paper)
    press("F9")
    registry.until(form.twins.isVisible)
    assert form.done.registered is None


def test_a_secret_paper_stands_apart_for_who_is_cleared_and_else_as_an_envelope(registers: Registry) -> None:
    _, form = open_form(registers, "kanda")
    kinds = form.form.kinds
    assert kinds is not None
    form.form.secrecy.setFocus()
    press("Down")
    assert (form.form.typed().secrecy, kinds.chosen_register) == (Secrecy.SECRET, CENTRAL)
    registers.office.desk.settle("UPDATE staff SET clearance = 'secret'", ())
    press("Up Down")
    assert kinds.chosen_register == "secret.incoming/central"
    fill(form)
    form.form.lists.enclosures.setPlainText("ของลับ")
    letter = registered(registers, form)
    assert (letter.register, letter.number, letter.subject) == ("secret.incoming/central", 1, "เรื่องลับ")
    assert letter.enclosures == ()


def test_every_control_has_a_name(registers: Registry) -> None:
    _, form = open_form(registers)
    form.form.urgency.setFocus()
    press("Right")
    assert nameless(form) == []


def test_a_citation_that_is_not_here_yet_is_said_and_linked_when_it_comes(registry: Registry) -> None:
    _, form = open_form(registry, "kanda")
    fill(form)
    form.form.lists.citations.setFocus()
    write("ชม 0023/99 ลงวันที่ 1 พ.ย. 69")
    registry.until(lambda: "ยังไม่พบในเครื่องนี้" in form.form.lists.citations.accessibleDescription())
    letter = registered(registry, form)
    assert letter.citations == (Citation("ชม 0023/99", date(2026, 11, 1)),)
    later = replace(samples()[0].registration, book_number="ชม ๐๐๒๓/๙๙", letter_date=date(2026, 11, 1))
    came = registry.office.letters(person(registry.office)).register(later)
    again = registry.office.letter_queries.letter(letter.id)
    assert again is not None
    assert [one.id for one in again.citations[0].letters] == [came.id]
