"""Reads each identity card that is put in, and nothing else: `python -m tests.bench.card_bare`.

For every card a line: when the first command went out and when the last answer was there (seconds, monotonic); an empty
one while no card is in.
"""

import time

from desktop.devices.card_apdus import read_card
from desktop.devices.card_service import Inserted, Service, Unreadable


def main() -> None:
    print(flush=True)
    known: frozenset[Inserted] = frozenset()
    with Service() as service:
        while True:
            cards = service.cards(service.readers(), 500)
            read = frozenset(card for card in cards - known if _is_read(service, card))
            if known and not cards:
                print(flush=True)
            known = read | known & cards


def _is_read(service: Service, card: Inserted) -> bool:
    """False where the driver thought for a moment that the card was gone: it is tried again, as everybody does."""
    try:
        with service.talk(card.reader) as talk:
            begun = time.monotonic()
            read_card(talk.transmit, talk.atr)
            print(begun, time.monotonic(), flush=True)
    except Unreadable:
        return False
    return True


if __name__ == "__main__":
    main()
