"""What the people of an office do with letters and cases, act by act, with the witness looking on."""

from tests.convergence.hands.asking import Asking
from tests.convergence.hands.citizens import Citizens
from tests.convergence.hands.hand import Hand
from tests.convergence.hands.keeping import Keeping
from tests.convergence.hands.signing import Signing
from tests.convergence.hands.ways import Ways
from tests.convergence.hands.writing import Writing

HANDS: tuple[type[Hand], ...] = (Ways, Signing, Writing, Keeping, Citizens, Asking)
EVERY = tuple(act for hand in HANDS for act in hand.ACTS)
"""The names of all their acts; one that is done more often stands there more often."""

__all__ = ["EVERY", "HANDS", "Hand"]
