"""The frame of the program: rooms at the left, the room in the middle, what is said above it, the truth below."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.key_help import KeyOverlay
from ui.kit.keys import Key, Keys, keys_of
from ui.kit.language import Language, Speaks
from ui.kit.offers import OfferList
from ui.kit.room import ROOM_KEYS, Room
from ui.kit.theme import Theme
from ui.notices import Notices
from ui.shell.banner_area import BannerArea
from ui.shell.header import Desk, Header
from ui.shell.navigation import Navigation
from ui.shell.presenter import ShellPresenter
from ui.shell.status_strip import StatusStrip
from ui.shell.strip_words import StripState

_ROOMY, _FRAME = QSize(1366, 768), 40
"""What a window has at first, and the height of its title bar."""


class MainWindow(Speaks, QMainWindow):
    """`searched` and `typed` bring the words of the one search; `may_close` is asked before the window closes."""

    searched = Signal(str)
    typed = Signal(str)
    sign_out_asked = Signal()
    strip_acted = Signal()
    copies_asked = Signal()
    room_opened = Signal(str)

    def __init__(
        self,
        desk: Desk,
        rooms: Sequence[Room],
        notices: Notices,
        theme: Theme,
        language: Language,
        may_close: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._desk, self._rooms, self._may_close = desk, tuple(rooms), may_close
        self.navigation = Navigation(desk.office, self._rooms)
        self.header = Header(desk, theme, language)
        self.strip = StatusStrip()
        self.offers = OfferList(self.header.search, self)
        self.banners = BannerArea(notices)
        self._notices = notices
        self._above: list[QWidget] = []
        self._stack = QStackedWidget()
        self._stack.setObjectName("ground")
        self.presenter = ShellPresenter(self, self._rooms)
        self._lay_out()
        self.keys = KeyOverlay(self)
        self._connect()
        self._bind_keys()
        self.retranslate()
        self.resize(_ROOMY)
        self.setMinimumSize(1024, 640)

    def start(self, key: str = "") -> None:
        """Opens the first room, or the named one."""
        self.presenter.go(key or self._rooms[0].key)

    def open_on(self, free: QSize) -> None:
        """Shows the window; where the screen has no room for it and its frame it takes all that is free."""
        if free.width() <= _ROOMY.width() or free.height() <= _ROOMY.height() + _FRAME:
            self.showMaximized()
        else:
            self.show()

    def stand_above(self, widget: QWidget) -> None:
        """Puts something of the whole house between what is said and the room; Tab comes to it before the room."""
        self._above.append(widget)
        self._middle.insertWidget(self._middle.indexOf(self._stack), widget)
        QWidget.setTabOrder(self.header, widget)

    def show_strip(self, state: StripState) -> None:
        self.strip.show_state(state)
        self.header.show_as_of(state.as_of)

    def open_room(self, room: Room) -> None:
        """The presenter's word; others say `presenter.go`."""
        self._notices.put_away()
        self.offers.show_offers(None)
        widget = room.widget
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.navigation.show_room(room.key)
        widget.setFocus()
        self.retranslate()
        self.room_opened.emit(room.key)

    def retranslate(self) -> None:
        room = self.presenter.current
        self.header.title.setText(room.title if room else "")
        place = (room.title,) if room else ()
        self.setWindowTitle(" · ".join((*place, self._desk.office, self.tr("โต๊ะงานเทศบาล"))))

    def show_keys(self) -> None:
        """Lists every key of the room and of the frame."""
        self.keys.open(self.known_keys())

    def known_keys(self) -> tuple[Key, ...]:
        """Every key that acts now, those of the room first."""
        room = self.presenter.current
        above = chain.from_iterable(keys_of(widget) for widget in self._above if widget.isVisible())
        return (*(keys_of(room.widget) if room else ()), *above, *self._keys)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab never stays where it is: what would hand the keyboard to something hidden is passed over."""
        before = self.focusWidget()
        moved = super().focusNextPrevChild(forward)
        if before is None or self.focusWidget() is not before:
            return moved
        after = _next_of(before, forward=forward)
        if after is not None:
            after.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return after is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _lay_out(self) -> None:
        middle = self._middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.header)
        middle.addWidget(self.banners)
        middle.addWidget(self._stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.navigation)
        upper.addLayout(middle, 1)
        ground = QWidget()
        ground.setObjectName("ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        self.navigation.picked.connect(self.presenter.go)
        self.header.searched.connect(self.searched)
        self.offers.opened.connect(self.header.search.clear)
        self.header.typed.connect(self.typed)
        self.header.sign_out_asked.connect(self.sign_out_asked)
        self.strip.acted.connect(self.strip_acted)
        self.strip.copies_asked.connect(self.copies_asked)
        self.strip.keys_asked.connect(self.show_keys)

    def _bind_keys(self) -> None:
        self._keys = Keys(self)

        def places() -> str:
            return self.tr("ทั้งโปรแกรม")

        for number, room in enumerate(self._rooms, start=1):
            self._keys.add(
                f"Alt+{ROOM_KEYS[number - 1]}",
                partial(getattr, room, "title"),
                partial(self.presenter.go_number, number),
                group=places,
            )
        self._keys.add("Ctrl+K", lambda: self.tr("ค้นทุกเรื่อง"), self._search, group=places)
        self._keys.name("Down", lambda: self.tr("ไปที่รายการที่พบ"), group=places)
        self._keys.add("Alt+Left", lambda: self.tr("กลับห้องก่อน"), self.presenter.back, group=places)
        self._keys.name("F1", lambda: self.tr("ปุ่มลัด"), group=places)

    def _search(self) -> None:
        self.header.search.setFocus()
        self.header.search.selectAll()


def _next_of(widget: QWidget, *, forward: bool) -> QWidget | None:
    """The next (or previous) widget that Tab may stop at and that keeps the keyboard itself."""
    at: QWidget | None = widget
    while at is not None:
        at = at.nextInFocusChain() if forward else at.previousInFocusChain()
        if at is None or at is widget:
            return None
        stops = at.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and at.focusProxy() is None and at.isVisible() and at.isEnabled():
            return at
    return None
