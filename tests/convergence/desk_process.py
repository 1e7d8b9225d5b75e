"""A desk in a process of its own that works, sends, and kills itself at a named place.

`python desk_process.py FOLDER URL SECRET PLACE COUNT`: dies with SIGKILL the COUNT-th time that PLACE is passed. It
prints each paper only after its act was said to be done, as a printer would.
"""

import os
import random
import sys
from pathlib import Path

from desktop.accounts.queries import AccountQueries
from desktop.cashier.actions import CashierActions
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.actions import LetterActions
from desktop.letters.model import Registration
from desktop.opening import open_desk
from desktop.store import blobs, desk, inbound, unit_of_work
from desktop.store.keys import DeskKeys
from sync.client import answer, books
from sync.client import blobs as files
from sync.client.centre import Centre
from sync.client.round import Round
from sync.client.transport import Transport
from sync.client.watchword import Watch
from tests.convergence.mines import Places, arm
from tests.helpers.town import Page, identity

PLACES: Places = {
    "file before rename": (os, "replace", "before"),
    "file kept": (blobs.Blobs, "put", "after"),
    "act before commit": (unit_of_work.UnitOfWork, "perform", "after"),
    "act after commit": (desk.Desk, "_write", "after"),
    "request before send": (Centre, "sync", "before"),
    "reply before reading": (Centre, "sync", "after"),
    "answer: books shelved": (books, "put", "after"),
    "answer: rows lifted": (inbound.Inbound, "_write_rows", "before"),
    "answer: rows written": (inbound.Inbound, "_write_cursors", "after"),
    "answer: before commit": (inbound, "prove", "after"),
    "answer taken": (answer, "take", "after"),
    "piece before send": (Centre, "append_blob", "before"),
    "piece acknowledged": (Centre, "append_blob", "after"),
    "file noted as sent": (files.BlobErrand, "_mark", "after"),
}
"""Name -> where it is, and whether death comes before or after it."""


def main() -> None:
    folder, url, secret, place, count = sys.argv[1:]
    opened = open_desk(Path(folder), DeskKeys(bytes.fromhex(secret)))
    transport = Transport(url, opened.clock)
    rng = random.SystemRandom()
    centre = Centre(transport, opened.identity.device_id, opened.seed, opened.clock, rng, Watch(opened))
    people = AccountQueries(opened.reader)
    letters = LetterActions(opened, people.person("kanda"))
    cashier = CashierActions(opened, people.person("piyada"))
    if place in PLACES:
        arm(PLACES, place, int(count))
    post, errand = Round(opened, centre), files.BlobErrand(opened, centre)
    for turn in range(3):
        page = Page(f"%PDF of {os.getpid()} {turn}".encode() * 100_000)
        done = letters.register(Registration("กรมการปกครอง", "นายกเทศมนตรี", f"เรื่องที่ {turn}"), [page])
        print(f"letter {done.year_be} {done.number}", flush=True)
        letters.route(done.id, [identity("ENG")])
        receipt = cashier.issue(Payment("นายทดสอบ", (Charge(fees()[0], turn + 1),)))
        print(f"receipt {receipt.fiscal_year_be} {receipt.number}", flush=True)
        if turn:
            cashier.void(receipt.id, "พิมพ์ผิด")
        post.run()
        errand.run()
    transport.close()
    opened.close()


if __name__ == "__main__":
    main()
