"""What the clerk sees of the time on a digital signature, and does about it by keys."""

from collections.abc import Iterator

import pytest

from desktop.office.clock import utc_text
from desktop.outgoing.model import Level
from desktop.paper.pades import open_key
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.desk import MORNING, person
from tests.helpers.keyboard import press
from tests.helpers.outgoing import approved
from tests.helpers.screens import nameless
from tests.helpers.time_authority import NAME, TimeAuthority, time_authority
from tests.ui.outgoing.conftest import Writing

_AUTHORITY = """
INSERT INTO time_authority (office_id, id, ver, from_day, url, roots, set_at) VALUES (?, ?, 1, '2026-01-01', ?, ?, ?)
"""


@pytest.fixture
def tsa(writing: Writing) -> Iterator[TimeAuthority]:
    desk = writing.office.desk
    with time_authority(MORNING.replace(microsecond=0)) as authority:
        values = (desk.identity.office_id, desk.ids.new(), authority.url, authority.roots.decode(), utc_text(MORNING))
        desk.settle(_AUTHORITY, values)
        yield authority


def test_a_letter_waits_for_its_time_and_gets_it_by_a_key(writing: Writing, tsa: TimeAuthority) -> None:
    office = writing.office
    tsa.mood = "garbage"
    draft = approved(office)
    key = open_key(Authority(MORNING).issue("นายสมชาย ตัวอย่างดี")[0], PASSPHRASE, MORNING)
    mayor = office.outgoing.signing(person(office, "somchai"))
    mayor.sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    tsa.mood = "busy"
    screens = writing.screens()
    screens.drafts.view.choose("done")
    screens.drafts.refresh()
    writing.until(lambda: [row.unstamped for row in screens.drafts.rows.rows()] == [True])
    assert screens.drafts.rows.index(0, 0).data() == "รอประทับเวลา"
    editor = writing.opened(screens, draft.id)
    writing.until(lambda: editor.deeds.stamp_button.isVisible())
    assert editor.deeds.state.accessibleName() == "รอประทับเวลา"
    assert nameless(editor) == []
    writing.until(editor.deeds.primary.hasFocus)  # in the form of a signed letter nothing takes the keyboard
    assert not writing.notices.window_ready()  # without an answer the mark says enough
    press("F7")
    writing.until(lambda: not editor._busy and bool(writing.notices.window_ready()))
    assert writing.notices.window_ready()[-1].text == "ผู้ประทับเวลาไม่ตอบ"
    tsa.mood = "good"
    press("F7")
    writing.until(lambda: editor.deeds.stamp_button.isHidden())
    assert editor.deeds.last.text().endswith(NAME)
    assert office.outgoing.queries.unstamped(office.desk.identity.device_id) == []
    assert office.desk.reader.rows("SELECT count(*), max(number) FROM letter") == [(1, 1)]


def test_what_is_wrong_with_an_answer_is_told_without_being_asked(writing: Writing, tsa: TimeAuthority) -> None:
    office = writing.office
    tsa.mood = "other_hash"
    draft = approved(office)
    key = open_key(Authority(MORNING).issue("นายสมชาย ตัวอย่างดี")[0], PASSPHRASE, MORNING)
    office.outgoing.signing(person(office, "somchai")).sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    writing.screens()
    writing.until(lambda: bool(writing.notices.window_ready()))
    assert writing.notices.window_ready()[-1].text == "คำตอบของผู้ประทับเวลาใช้ไม่ได้"
