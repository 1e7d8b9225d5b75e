"""The process that watches card readers: `python -m desktop.devices.card_worker`, news on its output.

It waits for cards in all readers at once and reads each that is put in; `reading` tells its number as soon as that is
known, so that the office can look for whose it is meanwhile. `read` tells of a Thai identity card until it
is taken out, whatever lies in other readers; else `trouble` (with a code) tells what is wrong with the card that is in,
or that there is no reader or no service; else `waiting`. It goes on when readers come and go and when the service is
started anew, and ends when its input ends.
"""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from time import sleep
from typing import IO

from desktop.devices.card_apdus import Damaged, NotThisCard, read_card
from desktop.devices.card_service import Inserted, Lost, Service, Unreadable
from desktop.devices.frames import Header, write_frame

_LOOK_MS = 500
"""How long a wait for cards lasts, after which the list of readers is asked for again."""
_NO_SERVICE_S = 0.5
_NO_READER = {"state": "trouble", "code": "card.no_reader"}
_NO_SERVICE = {"state": "trouble", "code": "card.no_service"}
_WAITING = {"state": "waiting"}


class Watcher:
    """What became of each card that is in; every change is told once."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._told: Header = {}
        self._cards: dict[Inserted, Header] = {}

    def run(self) -> None:
        while True:
            try:
                self._serve()
            except Lost:
                self._cards.clear()
                self._tell(_NO_SERVICE)
                sleep(_NO_SERVICE_S)

    def _serve(self) -> None:
        with Service() as service:
            while True:
                readers = service.readers()
                if not readers:
                    self._cards.clear()
                    self._tell(_NO_READER)
                    sleep(_LOOK_MS / 1000)
                    continue
                self._look(service, service.cards(readers, _LOOK_MS if self._told else 0))

    def _look(self, service: Service, cards: frozenset[Inserted]) -> None:
        """Reads what is new; a card that seemed to be pulled and is in all the same is tried again."""
        self._cards = {card: told for card, told in self._cards.items() if card in cards and not _was_pulled(told)}
        for card in sorted(cards - self._cards.keys()):
            reading: Header = {"state": "reading", "reader": card.reader, "turn": card.turn}
            if not self._ours() and not _was_pulled(self._told):
                self._tell(reading)
            self._cards[card] = {**_read(service, card.reader, partial(self._number, reading)), "turn": card.turn}
        self._tell(self._ours() or next(iter(self._cards.values()), self._nothing()))

    def _number(self, reading: Header, number: str) -> None:
        """Whose card it will be, unless another one lies there."""
        if not self._ours():
            self._tell({**reading, "number": number})

    def _ours(self) -> Header | None:
        """The identity card that is in."""
        return next((told for told in self._cards.values() if told["state"] == "read"), None)

    def _nothing(self) -> Header:
        """No card is in; that one was pulled too early stays told until the next one comes."""
        return self._told if _was_pulled(self._told) else _WAITING

    def _tell(self, news: Header) -> None:
        if news != self._told:
            self._told = news
            write_frame(self._answers, news)


def _was_pulled(told: Header) -> bool:
    return told.get("code") == "card.pulled"


def _read(service: Service, reader: str, numbered: Callable[[str], None]) -> Header:
    """What a card says, or what is wrong with it."""
    try:
        with service.talk(reader) as talk:
            card = read_card(talk.transmit, talk.atr, numbered)
    except Unreadable as error:
        return {"state": "trouble", "code": error.code, "reader": reader}
    except NotThisCard:
        return {"state": "trouble", "code": "card.other_card", "reader": reader}
    except Damaged:
        return {"state": "trouble", "code": "card.damaged", "reader": reader}
    return {"state": "read", "card": asdict(card), "reader": reader}


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a driver prints must not fall among the answers
    threading.Thread(target=_listen, args=(sys.stdin.buffer,), daemon=True).start()
    try:
        Watcher(answers).run()
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more


def _listen(orders: IO[bytes]) -> None:
    while orders.read(1):
        pass
    os._exit(0)  # the desk is gone; a driver's clean-up may hang


if __name__ == "__main__":
    main()
