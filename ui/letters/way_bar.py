"""What may be done about a letter's way, as buttons: only those that apply now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import IconButton, SecondaryButton
from ui.kit.flow import FlowRow
from ui.kit.language import Speaks
from ui.kit.tokens import S
from ui.letters import way_words
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.way import Deed

_LOOK: dict[Deed, tuple[str, str]] = {
    Deed.ACKNOWLEDGE: ("Y", "check"),
    Deed.ANSWER: ("Q", "undo"),
    Deed.FINISH: ("D", "check"),
    Deed.SEND_BACK: ("U", "undo"),
    Deed.RECALL: ("Shift+R", "undo"),
    Deed.ASK_BACK: ("Shift+Q", "undo"),
    Deed.REMIND: ("M", "warning"),
}


class WayBar(Speaks, FlowRow):
    """`asked` brings the deed that the clerk wants. What is not shown has no key either.

    `brief`: only what can be done at once, where there is little room.
    """

    asked = Signal(object)

    def __init__(self, presenter: LetterPresenter, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._brief = brief
        self.buttons = {deed: SecondaryButton(key=key, icon_name=icon) for deed, (key, icon) in _LOOK.items()}
        for deed, button in self.buttons.items():
            self.flow.addWidget(button)
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
        self.retranslate()

    def retranslate(self) -> None:
        self.show_letter()

    def show_letter(self) -> None:
        offered = {Deed.ACKNOWLEDGE} if self._brief else set(self.buttons)
        shown = [deed for deed in self._presenter.way.deeds if deed in offered]
        for deed, button in self.buttons.items():
            button.say(way_words.deed(deed))
            button.setVisible(deed in shown)
        self.setVisible(bool(shown))


class WatchButtons(Speaks, QWidget):
    """Following and putting away, small: they concern nobody but the person. `asked` as `WayBar`."""

    asked = Signal(object)

    def __init__(self, presenter: LetterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.buttons = {Deed.FOLLOW: IconButton("flag", key="V"), Deed.SNOOZE: IconButton("hourglass", key="Z")}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        for deed, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, deed=deed: self._ask(deed))
            line.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_letter()

    def show_letter(self) -> None:
        """Pressed in as long as it is so."""
        watch = self._presenter.way.around.watch
        on = {Deed.FOLLOW: watch.followed_at is not None, Deed.SNOOZE: watch.snoozed_until is not None}
        for deed, button in self.buttons.items():
            button.say(way_words.deed(deed, on=on[deed]))
            button.setChecked(on[deed])
            button.setEnabled(self._presenter.letter is not None)

    def _ask(self, deed: Deed) -> None:
        """Pressing does not press it in: that comes when the deed is done."""
        self.show_letter()
        self.asked.emit(deed)
