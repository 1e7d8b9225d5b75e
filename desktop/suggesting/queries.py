"""What this desk's letters tell about who writes to it."""

from collections import Counter
from collections.abc import Sequence

from desktop.office.series import CENTRAL
from desktop.store.reader import Reader
from desktop.suggesting.senders import KnownSenders, learned

MOST = 4000
"""How many letters of a register are looked at, the newest."""
_SEEN = """
SELECT book_number_key, from_party, to_party, secrecy FROM letter
WHERE register = ? ORDER BY year_be DESC, number DESC LIMIT ?
"""


class SenderQueries:
    """Any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def known(self, registers: Sequence[str] = (CENTRAL,)) -> KnownSenders:
        """Learned from the newest letters of these registers; of secret ones nothing is learned."""
        rows = [row for register in registers for row in self._reader.rows(_SEEN, (register, MOST))]
        seen = Counter((key, sender) for key, sender, _, secrecy in rows if secrecy == "normal")
        addressees = Counter(to for _, _, to, secrecy in rows if secrecy == "normal")
        return learned(((key, sender, count) for (key, sender), count in seen.items()), addressees)
