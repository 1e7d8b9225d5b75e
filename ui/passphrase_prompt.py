"""The passphrase dialog over the first window, from the first question to the store that opens."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.entrance import EntranceWindow
from ui.shell.passphrase import PassphraseDialog

MENDED = frozenset({"store.wrong_key", "keys.passphrase_short"})
"""Failures that another try at the dialog mends."""


class PassphrasePrompt(QObject):
    """`given` brings what was typed; leaving the dialog leaves the program."""

    given = Signal(str)

    def __init__(self, new: bool, entrance: EntranceWindow) -> None:
        super().__init__(entrance)
        self._entrance = entrance
        self._dialog = PassphraseDialog(new=new, parent=entrance)
        self._dialog.given.connect(self.given)
        self._dialog.rejected.connect(entrance.close)
        self._dialog.open()

    def refused(self, code: str, words: Callable[[], tuple[str, str]]) -> bool:
        """Says why at the dialog and asks again, if that can help."""
        if code in MENDED:
            self._dialog.show_failure(*words())
        return code in MENDED

    def close(self) -> None:
        """The question is settled, one way or the other."""
        self._dialog.rejected.disconnect(self._entrance.close)
        self._dialog.accept()
        self._dialog.deleteLater()
        self._entrance.activateWindow()
        self.deleteLater()
