"""Why a letter is due when it is: one line, and a press away every day that was counted or not."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.letters.due import why
from ui.kit.buttons import IconButton
from ui.kit.language import Speaks
from ui.kit.panels import scrolling
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import XS
from ui.letters.letter_presenter import LetterPresenter

MOST_HIGH = 220
"""A derivation of 45 days has few lines; one of many working days scrolls."""


class DueLine(Speaks, QWidget):
    """Nothing is shown of a letter that has no deadline. `W` unfolds the derivation and folds it again: `unfolded`.

    `button` stands where the page has room for it; with `set_short` the words are shown only with the derivation.
    """

    unfolded = Signal(bool)

    def __init__(self, presenter: LetterPresenter, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._language = presenter, language
        self.said = ThaiLabel()
        self.button = IconButton("calendar", key="W")
        self._short = self._away = False
        self.why = ThaiLabel(ink="soft", size="small")
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._unfolded = scrolling(self.why)
        self._unfolded.setMaximumHeight(MOST_HIGH)
        self._unfolded.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.said)
        column.addWidget(self._unfolded)
        self.button.clicked.connect(self.unfold)
        self._name_button()
        self.hide()  # shown before it stands in a page it would be a window of its own, and take the keyboard along

    @property
    def is_unfolded(self) -> bool:
        return not self._unfolded.isHidden()

    def retranslate(self) -> None:
        self._name_button()
        self.show_letter()

    def show_letter(self) -> None:
        """Another letter begins folded only when it has no deadline; who compares letters leaves it open."""
        lines = [self._lines(place) for place in range(len(self._presenter.dues))]
        rest: list[str] = []
        if lines:
            self.said.say(lines[0][0])
            rest = [*lines[0][1:], *("\n".join(more) for more in lines[1:])]
            self.why.say("\n".join(rest))
            self._unfolded.setHidden(not rest or not self.is_unfolded)
        self.button.setVisible(bool(rest) and not self._away)
        folded = self._short and not self.is_unfolded
        self.setHidden(not lines or folded or self._away or self.parentWidget() is None)

    def set_away(self, away: bool) -> None:
        """Leaves its room to something that is being written."""
        self._away = away
        self.show_letter()

    def set_short(self, short: bool) -> None:
        """There is room for its words only when somebody asks for them."""
        if short != self._short:
            self._short = short
            self.show_letter()

    def unfold(self) -> None:
        self._unfolded.setVisible(not self.is_unfolded)
        self._name_button()
        self.show_letter()
        self.unfolded.emit(self.is_unfolded)

    def _lines(self, place: int) -> tuple[str, ...]:
        presenter = self._presenter
        return why(presenter.dues[place], presenter.calendar, presenter.today, self._language())

    def _name_button(self) -> None:
        self.button.say(self.tr("ซ่อนวิธีนับ") if self.is_unfolded else self.tr("นับอย่างไร"))
