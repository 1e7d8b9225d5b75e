"""What the registration form asks while somebody types: known senders, and which letters are cited."""

from PySide6.QtCore import QObject

from desktop.letters.model import Citation
from ui.letters.registration_form import RegistrationForm
from ui.letters.registration_presenter import RegistrationPresenter
from ui.work import Worker


class FormAnswers(QObject):
    """Reads the store in the background; an answer that comes too late is left by the form."""

    def __init__(
        self, form: RegistrationForm, presenter: RegistrationPresenter, worker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form, self._presenter, self._worker = form, presenter, worker
        form.senders_asked.connect(self._senders)
        form.lists.citations_asked.connect(self._citations)

    def _senders(self, start: str) -> None:
        self._worker.run(
            lambda: self._presenter.senders(start),
            owner=self,
            on_done=lambda names: self._form.offer_senders(start, names),
        )

    def _citations(self, citations: tuple[Citation, ...]) -> None:
        self._worker.run(
            lambda: self._presenter.meant(citations),
            owner=self,
            on_done=lambda found: self._form.lists.show_meant(citations, found),
        )
