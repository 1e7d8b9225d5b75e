"""Ctrl+Z takes back what was done last, where the regulation lets it be taken back."""

from dataclasses import replace

from desktop.letters.merge import registration_of
from desktop.letters.model import Basket, Letter
from tests.helpers.keyboard import press, write
from tests.helpers.letters import fill, register
from tests.ui.letters.conftest import Registry
from ui.letters.screens import LetterScreens


def shown(screens: LetterScreens) -> Letter:
    letter = screens.desk.letter
    assert letter is not None
    return letter


def test_a_letter_put_right_by_mistake_is_as_it_was_and_both_stand_in_its_history(registry: Registry) -> None:
    done = register(registry.office, 0, with_pages=False)
    screens = registry.screens()
    screens.open_letter(done.id)
    before = registry.shown(screens, done.number).subject
    screens.desk.amend(
        registration_of(shown(screens)), replace(registration_of(shown(screens)), subject="ผิดฉบับ"), None, ""
    )
    registry.until(lambda: shown(screens).subject == "ผิดฉบับ")
    registry.until(lambda: screens.desk._back is not None)
    press("Ctrl+Z")
    registry.until(lambda: shown(screens).subject == before)
    told = [event.text for event in screens.desk.presenter.history if event.kind == "amended.subject"]
    assert len(told) == 2


def test_following_and_putting_away_are_taken_back_of_the_right_letter(registry: Registry) -> None:
    fill(registry.office, 2, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4825)
    counts = screens.inbox.presenter.counts
    press("V")
    registry.until(lambda: counts()[Basket.FOLLOWED] == 1)
    registry.until(lambda: screens.desk._back is not None)
    press("Ctrl+Z")
    registry.until(lambda: counts()[Basket.FOLLOWED] == 0)
    registry.until(lambda: not screens.desk._acting)
    press("Z")
    panel = screens.inbox.preview.work.word_panel
    registry.until(lambda: panel.isVisible() and panel.button.isEnabled())
    press("F9")
    registry.until(lambda: screens.inbox.model.rowCount() == 1)
    registry.shown(screens, 4824)
    press("Ctrl+Z")
    registry.until(lambda: screens.inbox.model.rowCount() == 2)
    assert counts()[Basket.SNOOZED] == 0


def test_what_was_routed_after_it_is_taken_back_first(registry: Registry) -> None:
    fill(registry.office, 1, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4824)
    press("V")
    registry.until(lambda: screens.desk._back is not None)
    press("R")
    write("ช่าง")
    press("Return F8")
    registry.until(lambda: screens.desk._sent is not None)
    assert screens.desk._back is None
