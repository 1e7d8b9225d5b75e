"""Signing with a certificate by keys: from a file, from a token; and going on when the token was pulled out."""

from pathlib import Path

import pytest

from desktop.outgoing.keys import KeyOnToken
from desktop.outgoing.model import Level
from desktop.paper.pages import page_text
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.desk import MORNING, person
from tests.helpers.file_dialogs import naming
from tests.helpers.keyboard import press
from tests.helpers.outgoing import approved, found
from tests.helpers.screens import nameless
from tests.helpers.tokens import PIN, SoftToken
from tests.ui.outgoing.conftest import Writing
from ui.settings import SettingsFile


@pytest.fixture
def mayors_card(card: SoftToken, monkeypatch: pytest.MonkeyPatch) -> SoftToken:
    card.put_key(Authority(MORNING), "mayor", "นายสมชาย ตัวอย่างดี", "ec")
    for name, value in card.environment.items():
        monkeypatch.setenv(name, value)
    return card


def test_the_signer_signs_with_a_certificate(writing: Writing, tmp_path: Path) -> None:
    """A wrong password is told and nothing is numbered; neither file nor password stays afterwards."""
    office = writing.office
    draft = approved(office)
    file = tmp_path / "key.p12"
    file.write_bytes(Authority(MORNING).issue("นายสมชาย ตัวอย่างดี")[0])
    screens = writing.screens("somchai")
    editor = writing.opened(screens, draft.id)
    deeds = editor.deeds
    deeds.level.choose("3")
    deeds.level.chosen.emit("3")
    with naming(file):
        deeds.key.file_button.click()
    deeds.key.secret.setText("ผิด")
    press("F9")
    writing.until(lambda: not editor._busy and bool(writing.notices.window_ready()))
    assert office.desk.reader.rows("SELECT count(*) FROM letter") == [(0,)]
    deeds.key.secret.setText(PASSPHRASE)
    press("F9")
    writing.until(lambda: found(office, draft.id).letter_id is not None and not editor._busy)
    writing.until(lambda: deeds.key.file is None)
    assert deeds.key.secret.text() == ""
    letter_id = found(office, draft.id).letter_id
    assert letter_id is not None
    paper = office.outgoing.signed_pdf(letter_id)
    assert paper is not None
    assert "การลงนามระดับ ๓" in page_text(paper)


def test_the_signer_signs_with_a_token_by_keys(writing: Writing, mayors_card: SoftToken) -> None:
    """A wrong PIN is told with what the token says of it; the right one signs, and nothing of it stays."""
    office = writing.office
    writing.settings.remember(token_driver=mayors_card.driver)
    editor = writing.opened(writing.screens("somchai"), approved(office).id)
    choice = editor.deeds.key
    assert not choice.isVisible()
    editor.deeds.level.choose("3")
    editor.deeds.level.chosen.emit("3")
    writing.until(lambda: choice.source.value == "0")
    assert nameless(editor) == []
    choice.secret.setText("999999")
    press("F9")
    writing.until(lambda: not editor._busy and "PIN" in choice.told.text())
    assert choice.secret.text() == ""
    assert office.desk.reader.rows("SELECT count(*) FROM letter") == [(0,)]
    choice.secret.setText(PIN)
    press("F9")
    writing.until(lambda: editor.presenter.wish().name == "print" and not editor._busy)
    assert choice.secret.text() == ""
    assert not choice.isVisible()


def test_a_letter_whose_token_was_pulled_out_waits_and_is_signed_later(
    writing: Writing, mayors_card: SoftToken
) -> None:
    office = writing.office
    writing.settings.remember(token_driver=mayors_card.driver)
    draft = approved(office)
    mayor = office.outgoing.signing(person(office, "somchai"))
    key = KeyOnToken(mayors_card.key, PIN)
    with office.outgoing.opened(key, mayors_card.driver) as opened_key:
        mayors_card.pull_out()
        mayor.sign(draft.id, draft.current.id, Level.CERTIFICATE, opened_key)
    screens = writing.screens("somchai")
    writing.until(lambda: [row.unsealed for row in screens.drafts.rows.rows()] == [True])
    editor = writing.opened(screens, draft.id)
    choice = editor.deeds.key
    writing.until(lambda: "F5" in choice.told.text())
    mayors_card.plug_in()
    press("F5")
    writing.until(lambda: choice.source.value == "0")
    choice.secret.setText(PIN)
    press("F9")
    writing.until(lambda: editor.presenter.wish().name == "print" and not editor._busy)
    assert office.desk.reader.rows("SELECT count(*), min(number) FROM letter") == [(1, 1)]


def test_a_desk_is_told_of_its_tokens_driver(writing: Writing, mayors_card: SoftToken) -> None:
    """It is kept in the desk's settings, and the token is there at once."""
    editor = writing.opened(writing.screens("somchai"), approved(writing.office).id)
    editor.deeds.level.choose("3")
    editor.deeds.level.chosen.emit("3")
    with naming(Path(mayors_card.driver)):
        editor.deeds.key.driver_button.click()
    writing.until(lambda: editor.deeds.key.source.value == "0")
    assert SettingsFile(writing.settings._path.parent).now.token_driver == mayors_card.driver
