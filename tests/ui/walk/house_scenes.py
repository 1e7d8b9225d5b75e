"""The frame, the rooms without much in them, the tray, imports, the line, and the windows before the house."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.office.errors import OfficeError
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import SECRET_SCENES, Opening, Scene, each, scene
from tests.ui.walk.stage import Stage
from ui.enrolment import EnrolmentPage
from ui.entrance import EntranceWindow, TroublePage, WaitingPage
from ui.farewell import Farewell
from ui.imports.screen import AWAY, DONE, REGISTER, WAITING
from ui.recovery import RecoveryPage
from ui.shell.passphrase import PassphraseDialog
from ui.shell.sign_in import SignInWindow
from ui.shell.sign_in_presenter import Person as PersonSign
from ui.shell.strip_words import PostFacts, strip_state
from ui.tray.note_form import WANTED
from ui.tray.screen import TrayScreen
from ui.work import LongTask

# --------------------------------------------------------------------------------------------------- plain rooms


def _room(stage: Stage, _: Furniture, key: str) -> Iterator[None]:
    stage.sits("kanda")
    stage.go(key)
    yield


each(("today", "inbox", "outgoing", "briefing"), "room", _room)


@scene
def keys_of_the_inbox(stage: Stage, _: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("inbox")
    stage.house.show_keys()
    yield
    stage.house.keys.close_keys()


@scene
def banners(stage: Stage, _: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("inbox")
    said = [stage.notices.failed(OfficeError(code)) for code in ("store.disk_full", "store.in_use")]
    yield
    for one in said:
        stage.notices.close(one)


@scene
def strip_says_everything(stage: Stage, _: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("today")
    now = stage.office.clock.now()
    facts = PostFacts("yellow", now, offline_since=now, waiting=37, next_number="04824", copy_days=5)
    facts = replace(facts, receipts_left=12, receipts_days=1, receipts_low=True)

    def tell() -> None:
        """As the program does whenever another language is spoken."""
        stage.house.show_strip(strip_state(facts))

    tell()
    stage.language.changed.connect(tell)
    yield
    stage.language.changed.disconnect(tell)
    stage.house.show_strip(strip_state(PostFacts("green", now)))


@scene
def long_work(stage: Stage, _: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("today")
    task = LongTask("กำลังนำเข้าทะเบียนรับ 2568.csv", lambda task, *far: task.progressed.emit(*far), stage.house)
    stage.house.banners.show_task(task)
    task.step(300, 1000)
    yield
    task.stop()


# ------------------------------------------------------------------------------------------------ tray and the rest


def _tray_item(stage: Stage, furniture: Furniture, place: str) -> Iterator[None]:
    stage.sits("kanda")
    screen = stage.go("tray")
    assert isinstance(screen, TrayScreen)
    screen.table.choose(min(int(place), screen.rows.rowCount() - 1))
    yield


each(tuple("0123"), "tray", _tray_item)


@scene
def tray_asks_for_words(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    screen = stage.go("tray")
    assert isinstance(screen, TrayScreen)
    way = next(way for way in screen.table.current().ways if way in WANTED)  # type: ignore[union-attr]
    screen.take(way)
    yield
    screen._turn(asking=False)


def _import_page(stage: Stage, furniture: Furniture, page: str) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("imports").show_page(page)
    yield


each((WAITING, AWAY, REGISTER, DONE), "imports", _import_page)


@scene
def imports_of_a_register(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    screen = stage.go("imports")
    screen.bring([furniture.sheet])
    stage.until(lambda: screen.register.presenter.plan is not None)
    screen.register.try_out()
    stage.until(lambda: screen.register.presenter.tried is not None)
    yield


def _connection(stage: Stage, furniture: Furniture, page: str) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("connection").turn(page)
    yield


each(("check", "desks", "copies"), "connection", _connection)


# ---------------------------------------------------------------------------------------- windows before and after


def _entrance(stage: Stage, furniture: Furniture, page: str) -> Iterator[None]:
    window = EntranceWindow("เทศบาลเมืองแม่เหียะ (สาธิต)", stage.theme, stage.language)
    stage.show(window)

    def words() -> tuple[str, str]:
        return OfficeError("store.damaged").describe(stage.language.code)

    pages: dict[str, Callable[[], QWidget]] = {
        "enrolment": lambda: EnrolmentPage("https://desk.maehia.go.th"),
        "recovery": lambda: RecoveryPage(lambda: words()[0]),
        "trouble": lambda: TroublePage(words, lambda: words()[0][:12], "store.damaged"),
        "waiting": lambda: WaitingPage(lambda: words()[0], lambda: words()[1]),
    }
    window.show_page(pages[page]())
    yield
    stage.leave()


each(("enrolment", "recovery", "trouble", "waiting"), "entrance", _entrance)


@scene
def sign_in(stage: Stage, furniture: Furniture) -> Iterator[None]:
    people = [
        PersonSign(login, name, "สำนักปลัดเทศบาล") for login, name in (("kanda", "นางสาวกานดา"), ("piyada", "ปิยะดา"))
    ]
    window = EntranceWindow("เทศบาลเมืองแม่เหียะ (สาธิต)", stage.theme, stage.language)
    asked = lambda *_: None  # noqa: E731
    whole = SignInWindow("เทศบาลเมืองแม่เหียะ", people, asked, asked, stage.notices, stage.theme, stage.language)
    window.show_whole(whole, "เทศบาลเมืองแม่เหียะ")
    stage.show(window)
    whole._failure.say("คำของศูนย์กลาง", "ลองอีกครั้ง")
    yield
    stage.leave()


@scene
def passphrase(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.show(PassphraseDialog(new=True))
    yield
    stage.leave()


@scene
def farewell(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.show(Farewell(37, 2))
    yield
    stage.leave()


# ------------------------------------------------------------------------------------------ what needs the centre


def _with_centre(name: str) -> Callable[[Opening], Opening]:
    def add(opening: Opening) -> Opening:
        SECRET_SCENES.append(Scene(name, opening))
        return opening

    return add


@_with_centre("inbox-of-the-secrets-registrar")
def _inbox_with_door(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    screens = stage.go("inbox")
    stage.until(screens.inbox.secret_door.isVisible)
    yield


@_with_centre("secrets")
def _secrets(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    screens = stage.go("inbox")
    screens.go(screens.secrets)
    stage.until(lambda: len(screens.secrets.rows.rows()) == 1)
    yield
    screens.go(screens.inbox)


@_with_centre("secret-letter")
def _secret_letter(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    screens = stage.go("inbox")
    screens.go(screens.secrets)
    stage.until(lambda: len(screens.secrets.rows.rows()) == 1)
    screens.secrets.open(screens.secrets.rows.rows()[0])
    stage.until(lambda: screens.secrets.letter is not None and screens.secrets.letter.pages.canvas.isVisible())
    yield
    screens.go(screens.inbox)


@_with_centre("connection-desks-with-a-line")
def _desks(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    stage.go("connection").turn("desks")
    yield


@_with_centre("connection-checked")
def _checked(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("kanda")
    screen = stage.go("connection")
    screen.turn("check")
    screen.check.start()
    stage.until(lambda: screen.check.report is not None and screen.check.button.isEnabled())
    yield
