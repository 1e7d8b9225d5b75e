"""A virtual card in a process of its own, as a real one thinks for itself: `python -m tests.bench.card_held PORT`.

For each line with seconds a bit the card is put into the reader of that port; with its last answer it says when it was
put in, when the first command came and when the last answer was there (seconds, monotonic). An empty line takes it out.
"""

import sys
import time
from threading import Event

from tests.helpers.cards import Slot, ThaiCard, memory
from tests.helpers.citizens import numbered

_BITS = 12
"""On the wire a byte is one with its start, its parity and its guard time."""
_LAST = "1579"
"""Where the address lies, which is asked for last."""


class PacedCard(ThaiCard):
    """Answers when a real card's bytes would have come over the wire. `first`, `last`: when it was asked, was done."""

    def __init__(self, bit_s: float) -> None:
        super().__init__(held=memory(number=numbered(3)))
        self._bit_s = bit_s
        self.first = self.last = 0.0
        self.done = Event()

    def answer(self, command: bytes) -> bytes:
        self.first = self.first or time.monotonic()
        said = super().answer(command)
        time.sleep((len(command) + len(said)) * _BITS * self._bit_s)
        if self.asked[-2:][0][4:8] == _LAST and said.endswith(b"\x90\x00"):
            self.last = time.monotonic()
            self.done.set()
        return said


def main() -> None:
    slot = Slot(int(sys.argv[1]))
    for line in sys.stdin:
        if not line.strip():
            slot.take_out()
            continue
        card, begun = PacedCard(float(line)), time.monotonic()
        slot.put_in(card)
        card.done.wait()
        print(begun, card.first, card.last, flush=True)


if __name__ == "__main__":
    main()
