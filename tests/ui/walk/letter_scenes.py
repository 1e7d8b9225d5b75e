"""Letters: the list, one letter, what is done to it, and finding it."""

from collections.abc import Iterator

from desktop.letters.model import Basket
from desktop.office.ids import Id
from tests.ui.walk.furniture import NOTE, Furniture
from tests.ui.walk.scene import each, scene
from tests.ui.walk.stage import LARGE, SMALL, Stage
from ui.letters.keeping_panel import AGAIN, CANCEL, LOAN
from ui.letters.paper_presenter import Way
from ui.letters.screens import LetterScreens
from ui.letters.way import Deed

# ------------------------------------------------------------------------------------------------------- letters


def letters(stage: Stage, login: str = "kanda") -> LetterScreens:
    stage.sits(login)
    screens = stage.go("inbox")
    assert isinstance(screens, LetterScreens)
    screens.show_basket(Basket.ALL)
    stage.rest()
    return screens


def _opened(stage: Stage, letter_id: Id, login: str = "kanda") -> LetterScreens:
    screens = letters(stage, login)
    screens.open_letter(letter_id)
    stage.until(lambda: screens.desk.ready)
    stage.rest()
    return screens


@scene
def inbox_nothing_found(stage: Stage, _: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.inbox.search.setText("ไม่มีคำนี้แน่นอน")
    yield
    screens.inbox.search.clear()


@scene
def inbox_sorted(stage: Stage, _: Furniture) -> Iterator[None]:
    screens = letters(stage)
    before = screens.inbox.presenter.order
    screens.inbox.next_order()
    yield
    while screens.inbox.presenter.order is not before:
        screens.inbox.next_order()


def _beside_the_list(stage: Stage, furniture: Furniture, what: str) -> Iterator[None]:
    screens = letters(stage)
    work = screens.inbox.preview.work
    {"endorse": work.endorse, "route": work.route}[what]()
    yield
    work.back()


each(("endorse", "route"), "preview", _beside_the_list)


@scene
def inbox_of_a_head(stage: Stage, _: Furniture) -> Iterator[None]:
    screens = letters(stage, "wichai")
    screens.show_basket(Basket.ENDORSE)
    yield


def _section(stage: Stage, furniture: Furniture, name: str) -> Iterator[None]:
    letter = furniture.circular if name == "circular" else furniture.worst
    sections = _opened(stage, letter).page.work.sections
    sections.turn_to(getattr(sections, name))
    yield
    sections.turn_to(sections.routes)


each(("routes", "circular", "endorsements", "history", "documents", "related"), "letter", _section)


def _working(stage: Stage, furniture: Furniture, what: str) -> Iterator[None]:
    work = _opened(stage, furniture.worst).page.work
    getattr(work, what)()
    if what == "endorse":
        work.endorse_box.text.setPlainText(NOTE)
    yield
    work.endorse_box.text.clear()
    work.back()


each(("endorse", "route", "amend", "classify"), "letter", _working)


def _kept(stage: Stage, furniture: Furniture, view: str) -> Iterator[None]:
    work = _opened(stage, furniture.circular if view == LOAN else furniture.worst).page.work
    work.keep()
    work.keeping_panel.view.choose(view)
    work.keeping_panel.show_letter()
    yield
    work.back()


each((LOAN, AGAIN, CANCEL), "letter-keeping", _kept)


@scene
def letter_on_a_large_screen(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _opened(stage, furniture.worst)
    stage.grow(LARGE)
    yield
    stage.grow(SMALL)


@scene
def letter_due_explained(stage: Stage, furniture: Furniture) -> Iterator[None]:
    page = _opened(stage, furniture.worst).page
    page.due.unfold()
    yield
    page.due.unfold()


@scene
def letter_cancelled(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _opened(stage, furniture.cancelled)
    yield


def _deed(stage: Stage, furniture: Furniture, name: str) -> Iterator[None]:
    """A word that is asked for: by who sent the letter, or who has it."""
    deed = Deed(name)
    theirs = {Deed.ANSWER: furniture.asked, Deed.SEND_BACK: furniture.held}
    letter = theirs.get(deed, furniture.held if deed is Deed.ASK_BACK else furniture.worst)
    work = _opened(stage, letter, "wichai" if deed in theirs else "kanda").page.work
    work.do(deed)
    stage.until(lambda: work.word_panel.isVisible())
    yield
    work.back()


each(("answer", "send_back", "ask_back", "remind", "snooze"), "letter-deed", _deed)


@scene
def letter_of_a_head(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _opened(stage, furniture.asked, "wichai")
    yield


@scene
def letter_endorse_for_another(stage: Stage, furniture: Furniture) -> Iterator[None]:
    work = _opened(stage, furniture.held, "wichai").page.work
    work.endorse()
    yield
    work.back()


@scene
def circular_to_acknowledge(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _opened(stage, furniture.circular, "wichai")
    yield


@scene
def letter_is_gone(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.open_letter(b"gone".rjust(16))
    yield


@scene
def batch(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.endorse_many()
    yield
    screens.batch.closed.emit()


@scene
def batch_with_nothing(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.show_basket(Basket.SNOOZED)
    stage.rest()
    screens.endorse_many()
    yield
    screens.batch.closed.emit()


def _authority(stage: Stage, furniture: Furniture, page: str) -> Iterator[None]:
    screens = letters(stage)
    screens.show_authority()
    screens.authority.tabs.setCurrentWidget(getattr(screens.authority, page))
    yield
    screens.authority.tabs.setCurrentIndex(0)


each(("phrases", "orders"), "authority", _authority)


@scene
def reassign(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage, "wichai")
    screens.inbox.reassign_asked.emit()
    yield


@scene
def fallen(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage, "somchai")
    screens.show_fallen()
    yield


def _papers(stage: Stage, furniture: Furniture, way: str) -> Iterator[None]:
    screens = letters(stage)
    screens.show_papers()
    screens.papers.turn(Way(way))
    yield
    screens.papers.turn(Way.WHERE)


each(tuple(Way), "papers", _papers)


@scene
def papers_where_one_is(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _opened(stage, furniture.worst)
    screens.show_papers()
    yield


@scene
def search(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.show_unread(1234)
    screens.look_for("ขอ")
    yield
    screens.search.box.clear()
    screens.show_unread(0)


@scene
def search_filtered(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.look_for("เชียงใหม่")
    screens.search.filter_button.click()
    yield
    screens.search.filter_button.click()
    screens.search.box.clear()


@scene
def search_finds_nothing(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.look_for("ไม่มีคำนี้แน่นอน")
    yield
    screens.search.box.clear()
