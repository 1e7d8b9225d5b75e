"""Phrases of the number keys and orders of delegation, entered by keys; what may not be changed is not offered."""

from PySide6.QtWidgets import QApplication

from desktop.letters.authority import Capacity, Delegation
from desktop.letters.phrases import Owner, Phrase
from tests.helpers.desk import person
from tests.helpers.keyboard import press, write
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.letters.authority_screen import AuthorityScreen
from ui.letters.screens import LetterScreens


def opened(registry: Registry, login: str = "kanda") -> tuple[LetterScreens, AuthorityScreen]:
    screens = registry.screens(login)
    screens.inbox.table.setFocus()
    press("Ctrl+G")
    registry.until(lambda: bool(screens.authority.phrases.model.rowCount()))
    return screens, screens.authority


def phrases(registry: Registry, login: str) -> tuple[Phrase, ...]:
    return registry.office.authority_queries.phrases(person(registry.office, login))


def orders(registry: Registry) -> tuple[Delegation, ...]:
    return registry.office.authority_queries.delegations()


def fill_in(screen: AuthorityScreen, first: str = "12/11/69", last: str = "14/11/69") -> None:
    form = screen.orders.form
    screen.tabs.setCurrentIndex(1)
    for edit, words in ((form.number, "310/2569"), (form.day, "10/11/69"), (form.first, first), (form.last, last)):
        edit.setFocus()
        write(words)
    form.who.choose(next(one.id.hex() for one in screen.presenter.shown.people if one.login == "wichai"))
    form.position.choose("นายกเทศมนตรี")


def test_where_there_are_no_orders_tab_leads_into_the_form_of_the_first(registry: Registry) -> None:
    _, screen = opened(registry)
    press("Ctrl+Tab")
    registry.until(lambda: screen.orders.table.isHidden())
    screen.tabs.tabBar().setFocus()
    press("Tab")
    assert QApplication.focusWidget() is screen.orders.form.number


def test_a_phrase_of_ones_own_takes_a_free_key(registry: Registry) -> None:
    screens, screen = opened(registry, "wichai")
    press("Ctrl+N")
    write("มอบงานควบคุมอาคารดำเนินการ")
    press("F9")
    registry.until(lambda: any(one.owner is Owner.OWN for one in phrases(registry, "wichai")))
    (mine,) = (one for one in phrases(registry, "wichai") if one.owner is Owner.OWN)
    assert (mine.number, mine.text) == (5, "มอบงานควบคุมอาคารดำเนินการ")
    registry.until(lambda: any(one == mine for one in screen.phrases.model.rows()))
    screen.phrases.table.choose(4)
    screen.phrases.remove_button.click()
    registry.until(lambda: not any(one.owner is Owner.OWN for one in phrases(registry, "wichai")))
    assert nameless(screens) == []


def test_a_shipped_phrase_in_other_words_becomes_ones_own_on_its_key(registry: Registry) -> None:
    _, screen = opened(registry, "wichai")
    screen.phrases.table.choose(0)
    screen.phrases.text.setPlainText("รับทราบ")
    press("F9")
    registry.until(lambda: phrases(registry, "wichai")[0].text == "รับทราบ")
    assert phrases(registry, "wichai")[0].owner is Owner.OWN
    assert phrases(registry, "kanda")[0].text != "รับทราบ"


def test_the_secretary_enters_an_order_by_its_number_and_date(registry: Registry) -> None:
    screens, screen = opened(registry)
    fill_in(screen)
    press("F9")
    registry.until(lambda: len(orders(registry)) == 1)
    (order,) = orders(registry)
    assert (order.order_no, order.capacity, order.to_name) == ("310/2569", Capacity.ACTING, "นายวิชัย โยธาเทียม")
    assert (order.holder_name, order.valid_from.day, order.valid_to and order.valid_to.day) == (
        "นายสมชาย ตัวอย่างดี",
        12,
        14,
    )
    registry.until(lambda: screen.orders.model.rowCount() == 1)
    assert screen.orders.state(order).words == "ยังไม่ถึงวัน"
    registry.until(lambda: screen.orders.form.number.value == "")
    assert nameless(screens) == []
    screen.orders.recall_button.click()
    assert screen.orders.reason_field.error == "ต้องใส่เหตุผล"
    screen.orders.reason.setFocus()
    write("นายกไม่เดินทางแล้ว")
    screen.orders.recall_button.click()
    registry.until(lambda: orders(registry)[0].recall_reason == "นายกไม่เดินทางแล้ว")


def test_what_is_missing_is_told_at_its_field(registry: Registry) -> None:
    _, screen = opened(registry)
    screen.tabs.setCurrentIndex(1)
    form = screen.orders.form
    form.button.click()
    assert (form.number_field.error, form.day_field.error) == ("ต้องกรอก", "ต้องกรอก")
    assert QApplication.focusWidget() is form.number
    fill_in(screen, "14/11/69", "12/11/69")
    form.button.click()
    assert form.last_field.error == "ก่อนวันเริ่ม"
    assert orders(registry) == ()


def test_only_who_may_give_orders_sees_the_form(registry: Registry) -> None:
    _, screen = opened(registry, "piyada")
    screen.tabs.setCurrentIndex(1)
    assert not screen.orders.form.isVisible()
    assert screen.orders._nothing.isVisible()
    assert screen.presenter.owners() == (Owner.OWN,)
