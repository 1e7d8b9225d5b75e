"""What was read on the pages, offered field by field: Enter takes it, Tab goes on, typing overrules it.

A field shows what was read as a ghost and stays empty until somebody takes it, so nothing is saved unseen.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.office.errors import OfficeError
from ui.capture.pane import CapturePane
from ui.kit.inputs import LineEdit, NotesEdit
from ui.kit.page_source import Outline
from ui.letters.cut_out import around_mm, cut_out
from ui.letters.reading_line import ReadingLine
from ui.letters.registration_form import RegistrationForm
from ui.letters.registration_presenter import RegistrationPresenter
from ui.letters.suggested import Offer, offered
from ui.letters.suggestion_view import Crop, SuggestionView
from ui.work import LongTask, Worker

if TYPE_CHECKING:
    from desktop.capture.model import CapturedDocument
    from desktop.suggesting.model import Suggestions

_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReadFields(QObject):
    """`offers` are those that nobody took or overruled, in the order of the form; `read` when a document was read."""

    read = Signal()

    def __init__(
        self,
        form: RegistrationForm,
        capture: CapturePane,
        presenter: RegistrationPresenter,
        worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._capture, self._presenter, self._worker = form, capture, presenter, worker
        self.line = ReadingLine()
        self.line.stopped.connect(self._stop)
        self.offers: dict[str, Offer] = {}
        self._views: dict[str, SuggestionView] = {}
        self._crops: dict[str, Crop] = {}
        self._read: CapturedDocument | None = None
        self._task: LongTask | None = None
        self._at = ""
        self.line.spoken.connect(self._haunt, Qt.ConnectionType.QueuedConnection)
        capture.shown.connect(lambda _: self._outline())
        form.field_edited.connect(self._edited)
        for name, field in form.fields.items():
            for widget in (field.editor, *field.editor.findChildren(QWidget)):
                widget.installEventFilter(self)
            self._views[name] = view = SuggestionView()
            self._crops[name] = crop = Crop()
            field.set_aside(view, crop)
            view.wanted.connect(lambda name=name: self.take(name))

    @property
    def _has_keyboard(self) -> bool:
        at = QApplication.focusWidget()
        return at is not None and self._form.isAncestorOf(at)

    @property
    def is_reading(self) -> bool:
        return self._task is not None

    def look(self) -> None:
        """Another document may be the first, or there is none any more."""
        first = next(iter(self._presenter.documents), None) if self._presenter.incoming else None
        if first is self._read:
            return
        self._read = first
        self._stop()
        self._withdraw()
        if first is not None:
            self._start(first)

    def unseen(self) -> dict[str, str]:
        """What must be looked at before the letter is registered: nobody shall miss that it is secret."""
        return {"secrecy": "letters.secrecy_unseen"} if "secrecy" in self.offers else {}

    def take(self, name: str, *, go_on: bool = True) -> None:
        """The clerk has seen it: it stands in the field as if it had been typed."""
        offer = self.offers.pop(name, None)
        if offer is None:
            return
        self._tidy(name, offer)
        offer.put(self._form)
        self._say()
        if go_on:
            self._go_on(name)

    def other(self, name: str) -> None:
        """The next of several readings of a field."""
        offer = self.offers.get(name)
        if offer is not None and offer.suggestion.alternatives:
            turned = offer.turned()
            self._show(name, turned)
            self._cut([turned])
            self._look_at(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            name = self._name_of(watched)
            if name in self.offers:
                return self._pressed(name, event)
        elif event.type() == QEvent.Type.FocusIn:
            self._look_at(self._name_of(watched))
        return super().eventFilter(watched, event)

    def _pressed(self, name: str, event: QKeyEvent) -> bool:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _TAKE:
            self.take(name)
            return True
        if event.key() == Qt.Key.Key_Down and ctrl:
            self.other(name)
            return True
        if event.key() == Qt.Key.Key_Right and not ctrl and self.offers[name].is_ghost:
            self.take(name, go_on=False)
            return True
        return False

    def _name_of(self, watched: QObject | None) -> str:
        for name, field in self._form.fields.items():
            if watched is field.editor or (isinstance(watched, QWidget) and field.editor.isAncestorOf(watched)):
                return name
        return ""

    def _start(self, document: "CapturedDocument") -> None:
        self.line.show_reading()
        self._task = self._worker.long(
            self.tr("กำลังอ่านหน้าหนังสือ"),
            lambda _, cancel: self._presenter.suggest(document, cancel),
            owner=self,
            on_done=self._found,
            on_failed=self._failed,
            lane="wait",
        )

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()
            self._task = None
        self.line.show_nothing()

    def _failed(self, error: Exception) -> None:
        """The letter is registered by hand as ever; only that is said, in a quiet line."""
        self._task = None
        if not isinstance(error, OfficeError):
            self.line.show_nothing()
            raise error
        self.line.show_unable(no_model=error.code == "reading.no_model")

    def _found(self, found: "Suggestions") -> None:
        self.read.emit()
        self._task = None
        typed = self._form.typed()
        for offer in offered(found, self._form, self._presenter.blank(typed.direction, typed.kind)):
            self._show(offer.name, offer)
        self._say(nothing=not found)
        self._cut(list(self.offers.values()))
        first = next(iter(self.offers), "")
        if first and not self._has_keyboard:
            self._form.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)
            self._look_at(first)
        else:
            self._look_at(self._name_of(QApplication.focusWidget()))

    def _show(self, name: str, offer: Offer) -> None:
        self.offers[name] = offer
        offer.show_ghost(self._form)
        suggestion = offer.suggestion
        doubt = self.tr("ตรวจ") if suggestion.is_doubtful else ""
        said = "" if offer.is_ghost else offer.words
        self._views[name].show_suggestion(suggestion.percent, said, doubt)
        self._views[name].setToolTip(self._keys_of(offer))
        editor = self._form.fields[name].editor
        editor.setAccessibleDescription(f"{offer.words} {suggestion.percent} % {doubt} {self._keys_of(offer)}")

    def _keys_of(self, offer: Offer) -> str:
        others = self.tr("  Ctrl+↓ อ่านอีกแบบ") if offer.suggestion.alternatives else ""
        return self.tr("Enter รับ  → แก้") + others

    def _cut(self, offers: Sequence[Offer]) -> None:
        """Their places cut out of the pages, in the background."""
        document = next(iter(self._presenter.documents), None)
        if document is not None and offers:
            data, places = document.content, [offer.suggestion.place for offer in offers]
            self._worker.run(
                lambda: cut_out(data, places),
                owner=self,
                on_done=lambda pictures: self._cut_out(offers, pictures),
                lane="render",
            )

    def _cut_out(self, offers: Sequence[Offer], pictures: Sequence[QImage]) -> None:
        for offer, picture in zip(offers, pictures, strict=True):
            if self.offers.get(offer.name) == offer:
                self._views[offer.name].show_crop(picture)
                self._crops[offer.name].show_picture(picture)
        self._look_at(self._at)

    def _edited(self, name: str) -> None:
        """Typing overrules; what was typed over is not offered again."""
        editor = self._form.fields[name].editor
        says = not isinstance(editor, LineEdit | NotesEdit) or bool(editor.value)
        if name in self.offers and says:
            self._overruled(name)

    def _haunt(self) -> None:
        """The ghosts stand again after a change of language."""
        for name, offer in list(self.offers.items()):
            self._show(name, offer)
        self._cut(list(self.offers.values()))

    def _overruled(self, name: str) -> None:
        offer = self.offers.pop(name, None)
        if offer is not None:
            self._tidy(name, offer)
            self._say()

    def _tidy(self, name: str, offer: Offer) -> None:
        offer.drop_ghost(self._form)
        self._views[name].hide()
        self._crops[name].hide()
        self._form.fields[name].editor.setAccessibleDescription("")
        self._outline()

    def _withdraw(self) -> None:
        for name in list(self.offers):
            self._overruled(name)
        self.line.show_nothing()

    def _go_on(self, name: str) -> None:
        """To the next field that waits to be looked at, else to the next of the form."""
        names = list(self._form.fields)
        after = [one for one in names[names.index(name) + 1 :] if one in self.offers]
        waiting = after or [one for one in names if one in self.offers]
        if not waiting:
            self._form.focusNextChild()
            return
        if waiting[0] in self._form.lists.fields:
            self._form.unfold(True)
        self._form.fields[waiting[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_at(waiting[0])

    def _say(self, *, nothing: bool = False) -> None:
        if self.offers or nothing:
            self.line.show_found(len(self.offers))
        else:
            self.line.show_nothing()

    def _look_at(self, name: str) -> None:
        """The field that has the keyboard shows its place large, and its frame stands out."""
        self._at = name
        for one, crop in self._crops.items():
            crop.setVisible(one == name and one in self.offers and not crop.is_empty)
        self._outline()

    def _outline(self) -> None:
        """Frames what waits, on the page it was read from; where the keyboard is it stands out."""
        if self._capture.place != 0:
            return
        framed = [
            Outline(
                offer.suggestion.place.page,
                around_mm(offer.suggestion.place.box),
                self._form.fields[name].editor.accessibleName(),
                "accent" if name == self._at else "attention" if offer.suggestion.is_doubtful else "info",
            )
            for name, offer in self.offers.items()
        ]
        self._capture.view.show_outlines(framed)
