"""What may be done with a letter, and that doing it is what the store then holds."""

import pytest

from desktop.application import Office
from desktop.letters.model import Purpose, Registration, RouteState
from desktop.office.errors import OfficeError
from tests.helpers.desk import person, session, unit_id
from tests.helpers.letters import document, register
from ui.letters.letter_head import LetterHead
from ui.letters.letter_presenter import LetterPresenter, RouteWish


def opened(office: Office, login: str = "kanda", letter_id: bytes | None = None) -> LetterPresenter:
    presenter = LetterPresenter(office, session(office, login))
    presenter.show(*presenter.load(letter_id or register(office, 2).id))
    return presenter


def again(presenter: LetterPresenter) -> None:
    assert presenter.letter is not None
    presenter.show(*presenter.load(presenter.letter.id))


def test_a_phrase_says_what_the_endorsement_does(office: Office) -> None:
    clerk, mayor = opened(office), opened(office, "somchai")
    assert clerk.action_of("เขียนเอง") == "propose"
    assert mayor.action_of("อนุมัติ") == "approve"
    assert mayor.action_of("ทราบ และให้ดำเนินการตามเสนอ") == "assign"
    assert mayor.action_of("เขียนเอง") == "acknowledge"


def test_a_letter_shows_what_the_archive_forbids(office: Office) -> None:
    presenter = opened(office)
    assert presenter.letter is not None
    head = LetterHead(presenter)
    assert head.keeping.isHidden()
    office.archive(person(office)).hold(presenter.letter.id, "มีคดีในศาลปกครอง")
    again(presenter)
    head.show_letter()
    assert presenter.kept is not None
    assert presenter.kept.hold == "มีคดีในศาลปกครอง"
    assert not head.keeping.isHidden()


def test_endorsing_keeps_who_as_what_and_when(office: Office) -> None:
    presenter = opened(office)
    assert presenter.letter is not None
    presenter.endorse(presenter.letter.id, "เรียน ปลัดเทศบาล\n- เพื่อโปรดทราบ")
    again(presenter)
    (note,) = presenter.letter.endorsements
    assert (note.actor_name, note.acted_as) == ("นางสาวกานดา สาธิตวงศ์", "เจ้าพนักงานธุรการ")
    assert [event.kind for event in presenter.history] == ["registered", "endorsed"]


def test_a_letter_sent_to_a_unit_waits_there_until_it_is_received(office: Office) -> None:
    presenter = opened(office)
    assert presenter.letter is not None
    wish = RouteWish((unit_id("ENG"),), Purpose.ACTION, presenter.today, "ด่วน")
    sent = presenter.route(presenter.letter, wish)
    again(presenter)
    assert presenter.holders == {unit_id("ENG")}
    assert presenter.to_receive is None
    head = opened(office, "wichai", sent.letter_id)
    assert head.to_receive is not None
    assert head.to_receive.note == "ด่วน"
    head.receive(head.to_receive)
    again(head)
    assert head.to_receive is None
    with pytest.raises(OfficeError) as refused:
        presenter.recall(sent.routes)
    assert refused.value.code == "letters.route_settled"
    assert refused.value.describe("th")[0]


def test_a_routing_is_taken_back_while_nobody_has_it(office: Office) -> None:
    presenter = opened(office)
    assert presenter.letter is not None
    sent = presenter.route(presenter.letter, RouteWish((unit_id("EDU"), unit_id("FIN"))))
    presenter.recall(sent.routes)
    again(presenter)
    assert not presenter.holders
    assert {route.state for route in presenter.letter.routes} == {RouteState.RECALLED}


def test_the_original_and_the_stamp_of_a_letter(office: Office) -> None:
    presenter = opened(office)
    assert presenter.letter is not None
    (file,) = presenter.letter.files
    assert presenter.has_file(file)
    assert presenter.stored(file).opened().read() == presenter.original(file).opened().read() == document(2).data
    stamp = presenter.stamp()
    assert stamp is not None
    assert (stamp.number, stamp.office_name) == (presenter.number, "เทศบาลเมืองแม่เหียะ (สาธิต)")


def test_what_is_due_within_three_days_is_soon(office: Office) -> None:
    calm = office.letters(person(office)).register(Registration("สถ.", "นายกเทศมนตรี", "แจ้งเพื่อทราบ"))
    assert not opened(office, letter_id=calm.id).due_soon
    assert opened(office, letter_id=register(office, 2).id).due_soon, "what is very urgent is due on the next day"
    assert opened(office, letter_id=register(office, 6).id).due_soon
