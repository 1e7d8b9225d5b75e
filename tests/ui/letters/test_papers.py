"""Who has the papers: slips, handing over, taking and the sweep of a room, by scanner and keyboard alone."""

from threading import Event

import pytest

from desktop.letters.model import Registered, Registration
from desktop.letters.slips import code_of
from desktop.letters.whereabouts import Paper, PaperAct
from desktop.office.ids import Id
from desktop.paper.pages import page_text
from tests.helpers.cups import Cups
from tests.helpers.desk import person
from tests.helpers.keyboard import press, write
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.kit.language import Language
from ui.letters.paper_presenter import State, Way
from ui.letters.paper_screen import PaperScreen


def _register(registry: Registry, subject: str = "ซักซ้อมแนวทาง") -> Registered:
    return registry.office.letters(person(registry.office)).register(Registration("สถ.", "นายก", subject))


def _papers(registry: Registry, login: str = "kanda") -> PaperScreen:
    screens = registry.screens(login)
    press("O")
    registry.until(lambda: bool(screens.papers.fields._units))
    return screens.papers


def _scan(registry: Registry, papers: PaperScreen, letter: Id) -> None:
    papers.fields.scan.setFocus()
    write(code_of(letter))
    press("Return")
    registry.until(lambda: papers.model.place_of(letter) is not None and papers.fields.scan.text() == "")


def _states(papers: PaperScreen) -> dict[Id, State]:
    return {row.paper.letter_id: row.state for row in papers.model.rows()}


def _last(registry: Registry, letter: Id) -> tuple[PaperAct, str]:
    last = registry.office.custody_queries.paper(letter).last
    assert last is not None
    return last.act, last.holder


def test_a_pouch_is_handed_over_with_one_key(registry: Registry) -> None:
    first, second = _register(registry), _register(registry)
    papers = _papers(registry)
    press("F3")
    assert papers.presenter.way is Way.HAND
    assert papers.act_button.words == "ส่งมอบ 0"
    assert not papers.act_button.isEnabled()
    for letter in (first, second):
        _scan(registry, papers, letter.id)
    registry.until(lambda: papers.fields.said.words == "04825/69 สแกนแล้ว")
    press("F9")
    registry.until(lambda: papers.fields.said.words == "เลือกหน่วยงานที่จะส่งให้ก่อน")
    assert papers.model.rowCount() == 2, "nothing goes anywhere by chance"
    papers.fields.to.choose(next(unit.id.hex() for unit in papers.fields._units if unit.code == "ENG"))
    press("F9")
    registry.until(lambda: papers.model.rowCount() == 0)
    assert _last(registry, first.id) == (PaperAct.HANDED, "กองช่าง")
    assert registry.notices.heard[-1].text == "ส่งมอบ 2 ฉบับแล้ว รอผู้รับสแกน"


def test_what_comes_is_taken_one_by_one_or_all_at_once(registry: Registry) -> None:
    letters = [_register(registry).id for _ in range(3)]
    engineers = next(unit for unit in registry.office.account_queries.units() if unit.code == "ENG")
    registry.office.custody(person(registry.office)).hand_over(letters, engineers)
    papers = _papers(registry, "wichai")
    press("F4")
    registry.until(lambda: papers.model.rowCount() == 3)
    assert set(_states(papers).values()) == {State.ON_WAY}
    _scan(registry, papers, letters[0])
    registry.until(lambda: _states(papers)[letters[0]] is State.SCANNED)
    press("F8 F9")
    registry.until(lambda: papers.model.rowCount() == 0)
    assert _last(registry, letters[2]) == (PaperAct.TAKEN, "นายวิชัย โยธาเทียม")


def test_a_sweep_shows_what_is_missing_and_where_to_look(registry: Registry) -> None:
    mine, lost, foreign = (_register(registry).id for _ in range(3))
    office = registry.office
    engineers = next(unit for unit in office.account_queries.units() if unit.code == "ENG")
    office.custody(person(office)).take([mine, lost])
    office.custody(person(office)).hand_over([foreign], engineers)
    papers = _papers(registry)
    press("F5")
    registry.until(lambda: papers.model.rowCount() == 2)
    _scan(registry, papers, mine)
    _scan(registry, papers, foreign)
    registry.until(lambda: papers.fields.said.words == "04826/69 ไม่ใช่ของห้องนี้ ตามบันทึกอยู่กับ กองช่าง")
    assert _states(papers) == {mine: State.SCANNED, lost: State.EXPECTED, foreign: State.FOREIGN}
    press("F9")
    said = "บันทึกการสำรวจแล้ว พบ 2 ฉบับ หาไม่พบ 1 ฉบับ"
    registry.until(lambda: said in [notice.text for notice in registry.notices.heard])
    assert _last(registry, lost)[0] is PaperAct.MISSING
    assert _last(registry, foreign)[0] is PaperAct.SEEN
    press("F2")
    registry.until(lambda: _states(papers).get(lost) is State.MISSING)
    assert papers.model.rows()[0].paper.letter_id == lost, "what is missing stands first"


def test_scans_in_a_hurry_are_answered_in_their_order_and_the_act_waits_for_them(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (_register(registry) for _ in range(3))
    papers = _papers(registry, "wichai")
    press("F4")
    find, go_on = papers.presenter.find, Event()

    def slow_once(scanned: str) -> Paper | None:
        if scanned == code_of(second.id):
            assert go_on.wait(60)
        return find(scanned)

    monkeypatch.setattr(papers.presenter, "find", slow_once)
    _scan(registry, papers, first.id)
    for letter in (second, third):
        write(code_of(letter.id))
        press("Return")
    press("F9")
    assert len(papers.presenter.scanned) == 1
    go_on.set()
    registry.until(lambda: [notice.text for notice in registry.notices.heard] == ["รับไว้ 3 ฉบับแล้ว"])
    for letter in (first, second, third):
        assert _last(registry, letter.id) == (PaperAct.TAKEN, "นายวิชัย โยธาเทียม")


def test_a_scan_stays_with_the_work_it_was_made_for(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = _register(registry)
    papers = _papers(registry)
    find, go_on = papers.presenter.find, Event()

    def slow(scanned: str) -> Paper | None:
        assert go_on.wait(60)
        return find(scanned)

    monkeypatch.setattr(papers.presenter, "find", slow)
    press("F3")
    write(code_of(letter.id))
    press("Return F4")
    go_on.set()
    registry.until(lambda: letter.id in papers.presenter._scanned[Way.HAND])
    assert papers.presenter.scanned == ()
    press("F3")
    assert _states(papers) == {letter.id: State.SCANNED}


def test_a_number_is_as_good_as_a_slip_and_what_is_neither_is_said(registry: Registry) -> None:
    letter = _register(registry)
    papers = _papers(registry)
    write("๔๘๒๔/๖๙")
    press("Return")
    registry.until(lambda: papers.fields.said.words == "04824/69 ยังไม่มีใบติดตาม")
    assert _states(papers) == {letter.id: State.UNKNOWN}
    write("ไม่ใช่")
    press("Return")
    registry.until(lambda: papers.fields.said.words == "ไม่ใช่ใบติดตาม และไม่มีเลขรับนี้ในเครื่องนี้")
    papers.table.setFocus()
    press("Ctrl+Del")
    assert papers.model.rowCount() == 0


def test_the_letter_says_who_has_its_paper_and_leads_there(registry: Registry) -> None:
    letter = _register(registry)
    registry.office.custody(person(registry.office)).begin([letter.id])
    screens = registry.screens()
    registry.shown(screens, 4824)
    press("Return")
    registry.until(lambda: screens.page.paper_button.words == "ต้นฉบับ: นางสาวกานดา สาธิตวงศ์")
    press("O")
    registry.until(lambda: screens.papers.fields.said.words == "04824/69 อยู่กับ นางสาวกานดา สาธิตวงศ์")
    screens.papers.table.setFocus()
    press("Return")
    assert screens.currentWidget() is screens.page
    press("Esc")
    assert screens.currentWidget() is screens.inbox


def test_slips_are_printed_and_from_then_on_the_holder_is_known(registry: Registry, cups: Cups) -> None:
    letter = _register(registry)
    cups.add_queue("registry")
    registry.prints_on(cups.printer, "registry")
    papers = _papers(registry)
    write("4824")
    press("Return")
    registry.until(lambda: papers.model.rowCount() == 1)
    press("F7")
    registry.until(lambda: bool(registry.notices.heard) and "ใบติดตามต้นฉบับ" in registry.notices.heard[-1].text)
    registry.until(lambda: not cups.run("lpstat", "-o", "registry"))
    assert "ใบติดตามต้นฉบับ" in page_text(cups.printed("registry"))
    assert _last(registry, letter.id) == (PaperAct.TAKEN, "นางสาวกานดา สาธิตวงศ์")


def test_every_control_has_a_name_and_english_is_spoken(registry: Registry, language: Language) -> None:
    _register(registry)
    papers = _papers(registry)
    for way in Way:
        papers.turn(way)
        assert nameless(papers) == []
    registry.language = "en"
    language.speak("en")
    registry.until(lambda: papers.title.text() == "Where the papers are")
