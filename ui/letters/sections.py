"""What hangs on a letter, a tab each: route with endorsements, circular, history, documents, related letters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.letters.model import Channel, Event, Route, Step
from ui.kit.chips import Badge
from ui.kit.language import Speaks
from ui.letters import way_words, words
from ui.letters.circular_tab import CircularTab
from ui.letters.documents import Documents
from ui.letters.entries import Entries, Entry, EntryList
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.note_entries import note_entries
from ui.letters.related import Related


class Sections(Speaks, QWidget):
    """Where the letter goes and what was written on it stand in one place: both are read at every letter.

    `documents` tells the wishes of its tab. `compact`: where there is little room, only what is asked for most.
    """

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
        self.endorsements, self.routes, self.history = EntryList(), EntryList(), EntryList()
        self.handling, self._past = Entries(self.routes, self.endorsements), Entries(self.history)
        self.related = Related()
        self.documents = Documents(presenter, compact=compact, may_copy=may_copy)
        self.circular = CircularTab(presenter)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page in (self.handling, self.circular, self.documents):
            self.tabs.addTab(page, "")
        seldom: tuple[QWidget, ...] = (self._past, self.related)
        for one in seldom:
            if compact:
                one.setParent(self)
                one.hide()
            else:
                self.tabs.addTab(one, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs.tabBar())
        self.retranslate()

    def retranslate(self) -> None:
        self.tabs.tabBar().setAccessibleName(self.tr("รายละเอียดของหนังสือ"))
        self.show_letter()

    def turn_to(self, page: QWidget) -> None:
        """To a tab, or to one of the lists on it."""
        if isinstance(page, EntryList):
            holder = self._past if page is self.history else self.handling
            self.tabs.setCurrentWidget(holder)
            holder.bring_up(page)
        else:
            self.tabs.setCurrentWidget(page)

    def show_letter(self) -> None:
        letter = self._presenter.letter
        notes = letter.endorsements if letter else ()
        routes = letter.routes if letter else ()
        files = letter.files if letter else ()
        self.endorsements.show_entries(note_entries(notes), self.tr("ยังไม่มีการเกษียณ"))
        way = [self._route(route) for route in routes] + [self._step(step) for step in (letter.steps if letter else ())]
        self.routes.show_entries(way, self.tr("ยังไม่ได้ส่งให้หน่วยงานใด"))
        self.circular.show_letter()
        self.history.show_entries([_event(event) for event in self._presenter.history])
        self.documents.show_letter()
        self.related.show_letter(letter)
        done, every = self.circular.counts
        under_way = len(self._presenter.open_routes)
        routed, noted = f" {under_way or ''}".rstrip(), f" {len(notes) or ''}".rstrip()
        self.handling.head(self.tr("เส้นทาง") + routed, self.tr("เกษียณ") + noted)
        named: tuple[tuple[Entries | Documents | CircularTab | Related, str, str], ...] = (
            (self.handling, self.tr("เส้นทาง"), ""),
            (self.circular, self.tr("เวียน"), f"{done}/{every}"),
            (self.documents, self.tr("เอกสาร"), str(len(files) or "")),
            (self._past, self.tr("ประวัติ"), ""),
            (self.related, self.tr("ประกอบเรื่อง"), str(self.related.count or "")),
        )
        for page, name, count in named:
            page.say(name)
            if (place := self.tabs.indexOf(page)) >= 0:
                self.tabs.setTabText(place, f"{name} {count}".strip())
        self.handling.say(self.tr("เส้นทางและเกษียณ"))
        self.tabs.setTabVisible(self.tabs.indexOf(self.circular), every > 0)

    def _route(self, route: Route) -> Entry:
        parts = [words.purpose(route.purpose)]
        if route.due_date:
            parts.append(self.tr("ภายใน {day}").format(day=words.day(route.due_date)))
        if route.received_at and route.received_by_name:
            parts.append(f"{route.received_by_name} {words.moment(route.received_at)}")
        parts += self._said(route)
        return Entry(
            way_words.whom(route),
            words.moment(route.sent_at),
            " · ".join(parts),
            route.note or "",
            way_words.route_badge(route),
        )

    def _said(self, route: Route) -> list[str]:
        """The last word about a holding, with who said it."""
        letter = self._presenter.letter
        events = [one for one in letter.route_events if one.route_id == route.id] if letter else []
        if not events:
            return []
        last = events[-1]
        kind = way_words.event(f"route.{last.kind}")
        return [f"{kind} {last.actor_name}: {last.text}" if last.text else f"{kind} {last.actor_name}"]

    def _step(self, step: Step) -> Entry:
        """A part whose turn has not come."""
        badge = Badge(self.tr("ขั้นที่ {stage}").format(stage=step.stage + 1), "neutral", "hourglass")
        return Entry(way_words.waiting(step), "", words.purpose(step.purpose), "", badge)


def _event(event: Event) -> Entry:
    """Numbers and units stand in the title; what was written stands below it."""
    said, when = words.event(event.kind), words.moment(event.at)
    if event.kind == "endorsed":
        return Entry(said, when, event.who, " ".join(event.text.split()))
    verb, _, field = event.kind.partition(".")
    if verb in ("amended", "added", "taken_back"):
        value = words.field_value(field, event.text)
        return Entry(said, when, event.who, value)
    if event.kind == "came_again":
        return Entry(f"{said} {words.channel(Channel(event.text))}", when, event.who)
    return Entry(f"{said} {event.text}", when, event.who)
