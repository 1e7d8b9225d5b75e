"""What a letter is, at a glance: number, urgency, subject and the facts around it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.tags import is_provisional
from ui.kit.chips import Badge, Chip
from ui.kit.language import Speaks
from ui.kit.panels import clear
from ui.kit.thai_label import OneLine, ThaiLabel, dress, label
from ui.kit.tokens import XS, M, S
from ui.letters import kind_words, words
from ui.letters.letter_presenter import LetterPresenter

LABEL_WIDE = 80


class LetterHead(Speaks, QWidget):
    """`brief` leaves out what the list beside it says already."""

    def __init__(self, presenter: LetterPresenter, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._brief = self._always_brief = brief
        self.number = label(strong=True)
        self.secrecy, self._urgency, self._due, self._mark = Chip(), Chip(), Chip(), Chip()
        self._cancelled, self.keeping = Chip(), Chip()
        self.subject = ThaiLabel(size="head" if not brief else "", strong=True)
        self.facts = FactGrid()
        self.brief = OneLine(ink="soft")
        line = QHBoxLayout()
        line.setSpacing(S)
        for widget in (self.number, self._cancelled, self.secrecy, self._urgency, self._due, self.keeping):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(line)
        column.addWidget(self.subject)
        column.addWidget(self.facts)
        column.addWidget(self.brief)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_letter()

    def set_brief(self, brief: bool) -> None:
        """Leaves the facts out while something else needs the room."""
        self._brief = brief or self._always_brief
        self.show_letter()

    def show_letter(self) -> None:
        letter = self._presenter.letter
        if letter is None:
            return
        provisional = is_provisional(letter.number)
        pattern = self.tr("เลขชั่วคราว {number}") if provisional else self.tr("{name} {number}/{year}")
        dress(self.number, ink="soft" if provisional else "")
        number, name = kind_words.figures(letter.register, letter.number), kind_words.number_name(letter.register)
        self.number.setText(pattern.format(name=name, number=number, year=letter.year_be))
        self.subject.say(letter.subject)
        dress(self.subject, struck=letter.is_cancelled)
        _show(self._cancelled, kind_words.cancelled_badge() if letter.is_cancelled else None)
        _show(self.secrecy, words.secrecy_badge(letter.secrecy))
        _show(self._urgency, words.urgency_badge(letter.urgency))
        _show(self._due, None if letter.is_cancelled else self._due_badge())
        _show(self.keeping, self._keeping_badge())
        _show(self._mark, words.journey_badge(letter.mark, silent=self._brief))
        facts = words.facts(letter)
        self.facts.setVisible(not self._brief)
        self.brief.setVisible(self._brief)
        if self._brief:
            self.brief.setText(" · ".join(value for _, value in reversed(facts[:2])))
        else:
            self.facts.show_facts(facts)

    def _keeping_badge(self) -> Badge | None:
        """What the archive did to the paper, or forbids; or that its file should be back."""
        kept = self._presenter.kept
        if kept is not None and kept.destroyed_on is not None:
            day = words.brief_day(kept.destroyed_on, self._presenter.today)
            return Badge(self.tr("ทำลายกระดาษแล้ว {day}").format(day=day), "neutral", "close")
        if kept is not None and kept.hold:
            return Badge(self.tr("ห้ามทำลาย"), "danger", "lock")
        return Badge(self.tr("แฟ้มเลยกำหนดคืน"), "danger", "hourglass") if self._presenter.loan_is_late else None

    def _due_badge(self) -> Badge | None:
        presenter = self._presenter
        if not presenter.dues:
            return None
        due = presenter.dues[0]
        said = self.tr("ครบ {day}").format(day=words.brief_day(due.day, presenter.today))
        late = due.day < presenter.today
        return Badge(said, "danger" if late else "attention" if presenter.due_soon else "neutral", "calendar")


class FactGrid(QWidget):
    """Labels at the left in the second ink, values beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, XS, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDE)
        self._grid.setColumnStretch(1, 1)
        self._shown: Sequence[tuple[str, str]] = ()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._grid)
        for row, (name, value) in enumerate(facts):
            said = ThaiLabel(value)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setAccessibleName(f"{name} {value}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(name, ink="soft"), row, 0, top)
            self._grid.addWidget(said, row, 1, top)


def _show(chip: Chip, badge: Badge | None) -> None:
    chip.setVisible(badge is not None)
    if badge is not None:
        chip.show_badge(badge)
