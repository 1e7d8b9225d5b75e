"""Certificates as a room of the house."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.office.ids import Id
from ui.house import House
from ui.kit.room import Room

translate = QCoreApplication.translate


class CertificateRoom(Room):
    """`widget` is a `CertificateScreens`; `billed` is as there."""

    billed = Signal(object)

    def __init__(self, house: House) -> None:
        super().__init__("certificates", lambda: translate("Rooms", "หนังสือรับรอง"), "seal", self._make, house)
        self._house = house

    def issue_from(self, case_id: Id) -> None:
        """Goes to the form with what a case says."""
        self._house.wanted.emit(self.key)
        self.widget.issue_from(case_id)  # type: ignore[attr-defined]

    def _make(self) -> QWidget:
        from ui.certificates.presenter import CertificatesPresenter
        from ui.certificates.screens import CertificateScreens

        house = self._house
        settings = house.settings
        presenter = CertificatesPresenter(house.office, house.session.person, lambda: settings.now.token_driver)
        screens = CertificateScreens(presenter, house.worker, house.notices, house.code, house.printing)
        screens.issue.form.key.driver_chosen.connect(lambda path: settings.remember(token_driver=path))
        screens.billed.connect(self.billed)
        house.heard.heard.connect(screens.changed)
        return screens
