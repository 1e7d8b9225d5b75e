"""The head of กองช่าง on the road: the line is away, twelve letters are handled, and the line comes back by fits."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from desktop.office.clock import from_utc_text
from desktop.office.dates import BANGKOK
from tests.acceptance.head_desk import Day, Laptop
from tests.acceptance.head_town import PHRASE, SUBJECTS, WRONGLY_SENT, Came, at
from tests.acceptance.keys import pump
from tests.helpers.faults import Fault
from tests.helpers.town import ENGINEERING

WRONG_PLACE = "เรื่องของกองสาธารณสุขฯ"
REASON = "ส่งผิดกอง ขอให้ส่งกองสาธารณสุขฯ"
_ENDORSEMENTS = "SELECT letter_id, text, reading FROM endorsement"


def before_lunch(day: Day) -> tuple[Laptop, tuple[Came, ...]]:
    """12:30, at the office and with the line: twelve letters come, and the lid is closed."""
    town = day.town
    town.own_phrase()
    letters = town.letters_for_engineers()
    day.clock.set_to(at(12, 39))
    laptop = day.laptop("wichai", "E1")
    laptop.enrol(town.code("E1", (), ENGINEERING))
    return laptop, letters


def opens_offline(day: Day, laptop: Laptop) -> None:
    """1. The line is away since 12:40; at 12:45 the laptop opens by its words, and says of when its data is."""
    laptop.cut()
    day.clock.set_to(at(12, 45))
    laptop.start()
    clerk = day.clerk
    heard = from_utc_text(laptop.rows("SELECT heard FROM trusted_time")[0][0])
    assert heard < at(12, 41)
    as_of = f"ข้อมูล ณ {heard.astimezone(BANGKOK):%H:%M} น. (ออฟไลน์)"
    for room in ("Alt+1", "Alt+2", "Alt+3", "Alt+="):
        clerk.press(room)
        clerk.until(as_of, "ออฟไลน์ตั้งแต่ 12:45 น. ทำงานต่อได้")


def what_waits(day: Day, laptop: Laptop, letters: tuple[Came, ...]) -> list[Came]:
    """2. Twelve letters wait: on the sheet of the day, and in the list by the days that are left."""
    clerk = day.clerk
    clerk.press("Alt+1")
    clerk.until("ส่งถึงหน่วยงานฉัน 12")
    laptop.to_letters()
    clerk.press("X X")
    clerk.until("เรียงตามวันครบกำหนด")
    by_days_left = sorted(letters, key=lambda one: one.due or at(0).date())
    numbers = [one.number for one in by_days_left]
    clerk.wait(lambda: laptop.listed() == numbers)
    assert numbers != sorted(numbers)
    return by_days_left


def twelve_letters(day: Day, laptop: Laptop, in_order: list[Came]) -> None:
    """3. Each is read, then one key for the words, one to sign, one for the next; two go back with a reason."""
    clerk = day.clerk
    clerk.press("Ctrl+Home Return")
    for place, letter in enumerate(in_order):
        clerk.until("กลับไปที่รายการ", f"{letter.number:05d}/2569", letter.subject)
        laptop.shows(letter.id)
        laptop.read_page(letter.id)
        if letter.subject in WRONGLY_SENT:
            _sends_back(day, laptop, letter)
        else:
            clerk.press("3")
            clerk.until(PHRASE)
            clerk.press("F9")
            clerk.until(f"เกษียณหนังสือ เลขรับ {letter.number:05d} แล้ว")
            assert _notes(laptop, letter) == [(PHRASE, True)]
        clerk.wait(lambda: not laptop.screens.page.work.is_writing)
        if place < len(in_order) - 1:
            clerk.press("J")


def _sends_back(day: Day, laptop: Laptop, letter: Came) -> None:
    clerk = day.clerk
    clerk.press("Ctrl+Return")
    clerk.write(WRONG_PLACE)
    clerk.press("Ctrl+Return")
    clerk.until(f"เกษียณหนังสือ เลขรับ {letter.number:05d} แล้ว")
    assert _notes(laptop, letter) == [(WRONG_PLACE, True)]
    clerk.wait(lambda: not laptop.screens.page.work.is_writing)
    clerk.press("U")
    clerk.until("หนังสือกลับไปที่ผู้ส่งพร้อมเหตุผล เช่น ส่งผิดหน่วยงาน")
    clerk.write(REASON)
    clerk.press("F9")
    clerk.until("ส่งคืนผู้ส่งแล้ว")


def _notes(laptop: Laptop, letter: Came) -> list[tuple[str, bool]]:
    """The words on a letter, and whether its pages were read before."""
    found = laptop.letter(letter.id).endorsements
    return [(one.text, one.reading is not None and one.reading.is_read) for one in found]


def the_line_comes_back(day: Day, laptop: Laptop) -> None:
    """8. 13:20, by fits: the centre can't answer what it did, the line is cut, a request breaks off, then it holds."""
    day.clock.set_to(at(13, 20))
    _answers_break_off(day, laptop)
    assert laptop.office.waiting() > 0
    laptop.cut()
    _works_on(day, lambda: True)
    laptop.line.set(Fault(cut_request=900))
    before = laptop.line.requests
    _works_on(day, lambda: laptop.line.requests > before)
    assert laptop.office.waiting() > 0
    laptop.restore()
    _works_on(day, lambda: laptop.office.waiting() == 0)
    day.clerk.until("ส่งครบแล้ว")


def _answers_break_off(day: Day, laptop: Laptop) -> None:
    """The line carries a little more of each answer, until the desk may speak: then its acts arrive, unanswered."""
    for carried in range(300, 1500, 150):
        laptop.line.set(Fault(cut_after=carried))
        with suppress(TimeoutError):
            return _works_on(day, lambda: len(day.town.endorsed()) == len(SUBJECTS), tries=2)
    raise AssertionError("nothing came to the centre")


def _works_on(day: Day, done: Callable[[], bool], tries: int = 20) -> None:
    """Follows the letter that is open, and not, two minutes apart: each act is a reason to try the line again."""
    for _ in range(tries):
        day.clock.advance(timedelta(minutes=2))
        day.clerk.press("V")
        with suppress(TimeoutError):
            return pump(done, seconds=2)
    raise TimeoutError(f"it never came; there stands:\n{day.clerk.sees()[:2000]}")


def each_once(day: Day, laptop: Laptop) -> None:
    """12 endorsements are at the centre exactly once, none is doubted, two letters are back at the registry."""
    town = day.town
    found = sorted(town.endorsed())
    wanted = [(PHRASE, None, 1)] * 10 + [(WRONG_PLACE, None, 1)] * 2
    assert found == sorted(wanted), found
    state = (
        "SELECT count(*) FROM mutation WHERE office_id = :office AND type = 'letters.endorse' AND status = 'applied'"
    )
    assert town.count(state, office=town.office_id) == len(SUBJECTS)
    town.send()
    ask = town.registry.desk.reader.rows
    assert ask("SELECT count(*) FROM routing WHERE outcome = 'returned'") == [(2,)]
    assert ask("SELECT count(*) FROM route_event WHERE kind = 'returned' AND text = ?", (REASON,)) == [(2,)]
    assert laptop.rows("SELECT count(*) FROM attention") == [(0,)]
    assert {read for _, _, read in laptop.rows(_ENDORSEMENTS)} == {"read"}
