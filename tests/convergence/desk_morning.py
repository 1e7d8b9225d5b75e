"""A desk in a process of its own that works without a line; each paper is printed once its act was said to be done.

`python -m tests.convergence.desk_morning FOLDER SECRET TURNS`: prints `letter YEAR NUMBER` and
`receipt YEAR NUMBER` as a printer would.
"""

import sys
from pathlib import Path

from desktop.accounts.queries import AccountQueries
from desktop.cashier.actions import CashierActions
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.actions import LetterActions
from desktop.letters.model import Registration
from desktop.opening import open_desk
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.town import Page, identity


def modes(desk: Desk) -> tuple[str, int]:
    """Journal mode and `synchronous` (2: full) of the connection that writes."""
    with desk.engine.connect() as writer:
        journal = writer.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        return str(journal), int(writer.exec_driver_sql("PRAGMA synchronous").scalar_one())


def main() -> None:
    folder, secret, turns = sys.argv[1:]
    desk = open_desk(Path(folder), DeskKeys(bytes.fromhex(secret)))
    assert desk.writer.run(lambda: modes(desk)) == ("wal", 2)
    people = AccountQueries(desk.reader)
    letters = LetterActions(desk, people.person("kanda"))
    cashier = CashierActions(desk, people.person("piyada"))
    for turn in range(int(turns)):
        page = Page(f"%PDF of the morning {turn}".encode() * 500)
        done = letters.register(Registration("กรมการปกครอง", "นายกเทศมนตรี", f"เรื่องที่ {turn}"), [page])
        print(f"letter {done.year_be} {done.number}", flush=True)
        letters.route(done.id, [identity("ENG")])
        receipt = cashier.issue(Payment("นายทดสอบ", (Charge(fees()[0], turn + 1),)))
        print(f"receipt {receipt.fiscal_year_be} {receipt.number}", flush=True)
        if turn % 2:
            cashier.void(receipt.id, "พิมพ์ผิด")
    desk.close()


if __name__ == "__main__":
    main()
