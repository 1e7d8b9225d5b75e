"""PC/SC as a watcher of cards needs it: readers, what is in them, and talking to a card. Over pyscard, in a worker."""

from collections.abc import Sequence
from time import monotonic, sleep
from types import TracebackType
from typing import NamedTuple

from smartcard import scard

_SETTLE_S = 1.5
"""How long a chip may need after it is put in until it answers."""
_PAUSE_S = 0.05
_AWAY = frozenset({
    scard.SCARD_E_NO_SERVICE, scard.SCARD_E_SERVICE_STOPPED, scard.SCARD_F_COMM_ERROR, scard.SCARD_E_INVALID_HANDLE,
})  # fmt: skip
_NOT_YET = frozenset({
    scard.SCARD_W_UNRESPONSIVE_CARD, scard.SCARD_W_UNPOWERED_CARD, scard.SCARD_W_RESET_CARD, scard.SCARD_E_NOT_READY,
})  # fmt: skip
_GONE = frozenset({
    scard.SCARD_W_REMOVED_CARD, scard.SCARD_E_NO_SMARTCARD, scard.SCARD_E_READER_UNAVAILABLE,
    scard.SCARD_E_UNKNOWN_READER, scard.SCARD_E_NOT_TRANSACTED,
})  # fmt: skip


class Lost(Exception):
    """The service went away, or never was there: what was open is worth nothing any more."""


class Unreadable(Exception):
    """`code`: why a card can't be talked to."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Inserted(NamedTuple):
    """A card as it lies in a reader; `turn` is another for every card that is put in."""

    reader: str
    turn: int


class Service:
    """A connection to the PC/SC service; leaving the context ends it. Lost from all it does."""

    def __init__(self) -> None:
        result, self._context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        _hold(result)
        self._states: dict[str, int] = {}

    def __enter__(self) -> "Service":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        scard.SCardReleaseContext(self._context)

    def readers(self) -> tuple[str, ...]:
        """Names of the readers that are plugged in."""
        result, names = scard.SCardListReaders(self._context, [])
        if result in (scard.SCARD_E_NO_READERS_AVAILABLE, scard.SCARD_E_READER_UNAVAILABLE):
            return ()
        _hold(result)
        return tuple(names)

    def cards(self, readers: Sequence[str], wait_ms: int) -> frozenset[Inserted]:
        """The cards that are in, as soon as something is different from the last answer, or after `wait_ms`."""
        known = [(name, self._states.get(name, scard.SCARD_STATE_UNAWARE)) for name in readers]
        result, states = scard.SCardGetStatusChange(self._context, wait_ms, known)
        if result in (scard.SCARD_E_UNKNOWN_READER, scard.SCARD_E_READER_UNAVAILABLE):
            self._states.clear()
            return frozenset()
        if result != scard.SCARD_E_TIMEOUT:
            _hold(result)
        self._states = {name: state & ~scard.SCARD_STATE_CHANGED for name, state, _ in states}
        present = scard.SCARD_STATE_PRESENT
        return frozenset(Inserted(name, state >> 16) for name, state, _ in states if state & present)

    def talk(self, reader: str) -> "Talk":
        """A card to be talked to; a chip that has just been put in gets its time. Unreadable, Lost."""
        until = monotonic() + _SETTLE_S
        while True:
            protocols = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
            result, card, protocol = scard.SCardConnect(self._context, reader, scard.SCARD_SHARE_SHARED, protocols)
            if result not in _NOT_YET or monotonic() > until:
                break
            sleep(_PAUSE_S)
        if result == scard.SCARD_E_SHARING_VIOLATION:
            raise Unreadable("card.in_use")
        if result in _GONE:
            raise Unreadable("card.pulled")
        if result in _AWAY:
            _hold(result)
        if result != scard.SCARD_S_SUCCESS:
            raise Unreadable("card.unresponsive")
        return Talk(card, protocol)


class Talk:
    """A card that answers commands until the context is left."""

    def __init__(self, card: int, protocol: int) -> None:
        self._card = card
        self._pci = scard.SCARD_PCI_T1 if protocol == scard.SCARD_PROTOCOL_T1 else scard.SCARD_PCI_T0

    def __enter__(self) -> "Talk":
        _reached(scard.SCardBeginTransaction(self._card))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        scard.SCardEndTransaction(self._card, scard.SCARD_LEAVE_CARD)
        scard.SCardDisconnect(self._card, scard.SCARD_LEAVE_CARD)

    @property
    def atr(self) -> bytes:
        result, _, _, _, atr = scard.SCardStatus(self._card)
        _reached(result)
        return bytes(atr)

    def transmit(self, command: list[int]) -> tuple[list[int], int, int]:
        """The answer and its two status bytes. Unreadable when the card is gone."""
        result, answer = scard.SCardTransmit(self._card, self._pci, command)
        _reached(result)
        if len(answer) < 2:  # as some drivers say that nobody is there any more
            raise Unreadable("card.pulled")
        return list(answer[:-2]), answer[-2], answer[-1]


def _hold(result: int) -> None:
    if result != scard.SCARD_S_SUCCESS:
        raise Lost(f"{result & 0xFFFFFFFF:08X}")


def _reached(result: int) -> None:
    """What fails while a card is talked to: it was pulled, or the chip went silent."""
    if result in _AWAY:
        _hold(result)
    if result != scard.SCARD_S_SUCCESS:
        raise Unreadable("card.pulled")
