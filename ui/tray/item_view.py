"""One item whole: what it is about, why it is here, what was done, and both sides where two wrote something else."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.tray.model import Item, Standing
from ui.kit.chips import Chip
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, clear, rule, scrolling
from ui.kit.thai_label import OneLine, ThaiLabel, label
from ui.kit.tokens import XS, L, M, S
from ui.letters import words as letters
from ui.tray import words
from ui.tray.presenter import Choice
from ui.tray.sides import SidePanel


class ItemView(Speaks, QWidget):
    """Built anew for each item; nothing here acts but the choice of sides."""

    def __init__(self, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._item: Item | None = None
        self._choice: Choice | None = None
        self._chip, self.about = Chip(), OneLine(ink="soft")
        self.title = ThaiLabel(size="head", strong=True)
        self.advice = ThaiLabel()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(M)
        self.sides = SidePanel(language)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.about, 1)
        head.addWidget(self._chip)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.advice)
        column.addSpacing(M)
        column.addWidget(self.sides)
        column.addSpacing(XS)
        column.addLayout(self._parts)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(content)
        whole.addWidget(self._area)

    def retranslate(self) -> None:
        if self._item is not None:
            self._show(self._item)

    def show_item(self, item: Item, choice: Choice | None) -> None:
        """`choice` None: nothing is to be chosen any more."""
        if (item, choice) != (self._item, self._choice):
            self._item, self._choice = item, choice
            self._show(item)

    def scroll_by(self, pages: int) -> None:
        """By so many pages down, or up."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _show(self, item: Item) -> None:
        language = self._language()
        title, advice = words.why(item, language)
        self._chip.show_badge(words.badge(item))
        self.about.setText(_about(item))
        self.title.say(title)
        self.advice.say(advice)
        self.sides.setVisible(bool(item.sides))
        self.sides.show_item(item, self._choice)
        clear(self._parts)
        for part in self._sections(item, language):
            self._parts.addWidget(part)

    def _sections(self, item: Item, language: str) -> list[QWidget]:
        found: list[QWidget] = []
        if item.settlement is not None and item.standing is Standing.SETTLED:
            reason = item.settlement.reason if not item.settlement.reason.startswith("{") else ""
            found.append(Section("check", self.tr("จัดการแล้ว"), words.settled(item.settlement, language), reason))
        if item.question is not None:
            found += self._question(item)
        particulars = words.particulars(item, language)
        if particulars:
            found.append(Section("info", self.tr("ที่ส่วนกลางบันทึกไว้"), "\n".join(particulars)))
        if item.deed is not None:
            said, detail = words.deed(item.deed, language)
            who = f"{words.named(item.deed.who, language)} · {letters.moment(item.deed.at)}"
            name = self.tr("สิ่งที่ทำ") if item.standing is Standing.ASKED else self.tr("สิ่งที่ท่านทำ")
            found.append(Section("user", name, said, detail, who))
        return found

    def _question(self, item: Item) -> list[QWidget]:
        asked = item.question
        assert asked is not None
        who = f"{asked.asked_by} · {letters.moment(asked.asked_at)}"
        found: list[QWidget] = [Section("send", self.tr("ถามหัวหน้า"), asked.note or self.tr("ไม่ได้เขียนข้อความ"), "", who)]
        if asked.answered_at is not None:
            by = f"{asked.answered_by} · {letters.moment(asked.answered_at)}"
            found.insert(0, Section("user", self.tr("หัวหน้าตอบ"), asked.answer or self.tr("ดูแลเรียบร้อยแล้ว"), "", by))
        return found


def _about(item: Item) -> str:
    if item.paper is None:
        return words.short_paper(item)
    return " · ".join(part for part in (words.paper(item.paper), item.paper.title) if part)


class Section(QWidget):
    """A quiet heading with its icon, what is said, and who and when below."""

    def __init__(self, icon: str, name: str, said: str, detail: str = "", who: str = "") -> None:
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(name, ink="soft", size="small"))
        column.addWidget(ThaiLabel(said))
        for words_, ink in ((detail, ""), (who, "soft")):
            if words_:
                column.addWidget(ThaiLabel(words_, ink=ink, size="small" if ink else ""))
        line = QHBoxLayout()
        line.setSpacing(M)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, XS, 0, 0)
        mark.addWidget(Glyph(icon))
        mark.addStretch(1)
        line.addLayout(mark)
        line.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(L - XS)
        whole.addWidget(rule())
        whole.addLayout(line)
        self.setAccessibleName(" ".join(part for part in (name, said, detail, who) if part))
