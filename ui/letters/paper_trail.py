"""Where a paper was, and where to look for one that is missing: beside the list of papers."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.office.ids import Id
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.letters import words
from ui.letters.entries import Entries, Entry, EntryList
from ui.letters.paper_columns import move_words, why_words
from ui.letters.paper_presenter import PaperPresenter, PaperRow, State, Trail
from ui.work import Worker

_WIDE = 300
_SOUGHT = (State.MISSING, State.EXPECTED, State.ON_WAY)


class PaperTrail(Speaks, QWidget):
    """`follow` shows the trail of a row; the last one asked for counts."""

    def __init__(self, presenter: PaperPresenter, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._worker = presenter, worker
        self._wanted: Id | None = None
        self.entries = EntryList()
        self._place = Entries(self.entries)
        panel = Panel()
        panel.body.addWidget(self._place)
        self.setFixedWidth(_WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.retranslate()

    def retranslate(self) -> None:
        self._place.say(self.tr("เส้นทางของต้นฉบับ"))

    def follow(self, row: PaperRow | None) -> None:
        self._wanted = row.paper.letter_id if row else None
        if row is None:
            return self.entries.show_entries([], self.tr("ยังไม่ได้เลือกฉบับใด"))
        wanted, state = row.paper.letter_id, row.state
        self._worker.run(
            lambda: self._presenter.trail(wanted),
            owner=self,
            on_done=lambda trail: self._show(wanted, state, trail),
            view="trail",
        )

    def _show(self, wanted: Id, state: State, trail: Trail) -> None:
        if wanted != self._wanted:
            return
        guesses = trail.guesses if state in _SOUGHT else ()
        pattern = self.tr("ลองหาที่ {place}: {holder}")
        entries = [
            Entry(pattern.format(place=place, holder=guess.holder), "", why_words(guess.why))
            for place, guess in enumerate(guesses, start=1)
        ]
        entries += [Entry(move_words(move), words.moment(move.at), move.actor_name) for move in reversed(trail.moves)]
        self.entries.show_entries(entries, self.tr("ยังไม่เคยพิมพ์ใบติดตามของฉบับนี้"))
