"""The signer of a draft in a capacity: the order gives the block, and one that has ended is called so and refused."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desktop.letters.authority import Capacity
from desktop.letters.endorsing_actions import Order
from desktop.office.ids import Id
from desktop.outgoing.model import State, Template
from tests.helpers.desk import person, staff_id
from tests.helpers.keyboard import press
from tests.helpers.outgoing import LETTER, found
from tests.ui.outgoing.conftest import Writing
from ui.outgoing.editor import Editor

TODAY = date(2026, 11, 11)
AS_MAYOR = "นายวิชัย โยธาเทียม · ผู้อำนวยการกองช่าง รักษาราชการแทน นายกเทศมนตรี"
OVER = "นายวิชัย โยธาเทียม · คำสั่งให้ทำการแทนสิ้นสุดแล้ว"


@pytest.fixture
def order(writing: Writing) -> Id:
    """wichai acts for the mayor, today alone."""
    acts = Order("๓๑๐/๒๕๖๙", TODAY, Capacity.ACTING, "นายกเทศมนตรี", TODAY, TODAY, to_id=staff_id("wichai"))
    return writing.office.endorsing(person(writing.office)).delegate(acts)


def opened(writing: Writing) -> tuple[Editor, Id]:
    draft_id = writing.office.outgoing.drafts(person(writing.office)).start(Template.EXTERNAL, content=LETTER)
    return writing.opened(writing.screens(), draft_id), draft_id


def choose(editor: Editor, words: str) -> None:
    editor.form.signer.choose(editor.form.signer.itemData(editor.form.signer.findText(words)))
    editor.form.signer.chosen.emit(editor.form.signer.value)


def test_a_capacity_brings_its_block_and_its_order(writing: Writing, order: Id) -> None:
    editor, _ = opened(writing)
    choose(editor, AS_MAYOR)
    form = editor.form
    assert form.signer_name.value == "นายวิชัย โยธาเทียม"
    assert form.signer_lines.value == "ผู้อำนวยการกองช่าง รักษาราชการแทน\nนายกเทศมนตรีเมืองแม่เหียะ"
    content = form.typed()
    assert (content.signer_id, content.signer_orders) == (staff_id("wichai"), (order,))
    choose(editor, "นายสมชาย ตัวอย่างดี · นายกเทศมนตรี")
    assert (form.typed().signer_orders, form.signer_lines.value) == ((), "นายกเทศมนตรีเมืองแม่เหียะ")


def test_an_order_that_has_ended_is_called_so_refused_and_offered_no_more(writing: Writing, order: Id) -> None:
    editor, draft_id = opened(writing)
    choose(editor, AS_MAYOR)
    press("Esc")
    writing.until(lambda: found(writing.office, draft_id).current.content.signer_orders == (order,))
    writing.clock.advance(timedelta(days=1))
    editor = writing.opened(writing.screens(), draft_id)
    form = editor.form
    assert form.signer.currentText() == OVER
    assert form.signer.findText(AS_MAYOR) < 0
    assert form.typed().signer_orders == (order,)
    press("F9")
    assert form.fields["signer_lines"].error == "คำสั่งสิ้นสุดแล้ว"
    assert found(writing.office, draft_id).state is State.WRITING
    choose(editor, "นายสมชาย ตัวอย่างดี · นายกเทศมนตรี")
    assert not form.fields["signer_lines"].error
    assert editor.presenter.problems(form.typed()) == {}


def test_tab_comes_to_every_field_and_to_what_is_done_with_the_draft(writing: Writing) -> None:
    """Neither a field that hands the keyboard on nor the empty place of the pages may hold it."""
    editor, _ = opened(writing)
    editor.form.subject.setFocus()
    passed: set[str] = set()
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        passed.add(widget.accessibleName())
        press("Tab")
    assert {"เรียน / ถึง", "อ้างถึง", "เนื้อความ", "เลือกผู้ลงนาม", "ตำแหน่ง", "ผู้ตรวจ"} <= passed
