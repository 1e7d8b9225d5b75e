"""What hangs on a letter, a tab each: route, endorsements, history, documents, related letters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.letters.model import Event, Route
from ui.kit.language import Speaks
from ui.letters import words
from ui.letters.documents import Documents
from ui.letters.entries import Entries, Entry
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.note_entries import note_entries
from ui.letters.related import Related


class Sections(Speaks, QWidget):
    """`documents` tells the wishes of the last tab."""

    turned = Signal(int)

    def __init__(
        self,
        presenter: LetterPresenter,
        *,
        compact: bool = False,
        may_copy: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.endorsements, self.routes, self.history = Entries(), Entries(), Entries()
        self.related = Related()
        self.documents = Documents(presenter, compact=compact, may_copy=may_copy)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page in (self.routes, self.endorsements, self.history, self.documents, self.related):
            self.tabs.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs.tabBar())
        self.retranslate()

    def retranslate(self) -> None:
        self.tabs.tabBar().setAccessibleName(self.tr("รายละเอียดของหนังสือ"))
        self.show_letter()

    def turn_to(self, page: QWidget) -> None:
        self.tabs.setCurrentWidget(page)

    def show_letter(self) -> None:
        letter = self._presenter.letter
        notes = letter.endorsements if letter else ()
        routes = letter.routes if letter else ()
        files = letter.files if letter else ()
        self.endorsements.show_entries(note_entries(notes), self.tr("ยังไม่มีการเกษียณ"))
        self.routes.show_entries([self._route(route) for route in routes], self.tr("ยังไม่ได้ส่งให้หน่วยงานใด"))
        self.history.show_entries([_event(event) for event in self._presenter.history])
        self.documents.show_letter()
        self.related.show_letter(letter)
        named: tuple[tuple[Entries | Documents | Related, str, int], ...] = (
            (self.routes, self.tr("เส้นทาง"), len(self._presenter.open_routes)),
            (self.endorsements, self.tr("เกษียณ"), len(notes)),
            (self.history, self.tr("ประวัติ"), 0),
            (self.documents, self.tr("เอกสาร"), len(files)),
            (self.related, self.tr("ประกอบเรื่อง"), self.related.count),
        )
        for place, (page, name, count) in enumerate(named):
            self.tabs.setTabText(place, f"{name} {count}" if count else name)
            page.say(name)

    def _route(self, route: Route) -> Entry:
        parts = [words.purpose(route.purpose)]
        if route.due_date:
            parts.append(self.tr("ภายใน {day}").format(day=words.day(route.due_date)))
        if route.received_at and route.received_by_name:
            parts.append(f"{route.received_by_name} {words.moment(route.received_at)}")
        return Entry(
            route.unit_name,
            words.moment(route.sent_at),
            " · ".join(parts),
            route.note or "",
            words.route_badge(route.state),
        )


def _event(event: Event) -> Entry:
    """Numbers and units stand in the title; what was written stands below it."""
    said, when = words.event(event.kind), words.moment(event.at)
    if event.kind == "endorsed":
        return Entry(said, when, event.who, " ".join(event.text.split()))
    if event.kind.startswith("amended."):
        value = words.field_value(event.kind.removeprefix("amended."), event.text)
        return Entry(said, when, event.who, value)
    return Entry(f"{said} {event.text}", when, event.who)
