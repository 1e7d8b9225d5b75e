"""What a letter is, at a glance: number, urgency, subject and the facts around it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.tags import is_provisional
from ui.kit.buttons import IconButton
from ui.kit.chips import Badge, Chip
from ui.kit.flow import FlowRow
from ui.kit.language import Speaks
from ui.kit.panels import clear
from ui.kit.thai_label import OneLine, ThaiLabel, dress, label
from ui.kit.tokens import XS, M, S
from ui.letters import kind_words, words
from ui.letters.letter_presenter import LetterPresenter

LABEL_WIDE = 80
MAIN_FACTS = 2
"""From whom, and under which number and date: what is seen also where there is little room."""


class LetterHead(Speaks, QWidget):
    """`brief` leaves out what the list beside it says already.

    Where there is little room the facts behind the main ones are folded away; `more_button` shows them.
    """

    def __init__(self, presenter: LetterPresenter, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._brief = self._always_brief = brief
        self._short = self._unfolded = False
        self.number = label(strong=True)
        self.secrecy, self._urgency, self._due, self._mark = Chip(), Chip(), Chip(), Chip()
        self._cancelled, self.keeping, self.time = Chip(), Chip(), Chip()
        self.subject = ThaiLabel(size="head" if not brief else "", strong=True)
        self.facts = FactGrid()
        self.brief = OneLine(ink="soft")
        self.more_button = IconButton("chevron-down", key="I")
        self.more_button.clicked.connect(self._unfold)
        marks = FlowRow(self.number, self._cancelled, self.secrecy, self._urgency, self._due, self.keeping, self.time)
        line = self._line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(marks, 1)
        line.addWidget(self._mark)
        line.addWidget(self.more_button)
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

    def set_short(self, short: bool) -> None:
        """There is room for the main facts only."""
        if short != self._short:
            self._short = short
            dress(self.subject, scale="" if short else "head")
            self.show_letter()

    def stand_beside(self, button: QWidget) -> None:
        """Something small that belongs to the letter as a whole."""
        self._line.insertWidget(self._line.count() - 1, button)

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
        _show(self.time, self._time_badge())
        _show(self._mark, words.journey_badge(letter.mark, silent=self._brief or self._short))
        self._show_facts(words.facts(letter))

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        folded = self._short and not self._unfolded
        self.facts.setVisible(not self._brief)
        self.brief.setVisible(self._brief)
        self.more_button.setVisible(self._short and not self._brief and len(facts) > MAIN_FACTS)
        self.more_button.show_icon("chevron-down" if folded else "chevron-up")
        self.more_button.say(self.tr("รายละเอียดเพิ่ม") if folded else self.tr("ซ่อนรายละเอียด"))
        if self._brief:
            self.brief.setText(" · ".join(value for _, value in reversed(facts[:MAIN_FACTS])))
        else:
            self.facts.show_facts(facts[:MAIN_FACTS] if folded else facts)

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self.show_letter()

    def _keeping_badge(self) -> Badge | None:
        """What the archive did to the paper, or forbids; or that its file should be back."""
        kept = self._presenter.kept
        if kept is not None and kept.destroyed_on is not None:
            day = words.brief_day(kept.destroyed_on, self._presenter.today)
            return Badge(self.tr("ทำลายกระดาษแล้ว {day}").format(day=day), "neutral", "close")
        if kept is not None and kept.hold:
            return Badge(self.tr("ห้ามทำลาย"), "danger", "lock")
        return Badge(self.tr("แฟ้มเลยกำหนดคืน"), "danger", "hourglass") if self._presenter.loan_is_late else None

    def _time_badge(self) -> Badge | None:
        """Whether somebody vouches for the moment of the digital signature."""
        time = self._presenter.time
        if time is None or (time.at is None and not time.waits):
            return None
        if time.at is None:
            return Badge(self.tr("รอประทับเวลา"), "attention", "hourglass")
        return Badge(self.tr("ประทับเวลา {moment}").format(moment=words.moment(time.at)), "neutral", "stamp")

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
