"""The citizen in front: the empty screen, a page, its receipt, forms and reasons, a house, a reader in trouble."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from PySide6.QtGui import QGuiApplication

from desktop.cashier.bill_model import BillDraft
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.devices.id_card import CardNews, CardState
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.people.model import Address, Entry, Tie
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


def _citizen(stage: Stage, number: str = "1234567890121") -> Id:
    """Whoever has the number, with a house and two bills; entered the first time."""
    give_key(stage.office.desk)
    known = stage.office.people_queries.by_number(number)
    if known is not None:
        return known.id
    clerk = stage.office.account_queries.person("piyada")
    people = stage.office.people(clerk)
    citizen = people.record(Entry(**{**vars(BUNMI), "number": number}))
    twin = people.record(BUNMI)
    people.join(twin, citizen)
    house = people.record_house(Address("91/1", "2", tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่"))
    people.tie(citizen, house, Tie.PAYER)
    due = local_date(stage.office.clock.now()) + timedelta(days=30)
    for months in (3, 2):
        draft = BillDraft("นายบุญมี ใจคำ", (Charge(catalogue()[0], months),), due, None, citizen, house)
        stage.office.bills.billing(clerk).make(draft)
    return citizen


def _served(stage: Stage) -> CitizenScreen:
    """The citizen's page, with all they owe."""
    citizen, screen = _citizen(stage), _screen(stage)
    screen.code.look()
    screen.serving.open_person(citizen)
    stage.until(lambda: screen.page.isVisible() and screen.page.presenter.chosen)
    return screen


@scene
def citizens_nobody_chosen(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _screen(stage)
    screen.next_citizen()
    screen.card.show_news(CardNews(CardState.WAITING))
    yield


@scene
def citizens_found(stage: Stage, _: Furniture) -> Iterator[None]:
    _citizen(stage)
    screen = _screen(stage)
    screen.finder.box.setText("[67")
    stage.until(screen.finder.isVisible)
    yield
    screen.next_citizen()


@scene
def citizens_found_nobody(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _screen(stage)
    screen.finder.box.setText("qqqq")
    stage.until(screen.finder.isVisible)
    yield
    screen.next_citizen()


@scene
def citizens_page(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _served(stage)
    screen.page.pay.money.setText("500")
    screen.page.pay.money.textEdited.emit("500")
    screen.second.choose(QGuiApplication.primaryScreen().name() or "1")
    stage.house.activateWindow()
    screen.page.who.show_number.click()
    yield
    screen.second.choose("")
    stage.house.activateWindow()
    screen.next_citizen()


@scene
def citizens_page_paid(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _served(stage)
    bill = screen.page.presenter.chosen[0]
    clerk = stage.office.account_queries.person("piyada")
    screen.page.show_receipt(stage.office.counter.taking(clerk).pay([bill.id], ("", None), 500_00))
    yield
    screen.next_citizen()


@scene
def citizens_house(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _served(stage)
    house = screen.page.page.house_id if screen.page.page else None
    assert house is not None
    screen.serving.open_house(house)
    stage.until(lambda: screen.page.page and screen.page.page.house)
    yield
    screen.next_citizen()


@scene
def citizens_ties(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _served(stage)
    screen.page.who.ties.click()
    yield
    screen.forms.left.emit()
    screen.next_citizen()


@scene
def citizens_house_put_right(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screen = _served(stage)
    house = screen.page.page.house_id if screen.page.page else None
    assert house is not None
    screen.serving.open_house(house)
    stage.until(lambda: screen.page.page and screen.page.page.house)
    screen.page.who.ties.click()
    yield
    screen.forms.left.emit()
    screen.next_citizen()


@scene
def citizens_joined(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _served(stage)
    screen.page.who.join.click()
    yield
    screen.forms.left.emit()
    screen.next_citizen()


@scene
def citizens_number(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _served(stage)
    screen.right._ask_number()
    screen.right.number.keep.click()
    yield
    screen.forms.left.emit()
    screen.next_citizen()


@scene
def citizens_form_and_a_card_of_a_bank(stage: Stage, _: Furniture) -> Iterator[None]:
    screen = _screen(stage)
    screen.card.show_news(CardNews(CardState.TROUBLE, code="card.other_card"))
    screen.code.show()
    screen.right.begin(BUNMI)
    yield
    screen.code.hide()
    screen.forms.left.emit()


@scene
def found_elsewhere(stage: Stage, _: Furniture) -> Iterator[None]:
    _citizen(stage)
    _screen(stage)
    stage.house.header.search.setText("บุญมี")
    house: Any = stage.rooms["citizens"].parent()
    house.seeking.emit("บุญมี")
    stage.until(stage.house.offers.isVisible)
    yield
    stage.house.header.search.clear()
    stage.house.offers.hide()
