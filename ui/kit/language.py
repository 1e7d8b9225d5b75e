"""Thai is what the source says; other languages come from `resources/translations` and change while running."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator, Signal

from ui.kit.resources import resource

Code = Literal["th", "en"]

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class Language(QObject):
    """The language spoken now; `changed` comes after every widget has been told."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, code: Code = "th") -> None:
        super().__init__(app)
        self._app = app
        self._translator: QTranslator | None = None
        self.code: Code = "th"
        self.speak(code)

    def speak(self, code: Code) -> None:
        if code == self.code:
            return
        self.code = code
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        if code != "th":
            self._translator = QTranslator(self)
            if not self._translator.load(str(resource("translations", f"{code}.qm"))):
                raise FileNotFoundError(f"translations/{code}.qm")
            self._app.installTranslator(self._translator)
        self.changed.emit(code)

    def other(self) -> None:
        """Thai to English and back."""
        self.speak("en" if self.code == "th" else "th")


class Speaks(_Widget):
    """Mixin before a widget class: `retranslate` is called whenever the language changes.

    The widget calls it once itself, at the end of its `__init__`.
    """

    def retranslate(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
