"""What the people of an office do, act by act, with the witness looking on."""

from tests.convergence.hands.asking import Asking
from tests.convergence.hands.billing_waste import BillingWaste
from tests.convergence.hands.borrowing import Borrowing
from tests.convergence.hands.certifying import Certifying
from tests.convergence.hands.citizens import Citizens
from tests.convergence.hands.hand import Hand
from tests.convergence.hands.keeping import Keeping
from tests.convergence.hands.paying import Money
from tests.convergence.hands.signing import Signing
from tests.convergence.hands.ways import Ways
from tests.convergence.hands.writing import Writing

_PAPERS: tuple[type[Hand], ...] = (Ways, Signing, Writing, Keeping, Citizens, Asking)
HANDS: tuple[type[Hand], ...] = (*_PAPERS, Money, BillingWaste, Certifying, Borrowing)
EVERY = tuple(act for hand in _PAPERS for act in hand.ACTS)
"""The names of all that is done with letters and cases; what is done more often stands there more often."""
MONEY = (*Money.ACTS, *BillingWaste.ACTS, *Borrowing.ACTS)
LENDING = Borrowing.ACTS
CERTIFYING = Certifying.ACTS

__all__ = ["CERTIFYING", "EVERY", "HANDS", "LENDING", "MONEY", "Hand"]
