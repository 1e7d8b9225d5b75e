"""The citizen in front: the empty screen, a page, a form, a reason, and a reader in trouble."""

from collections.abc import Iterator

from desktop.devices.id_card import CardNews, CardState
from desktop.people.model import Entry
from tests.helpers.citizens import BUNMI, give_key
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.counter.screen import CitizenScreen


def _screen(stage: Stage) -> CitizenScreen:
    stage.sits("piyada")
    screen = stage.go("citizens")
    assert isinstance(screen, CitizenScreen)
    return screen


def _citizen(stage: Stage, number: str) -> bytes:
    """Whoever has the number; entered the first time."""
    give_key(stage.office.desk)
    known = stage.office.people_queries.by_number(number)
    if known is not None:
        return known.id
    entry = Entry(**{**vars(BUNMI), "number": number})
    return stage.office.people(stage.office.account_queries.person("piyada")).record(entry)


@scene
def citizens_nobody_chosen(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _screen(stage)
    screen._right.setCurrentWidget(screen.nothing)
    screen._card_news(CardNews(CardState.WAITING))
    yield


@scene
def citizens_page(stage: Stage, _: Furniture) -> Iterator[None]:
    citizen = _citizen(stage, "1234567890121")
    screen = _screen(stage)
    screen._look_for_key()
    screen.search.setText("บุญมี")
    screen.open_person(citizen)
    stage.until(lambda: screen.page.isVisible())
    screen.page.show_number.click()
    yield
    screen.search.clear()
    screen._right.setCurrentWidget(screen.nothing)


@scene
def citizens_form_and_a_card_of_a_bank(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _screen(stage)
    screen._card_news(CardNews(CardState.TROUBLE, code="card.other_card"))
    screen.code.show()
    screen.open_form(BUNMI)
    yield
    screen.code.hide()
    screen._leave_form()
