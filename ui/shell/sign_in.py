"""The sign-in window: which office, who, and a password; it paints before anything heavy is loaded."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit, SecretEdit
from ui.kit.language import Language, Speaks
from ui.kit.panels import scrolling
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.theme import Theme
from ui.kit.tokens import XL, XXL, M, S
from ui.notices import Notices
from ui.shell.banner_area import BannerArea
from ui.shell.failure_line import FailureLine
from ui.shell.office_side import OfficeSide
from ui.shell.people_list import SOMEBODY_ELSE, PeopleList
from ui.shell.sign_in_presenter import Ask, Person, SignInPresenter

_FORM = 400


class SignInWindow(Speaks, QWidget):
    """Closes itself never: `entered` gets the session, and whoever opened the window closes it."""

    def __init__(
        self,
        office: str,
        people: Sequence[Person],
        ask: Ask,
        entered: Callable[[object], None],
        notices: Notices,
        theme: Theme,
        language: Language,
    ) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._office = office
        self._first_time = not people
        self._people = PeopleList()
        self._name, self._password = LineEdit(), SecretEdit()
        self._name_field, self._password_field = Field("", self._name), Field("", self._password)
        self._title, self._failure = label(size="title"), FailureLine()
        self._note = ThaiLabel(ink="soft", size="small")
        self._enter = PrimaryButton(key="F9")
        self._lay_out(OfficeSide(office, theme, language), BannerArea(notices))
        self._missing = (False, False)
        self.presenter = SignInPresenter(self, people, ask, entered, notices.failed, lambda: language.code)
        self._connect()
        self.retranslate()
        self.resize(1040, 640)
        self.setMinimumSize(820, 560)

    def show_people(self, people: Sequence[Person], chosen: str) -> None:
        self._people.show_people(people, chosen)
        self._people.setVisible(bool(people))
        self._chose(chosen)

    def show_busy(self, busy: bool) -> None:
        for widget in (self._people, self._name, self._password, self._enter):
            widget.setEnabled(not busy)
        if busy:
            self._failure.say("", "")
        self._enter.say(self.tr("กำลังตรวจสอบ") if busy else self.tr("เข้าสู่ระบบ"))

    def show_missing(self, name: bool, password: bool) -> None:
        self._missing = (name, password)
        self._name_field.say_error(self.tr("ใส่ชื่อผู้ใช้") if name else "")
        self._password_field.say_error(self.tr("ใส่รหัสผ่าน") if password else "")
        if name:
            self._name.setFocus()
        elif password:
            self._password.setFocus()

    def show_failure(self, title: str, advice: str) -> None:
        self._failure.say(title, advice)

    def ask_again(self) -> None:
        self._password.selectAll()
        self._password.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(" · ".join((self._office, self.tr("โต๊ะงานเทศบาล"))))
        self._title.setText(self.tr("เข้าสู่ระบบ"))
        self._name_field.say(self.tr("ชื่อผู้ใช้"))
        self._password_field.say(self.tr("รหัสผ่าน"))
        self._enter.say(self.tr("เข้าสู่ระบบ"))
        self.show_missing(*self._missing)
        self.presenter.tell_again()
        self._explain()
        self._watch_alphabet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the password move among the people; the hand need not leave the keys."""
        if watched is self._password and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if rows is not None and self._people.isVisibleTo(self):
                self._people.step(rows)
                return True
        return False

    def _lay_out(self, side: OfficeSide, banners: BannerArea) -> None:
        holder = QWidget()
        holder.setFixedWidth(_FORM)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 2 * XXL, 0, XL)
        column.setSpacing(M)
        column.addWidget(self._title)
        for widget in (self._people, self._name_field, self._password_field, self._failure):
            column.addWidget(widget)
        column.addSpacing(S)
        column.addWidget(self._enter)
        column.addSpacing(S)
        column.addWidget(self._note)
        column.addStretch(1)
        place = QWidget()
        across = QHBoxLayout(place)
        across.setContentsMargins(XXL, 0, XXL, 0)
        across.addWidget(holder)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(banners)
        right.addWidget(scrolling(place), 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(side, 2)
        line.addLayout(right, 3)

    def _connect(self) -> None:
        self._people.chosen.connect(self._chose)
        self._password.installEventFilter(self)
        self._password.textEdited.connect(self._watch_alphabet)
        self._enter.clicked.connect(self._sign_in)
        for edit in (self._name, self._password):
            edit.returnPressed.connect(self._sign_in)

    def _sign_in(self) -> None:
        self.presenter.sign_in(self._people.value or self._name.value, self._password.text())

    def _chose(self, user_name: str) -> None:
        typed = user_name == SOMEBODY_ELSE
        self._name_field.setVisible(typed)
        self._explain()
        self.setFocusProxy(self._name if typed else self._password)
        self.setFocus()

    def _explain(self) -> None:
        if self._first_time:
            self._note.say(
                self.tr("เข้าใช้เครื่องนี้ครั้งแรก ต้องต่อกับส่วนกลางหนึ่งครั้งเพื่อรับข้อมูลของสำนักงาน ครั้งต่อไปเข้าได้แม้ไม่มีอินเทอร์เน็ต")
            )
        elif self._people.value == SOMEBODY_ELSE:
            self._note.say(self.tr("ผู้ที่ยังไม่เคยใช้เครื่องนี้ ต้องต่อกับส่วนกลางในครั้งแรก"))
        else:
            self._note.say(self.tr("เข้าได้แม้ไม่มีอินเทอร์เน็ต ลืมรหัสผ่าน ติดต่อผู้ดูแลของสำนักงาน"))

    def _watch_alphabet(self) -> None:
        self._password_field.hint(self.tr("แป้นพิมพ์เป็นภาษาไทยอยู่") if self._password.typed_thai() else "")
