"""One letter at work: reads it, does what the clerk decides, tells how it went, and takes a routing back."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.letters.authority import OVER
from desktop.letters.model import MOMENT, Letter, Registration, Route, Secrecy
from desktop.letters.reading_guard import ReadingGuard
from desktop.letters.route_model import Watch
from desktop.office.changes import Changes
from desktop.office.ids import Id
from desktop.office.secrecy import rank
from ui.letters import way_words
from ui.letters.inbox_presenter import InboxPresenter
from ui.letters.letter_presenter import LetterPresenter, Reading, RouteWish, Sent, Signed, Written
from ui.letters.unsigned_notes import UnsignedNotes
from ui.letters.way import Deed, DeedWish
from ui.notices import Act, Notice, Notices
from ui.work import LaneName, Worker

T = TypeVar("T")
HELD_SECONDS = int(MOMENT.total_seconds())
HELD_MS = HELD_SECONDS * 1000 + 100
"""Then what was signed is due, by the desk's own clock."""
SAID_MS = 20_000
"""A banner about a routing goes by itself; Ctrl+Z takes the routing back also later."""


class LetterDesk(QObject):
    """Shared by the preview and the full page. `shown` comes when `presenter.letter` is another, or another version;
    `done` names the act that is durable now; `busy` while one is under way."""

    shown = Signal()
    done = Signal(str)
    busy = Signal(bool)

    def __init__(
        self, presenter: LetterPresenter, worker: Worker, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._worker = worker
        self._notices = notices
        self._wanted: Id | None = None
        self._asked = 0
        self._once: tuple[Id, Callable[[], object]] | None = None
        self._sent: Sent | None = None
        self._held: Signed | None = None
        self.guard = ReadingGuard()
        self.unsigned = UnsignedNotes(presenter, worker, self)
        self._said: Notice | None = None
        self._said_held: Notice | None = None
        self._back: Callable[[], object] | None = None
        self._acting = False
        self._soon = QTimer(self, interval=60, singleShot=True)
        self._soon.timeout.connect(self.read)
        self._said_long_enough = QTimer(self, interval=SAID_MS, singleShot=True)
        self._said_long_enough.timeout.connect(self._withdraw)
        self._moment_over = QTimer(self, interval=HELD_MS, singleShot=True)
        self._moment_over.timeout.connect(self._let_go)

    @property
    def letter(self) -> Letter | None:
        return self.presenter.letter

    @property
    def wanted(self) -> Id | None:
        """The letter that is shown, or about to be."""
        return self._wanted

    @property
    def ready(self) -> bool:
        """Whether the letter that is wanted is the one that is shown: only then may anything be done with it."""
        return self.letter is not None and self.letter.id == self._wanted

    def open(self, letter_id: Id | None, *, soon: bool = False) -> None:
        """Shows a letter; `soon` waits until the clerk stops moving through the list."""
        self._wanted = letter_id
        if letter_id is None:
            self._soon.stop()
            self._show(None, Reading(None, self.presenter.units))
        elif soon:
            self._soon.start()
        else:
            self.read()

    def once_shown(self, letter_id: Id, act: Callable[[], object]) -> None:
        """Does something as soon as that letter is the one that is shown; forgotten when another is."""
        self._once = (letter_id, act)

    def when_ready(self, act: Callable[[], object]) -> None:
        """Does something with the wanted letter: now, or as soon as it is read. A quick clerk is ahead of the store."""
        if self.ready:
            act()
        elif self._wanted is not None:
            self.once_shown(self._wanted, act)
            self.read()

    def read(self) -> None:
        self._soon.stop()
        wanted = self._wanted
        if wanted is None:
            return
        self._asked += 1
        asked = self._asked

        def found(read: Reading) -> None:
            """Two readings may overtake each other: only the last one counts."""
            if asked == self._asked:
                self._show(wanted, read)

        self._worker.run(lambda: self.presenter.load(wanted), owner=self, on_done=found)

    def changed(self, changes: Changes) -> None:
        """Something was written at this desk or pulled from the centre."""
        if self._wanted is not None and InboxPresenter.concerns(changes):
            self.read()

    def endorse(self, written: Written) -> None:
        """Signs, with a moment to think again; what was read before is noted with it."""
        letter = self.letter
        if letter is not None and self.ready and written.text.strip():
            reading = self.guard.reading(letter.id, letter.files)
            self._act("endorsed", lambda: self.presenter.sign(letter, written, reading), self._signed, lane="read")

    def keep_back(self, signed: Signed, words: str) -> None:
        """Tells that endorsements are kept back for a moment, and sends them on their way when it is over."""
        self._withdraw()
        self._held = signed
        advice = self.tr("เลิกทำได้ใน {seconds} วินาที").format(seconds=HELD_SECONDS)
        self._said = self._notices.say("ready", words, advice, Act(self.tr("เลิกทำ  Ctrl+Z"), self.undo))
        self._said_held = self._said
        self._moment_over.start()

    def told(self, error: Exception) -> None:
        """Something about letters failed elsewhere."""
        self._notices.failed(error)

    def undo(self) -> None:
        """Takes back what was signed a moment ago, else what was done last; nothing while an act is under way."""
        if self._acting:
            return
        held, self._held = self._held, None
        if held is None:
            back, self._back = self._back, None
            self.recall() if back is None else self._put_back(back)
            return
        self._withdraw()
        self._moment_over.stop()
        self._act("taken_back", lambda: self.presenter.take_back(held), lambda _: self._taken_back(held))

    def route(self, wish: RouteWish) -> None:
        letter = self.letter
        if letter is not None and self.ready and wish.units:
            self._act("routed", lambda: self.presenter.route(letter, wish), self._routed)

    def amend(self, seen: Registration, wanted: Registration, item: Id | None, reason: str) -> None:
        letter = self.letter
        if letter is not None and self.ready:
            number, amend = self.presenter.number, self.presenter.amend
            self._act(
                "amended",
                lambda: amend(letter.id, seen, wanted, item, reason),
                lambda _: self._done_but(
                    self.tr("แก้ไขหนังสือ เลขรับ {number} แล้ว").format(number=number),
                    lambda: amend(letter.id, wanted, seen, None, reason or self.tr("เลิกทำ")),
                ),
            )

    def classify(self, wanted: Secrecy, reason: str) -> None:
        letter = self.letter
        if letter is not None and self.ready:
            number, lower = self.presenter.number, rank(wanted) < rank(letter.secrecy)
            self._act(
                "classified",
                lambda: self.presenter.classify(letter.id, wanted, reason),
                lambda _: self._classified(number, lower=lower),
                lane="read",
            )

    def keep(self, name: str, act: Callable[[], object]) -> None:
        """Something that is done with the paper of the letter that is shown; `name` is told when it is durable.

        A file is made ready beside the writer's lane, which its pages would hold up.
        """
        if self.letter is not None and self.ready:
            self._act(name, act, lane="read" if name == "file_added" else "write")

    def receive(self, route: Route) -> None:
        self._act("received", lambda: self.presenter.receive(route))

    def do(self, wish: DeedWish) -> None:
        """Does a deed about the letter's way."""
        letter, watch = self.letter, self.presenter.way.around.watch
        if letter is not None and self.ready:
            done = self.presenter.ways
            self._act(wish.deed.value, lambda: done.do(wish), lambda _: self._did(wish.deed, letter.id, watch))

    def keep_as_template(self, name: str, wish: RouteWish) -> None:
        self._act("template", lambda: self.presenter.ways.keep_as_template(name, wish))

    def seen(self) -> None:
        """The letter was opened, not only passed by: a circular counts as read."""
        way = self.presenter.way
        if self.ready and (way.unread is not None or way.news):
            self._worker.run(self.presenter.ways.seen, owner=self, on_failed=self._tell, lane="write")

    def recall(self) -> None:
        """Takes the last routing of this desk back; nothing when there is none."""
        sent, self._sent = self._sent, None
        if sent is not None:
            self._withdraw()
            self._act("recalled", lambda: self.presenter.recall(sent.routes), lambda _: self._recalled(sent))

    def _show(self, wanted: Id | None, found: Reading) -> None:
        if wanted == self._wanted:
            self.presenter.show(*found)
            self.shown.emit()
            once, self._once = self._once, None
            if once is not None and once[0] == wanted:
                once[1]()

    def _signed(self, signed: Signed) -> None:
        for letter_id in signed.letters:
            self.unsigned.forget(letter_id)
        self.keep_back(signed, self.tr("เกษียณหนังสือ เลขรับ {number} แล้ว").format(number=signed.number))

    def _taken_back(self, held: Signed) -> None:
        words = self.tr("เลิกทำแล้ว ไม่มีการเกษียณถูกส่ง")
        self._said = self._notices.say("info", words)
        self._said_long_enough.start()

    def _let_go(self) -> None:
        """The moment is over: the endorsements are acts now, and only a further one puts them right.

        What was said since about something else stays.
        """
        self._held = None
        if self._said is self._said_held:
            self._withdraw()
        self._worker.run(self.presenter.release, owner=self, lane="write")

    def _first_things_first(self, name: str) -> Callable[[], None]:
        """An endorsement that is kept back goes before whatever else is done with its letter."""
        letter = self.letter
        if name in ("endorsed", "taken_back") or letter is None or not any(note.held for note in letter.endorsements):
            return lambda: None
        self._held = None
        return lambda: self.presenter.release_letter(letter.id)

    def _act(
        self,
        name: str,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        *,
        lane: LaneName = "write",
    ) -> None:
        if self._acting:
            return
        self._set_acting(True)
        before = self._first_things_first(name)

        def whole() -> T:
            before()
            return act()

        def finished(result: T) -> None:
            self._set_acting(False)
            if done is not None:
                done(result)
            self.done.emit(name)

        self._worker.run(whole, owner=self, on_done=finished, on_failed=self._failed, lane=lane)

    def _set_acting(self, acting: bool) -> None:
        self._acting = acting
        self.busy.emit(acting)

    def _failed(self, error: Exception) -> None:
        """Where an order has ended meanwhile, the capacities that are left are offered anew."""
        self._set_acting(False)
        self._tell(error)
        if getattr(error, "code", "") == OVER:
            self.read()

    def _tell(self, error: Exception) -> None:
        self._notices.failed(error)

    def _recalled(self, sent: Sent) -> None:
        words = self.tr("เรียกหนังสือ เลขรับ {number} คืนแล้ว").format(number=sent.number)
        self._said = self._notices.say("info", words)
        self._said_long_enough.start()

    def _classified(self, number: str, *, lower: bool) -> None:
        said = self.tr("ขอลดชั้นความลับ เลขรับ {number} แล้ว") if lower else self.tr("เพิ่มชั้นความลับ เลขรับ {number} แล้ว")
        advice = self.tr("จะเปลี่ยนเมื่อส่วนกลางตอบ") if lower else self.tr("เครื่องที่ใช้ร่วมกันจะลบออกเมื่อถึงส่วนกลาง")
        self._withdraw()
        self._said = self._notices.say("info", said.format(number=number), advice)
        self._said_long_enough.start()

    def _routed(self, sent: Sent) -> None:
        self._withdraw()
        self._sent, self._back = sent, None
        words = self.tr("ส่งหนังสือ เลขรับ {number} แล้ว").format(number=sent.number)
        advice = self.tr("เรียกคืนได้จนกว่าหน่วยงานจะรับ")
        self._said = self._notices.say("ready", words, advice, Act(self.tr("เลิกทำ  Ctrl+Z"), self.recall))
        self._said_long_enough.start()

    def _did(self, deed: Deed, letter_id: Id, before: Watch) -> None:
        words = way_words.said(deed, on=before.followed_at is not None)
        if deed in (Deed.FOLLOW, Deed.SNOOZE):
            return self._done_but(words, lambda: self.presenter.ways.put_back(letter_id, deed, before))
        self._withdraw()
        self._said = self._notices.say("ready", words)
        self._said_long_enough.start()

    def _done_but(self, words: str, back: Callable[[], object]) -> None:
        """Tells what was done, and how it is taken back."""
        self._withdraw()
        self._back = back
        self._said = self._notices.say("ready", words, "", Act(self.tr("เลิกทำ  Ctrl+Z"), self.undo))
        self._said_long_enough.start()

    def _put_back(self, back: Callable[[], object]) -> None:
        self._withdraw()
        self._act("put_back", back, lambda _: self._told_back())

    def _told_back(self) -> None:
        self._said = self._notices.say("info", self.tr("เลิกทำแล้ว"))
        self._said_long_enough.start()

    def _withdraw(self) -> None:
        self._said_long_enough.stop()
        if self._said is not None:
            self._notices.close(self._said)
            self._said = None
