"""What was read is offered field by field: taken by Enter, overruled by typing, and never saved unseen."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop.letters.book_numbers import parse
from desktop.letters.model import Kind, Letter, Secrecy, Urgency
from desktop.office.thai import thai_digits
from desktop.reading.model import PageReading
from desktop.suggesting.letter_reading import ReadsPages
from desktop.suggesting.model import Field
from desktop.suggesting.suggesting import suggest
from tests.helpers.keyboard import press, write
from tests.helpers.letter_scans import ScanLetter, letter, misread, reading
from tests.helpers.read_pages import TODAY, ReadBefore, ReadsNothing, paper, reads_by
from tests.ui.letters.conftest import Registry
from ui.letters.registration import RegistrationScreen


def brought(registry: Registry, one: ScanLetter, pages: ReadsPages) -> RegistrationScreen:
    """The form, with the letter's page in it and what was read on it offered."""
    reads_by(registry.office, pages)
    screens = registry.screens()
    press("F9")
    form = screens.registration
    form._brought((paper(one),))
    registry.until(lambda: not form.reading.is_reading)
    return form


def offered(form: RegistrationScreen) -> list[str]:
    return list(form.reading.offers)


def registered(registry: Registry, form: RegistrationScreen) -> Letter:
    press("F9")
    registry.until(lambda: form.done.registered is not None)
    assert form.done.registered is not None
    found = registry.office.letter_queries.letter(form.done.registered.id)
    assert found is not None
    return found


CIRCULAR = next(
    one
    for one in map(letter, range(200))
    if one.fields.kind is Kind.CIRCULAR
    and one.fields.urgency is Urgency.MOST_URGENT
    and one.fields.enclosures
    and one.fields.letter_date < date(2026, 10, 20)
    and one.fields.to_party != "นายกเทศมนตรีเมืองแม่เหียะ"
    and one.fields.secrecy is Secrecy.NORMAL
)


def test_all_is_taken_by_enter_and_registered(registry: Registry) -> None:
    form = brought(registry, CIRCULAR, ReadBefore(reading(CIRCULAR)))
    fields = CIRCULAR.fields
    assert QApplication.focusWidget() is form.form.book_number
    count = len(offered(form))
    assert count >= 7
    assert form.reading.line.said.words.startswith(f"อ่านพบ {count} ช่อง")
    for _ in range(count):
        press("Return")
    assert offered(form) == []
    found = registered(registry, form)
    assert found.subject.replace(" ", "") == _thai(fields.subject)
    assert (found.letter_date, found.urgency, found.kind) == (fields.letter_date, fields.urgency, Kind.CIRCULAR)
    assert _thai(found.from_party) == _thai(fields.from_party)
    assert len(found.enclosures) == len(fields.enclosures)


def _thai(text: str) -> str:
    return thai_digits(text).replace(" ", "")


def test_what_nobody_took_is_not_registered(registry: Registry) -> None:
    form = brought(registry, CIRCULAR, ReadBefore(reading(CIRCULAR)))
    assert form.form.typed().book_number == ""
    assert form.form.typed().subject == ""
    assert form.form.book_number.placeholderText() != ""
    press("Tab Tab Tab Tab")
    write("ขอเชิญประชุม")
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.to_party.setText("นายกเทศมนตรี")
    found = registered(registry, form)
    assert (found.book_number, found.letter_date, found.subject) == ("-", None, "ขอเชิญประชุม")
    assert found.urgency is Urgency.NORMAL
    assert offered(form) == []


def test_typing_overrules_and_the_rest_waits(registry: Registry) -> None:
    form = brought(registry, CIRCULAR, ReadBefore(reading(CIRCULAR)))
    write("ชม 1/2")
    assert "book_number" not in offered(form)
    assert "letter_date" in offered(form)
    press("Return")
    assert QApplication.focusWidget() is form.form.letter_date
    press("Return")
    assert form.form.letter_date.day() == CIRCULAR.fields.letter_date
    assert form.form.book_number.value == "ชม 1/2"


def test_the_right_arrow_takes_it_to_be_mended(registry: Registry) -> None:
    form = brought(registry, CIRCULAR, ReadBefore(reading(CIRCULAR)))
    press("Right End Backspace")
    assert form.form.book_number.value == _shown(CIRCULAR)[:-1]
    assert QApplication.focusWidget() is form.form.book_number


def _shown(one: ScanLetter) -> str:
    return suggest((reading(one),), TODAY).value(Field.BOOK_NUMBER)


def test_each_offer_shows_its_cut_its_percent_and_its_frame(registry: Registry) -> None:
    form = brought(registry, CIRCULAR, ReadBefore(reading(CIRCULAR)))
    view = form.reading._views["subject"]
    registry.until(lambda: view._crop is not None)
    assert view.isVisible()
    assert 80 <= view.percent <= 99
    assert f"{view.percent} %" in form.form.subject.accessibleDescription()
    assert form.reading._crops["book_number"].isVisible()
    assert not form.reading._crops["subject"].isVisible()
    outlines = form.capture.view._outlines
    assert len(outlines) == len(offered(form))
    press("Return")
    assert form.reading._crops["letter_date"].isVisible()
    assert len(form.capture.view._outlines) == len(offered(form)) == len(outlines) - 1


def test_what_is_doubtful_says_so(registry: Registry) -> None:
    blurred = misread(reading(CIRCULAR), 3, 0.08)
    form = brought(registry, CIRCULAR, ReadBefore(blurred))
    doubted = [name for name, offer in form.reading.offers.items() if offer.suggestion.is_doubtful]
    assert doubted
    assert all(form.reading._views[name].doubt == "ตรวจ" for name in doubted)


def test_several_readings_are_looked_through_one_by_one(registry: Registry) -> None:
    two_days = next(
        (one, page)
        for one in map(letter, range(200))
        if (page := misread(reading(one), one.seed, 0.03)) and _has_other_days(page)
    )
    form = brought(registry, two_days[0], ReadBefore(two_days[1]))
    form.form.letter_date.setFocus()
    first = form.reading.offers["letter_date"].suggestion
    assert first.alternatives
    press("Ctrl+Down")
    assert form.reading.offers["letter_date"].suggestion.value == first.alternatives[0].value
    press("Return")
    assert form.form.letter_date.day() == date.fromisoformat(first.alternatives[0].value)


def _has_other_days(page: PageReading) -> bool:
    day = suggest((page,), TODAY).found.get(Field.LETTER_DATE)
    return day is not None and bool(day.alternatives)


def test_that_a_letter_is_secret_cannot_be_missed(registry: Registry) -> None:
    secret = next(one for one in map(letter, range(300)) if one.fields.secrecy is not Secrecy.NORMAL)
    form = brought(registry, secret, ReadBefore(reading(secret)))
    assert form.form.secrecy.value == "normal"
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    form.form.to_party.setText("นายกเทศมนตรี")
    press("F9")
    assert form.form.fields["secrecy"].error == "อ่านพบในหน้า ดูก่อนลงทะเบียน"
    assert QApplication.focusWidget() is form.form.secrecy
    press("Return")
    assert form.form.secrecy.value == secret.fields.secrecy.value
    assert form.form.fields["secrecy"].error == ""
    assert form.done.registered is None


@pytest.mark.long
def test_a_scanned_letter_is_read_by_the_real_reader_and_taken_by_enter(registry: Registry) -> None:
    one = letter(CIRCULAR.seed)
    del registry.office.__dict__["letter_reader"]
    registry.screens()
    press("F9")
    form = registry.windows[-1].registration
    page = paper(one)
    registry.office.desk.blobs.put(page.data)  # as whatever brings pages in does
    form._brought((page,))
    assert form.reading.line.state == "reading"
    registry.qtbot.waitUntil(lambda: not form.reading.is_reading, timeout=300_000)
    assert form.reading.line.state == "found"
    for _ in range(len(offered(form))):
        press("Return")
    found = registered(registry, form)
    assert (found.letter_date, found.kind, found.urgency) == (
        one.fields.letter_date,
        Kind.CIRCULAR,
        Urgency.MOST_URGENT,
    )
    assert parse(found.book_number).key == parse(one.fields.book_number).key
    assert found.subject.replace(" ", "") == _thai(one.fields.subject)


@pytest.mark.parametrize(("code", "state"), [("reading.no_model", "no_model"), ("reading.failed", "failed")])
def test_without_a_reader_all_is_typed_as_ever(registry: Registry, code: str, state: str) -> None:
    form = brought(registry, CIRCULAR, ReadsNothing(code))
    assert form.reading.line.state == state
    assert "พิมพ์ตามปกติ" in form.reading.line.said.words
    assert offered(form) == []
    assert form.form.to_party.value == "นายกเทศมนตรีเมืองแม่เหียะ"
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    assert registered(registry, form).subject == "ขอเชิญประชุม"


def test_taking_the_document_out_takes_its_offers_away(registry: Registry) -> None:
    form = brought(registry, CIRCULAR, ReadBefore(reading(CIRCULAR)))
    press("Return")
    taken = form.form.book_number.value
    form._removed(0)
    assert offered(form) == []
    assert form.form.book_number.value == taken
    assert form.form.to_party.value == "นายกเทศมนตรีเมืองแม่เหียะ"
    assert not form.reading.line.isVisible()


def test_a_form_that_was_typed_before_keeps_what_was_typed(registry: Registry) -> None:
    reads_by(registry.office, ReadBefore(reading(CIRCULAR)))
    screens = registry.screens()
    press("F9")
    form = screens.registration
    write("กค 0402/9")
    form._brought((paper(CIRCULAR),))
    registry.until(lambda: not form.reading.is_reading)
    assert form.form.book_number.value == "กค 0402/9"
    assert "book_number" not in offered(form)
    assert "subject" in offered(form)
