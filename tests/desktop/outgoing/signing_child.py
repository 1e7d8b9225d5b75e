"""A desk that signs with a certificate and never ends: `folder key draft`; it says when the number is taken."""

import sys
from datetime import datetime
from pathlib import Path
from threading import Event

from desktop.catalogue import catalogue
from desktop.office.clock import ManualClock
from desktop.outgoing.model import Level
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING, make_office, person
from tests.helpers.outgoing import found


class SlowKey:
    """Stands for the seconds that a card takes."""

    subject = "นายสมชาย ตัวอย่างดี"

    def sign(self, pdf: bytes, at: datetime) -> bytes:
        print("numbered", flush=True)
        Event().wait()
        return pdf


def main(folder: str, key: str, draft: str) -> None:
    office = make_office(Desk(Path(folder), DeskKeys(bytes.fromhex(key)), ManualClock(MORNING), catalogue))
    one = found(office, bytes.fromhex(draft))
    office.outgoing.signing(person(office, "somchai")).sign(one.id, one.current.id, Level.CERTIFICATE, SlowKey())


if __name__ == "__main__":
    main(*sys.argv[1:])
