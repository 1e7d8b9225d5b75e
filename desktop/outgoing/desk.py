"""The room of outgoing papers at one desk: what is read there, and what a person does."""

from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.office.errors import OfficeError
from desktop.outgoing.model import Content
from desktop.outgoing.queries import OutgoingQueries
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from desktop.devices.token import TokenKey
    from desktop.outgoing.dispatch_actions import DispatchActions
    from desktop.outgoing.drafting import DraftActions
    from desktop.outgoing.keys import KeyFile, KeyOnToken, SigningKey
    from desktop.outgoing.signing import SigningActions
    from desktop.outgoing.stamping import StampingActions


class Outgoing:
    """Reading needs nobody; acting needs the person who is signed in."""

    def __init__(self, desk: Desk, accounts: AccountQueries) -> None:
        self._desk = desk
        self._accounts = accounts
        self.queries = OutgoingQueries(desk.reader)

    def drafts(self, who: Person) -> "DraftActions":
        """Writing, reviewing and approving."""
        from desktop.outgoing.drafting import DraftActions

        return DraftActions(self._desk, who)

    def signing(self, who: Person) -> "SigningActions":
        from desktop.outgoing.signing import SigningActions

        return SigningActions(self._desk, who)

    def stamping(self, who: Person) -> "StampingActions":
        """The time on digital signatures that did not get it at once."""
        from desktop.outgoing.stamping import StampingActions

        return StampingActions(self._desk, who)

    def dispatching(self, who: Person) -> "DispatchActions":
        """The dispatch book, its receipts, and the office's own Garuda."""
        from desktop.outgoing.dispatch_actions import DispatchActions

        return DispatchActions(self._desk, who)

    def draft_pdf(self, content: Content) -> bytes:
        """The draft's paper as it would be signed; any thread. OfficeError `desk.not_ready`."""
        from desktop.outgoing.paper import draft_pdf, picture_of

        profile = self._accounts.office()
        if profile is None:
            raise OfficeError("desk.not_ready")
        garuda = picture_of(self.queries.picture(), self._desk.blobs)
        return draft_pdf(content, profile, garuda, self._desk.clock.now())

    def signed_pdf(self, letter_id: bytes) -> bytes | None:
        """The signed paper; None while it waits for its number, or its file is on its way. Any thread."""
        file = self.queries.signed_paper(letter_id)
        return self._desk.blobs.get(file) if file and self._desk.blobs.has(file) else None

    def envelope_pdf(self, letter_id: bytes, size: str) -> bytes:
        """The envelope of a signed letter in one of the sizes, or the cover sheet for a window ("").

        OfficeError `outgoing.no_envelope` where the letter has no number yet, or was not written here.
        """
        from desktop.outgoing.paper import envelope
        from desktop.paper.official.envelope import Size

        ready = self.queries.to_print(letter_id)
        if ready is None:
            raise OfficeError("outgoing.no_envelope")
        return envelope(ready, self._desk.blobs, Size(size) if size else None)

    def token_keys(self, driver: str | None) -> tuple[tuple["TokenKey", str], ...]:
        """The certificates on the tokens that are plugged in, each with its holder; errors as `Tokens`. Any thread."""
        from desktop.devices.token import Tokens
        from desktop.paper.pades import holder, read

        return tuple((key, holder(read(key.certificate))) for key in Tokens(driver).certificates())

    def opened(self, key: "KeyFile | KeyOnToken", driver: str | None) -> "AbstractContextManager[SigningKey]":
        """The key while the context lasts; errors as `desktop.outgoing.keys.opened`. Any thread."""
        from desktop.outgoing.keys import opened

        return opened(key, driver, self._desk.clock.now())
