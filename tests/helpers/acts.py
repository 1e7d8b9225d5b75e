"""What clerks do in tests of the post, and what is then to be seen: few words for common acts."""

import shutil
from typing import Any

from sqlalchemy import text

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.letters.model import Registered, Registration
from desktop.office.signing import Signer
from desktop.proofs.mutations import AnnounceKey
from desktop.store import outbox
from sync.server.acts import centre_act
from sync.server.database import transact
from sync.server.recovery import begin_feed
from sync.server.vouching import make_key
from tests.helpers.town import Page, Town, TownDesk, identity

PROOF_SEED = b"s" * 32


def register(desk: TownDesk, subject: str = "ขอความอนุเคราะห์", *pages: Page) -> Registered:
    return desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", subject), pages)


def pay(desk: TownDesk) -> Receipt:
    return desk.cashier().issue(Payment("นายทดสอบ ระบบดี", (Charge(fees()[0], 1),)))


def begin_proofs(town: Town) -> None:
    """The office gets its key."""
    assert transact(town.engine, lambda connection: make_key(connection, town.office_id, PROOF_SEED, town.clock.now()))
    key = AnnounceKey(identity("proof key"), Signer(PROOF_SEED).public_key)
    centre_act(town.engine, town.office_id, "proofs.announce_key", key, town.clock)


def subjects(desk: TownDesk) -> list[str]:
    return [subject for (subject,) in desk.desk.reader.rows("SELECT subject FROM letter ORDER BY subject")]


def attention(desk: TownDesk) -> list[str]:
    return [code for (code,) in desk.desk.reader.rows("SELECT code FROM attention ORDER BY id")]


def waiting(desk: TownDesk) -> int:
    return outbox.unsent(desk.desk.reader).acts


def numbers(town: Town, entity: str = "receipt") -> list[int]:
    with town.engine.connect() as connection:
        found = connection.execute(text(f"SELECT number FROM {entity} WHERE office_id = :o"), {"o": town.office_id})
        return sorted(number for (number,) in found)


def copy_of(town: Town, desk: TownDesk, name: str) -> TownDesk:
    """A copy of the desk's disk, as it is now, started on another machine."""
    folder = desk.folder.with_name(name)
    desk.crash()
    shutil.copytree(desk.folder, folder)
    desk.open()
    copy = TownDesk(folder, town.clock, town.proxy(), desk.keys)
    town.desks.append(copy)
    return copy


def successor(town: Town, desk: TownDesk) -> None:
    desk.succeed(town.recovery.successor_code(town.office_id, desk.desk.identity.device_id.hex()))


class Backup:
    """The centre's database as it is now, to be put back in place of what it becomes."""

    def __init__(self, postgres: Any, town: Town) -> None:
        self._postgres, self._town = postgres, town
        self._name = town.engine.url.database
        town.engine.dispose()
        self._copy = postgres.new_database(template=self._name).rpartition("/")[2]

    def put_back(self) -> None:
        self._town.engine.dispose()
        self._postgres._execute(f'DROP DATABASE "{self._name}" WITH (FORCE)')
        self._postgres._execute(f'CREATE DATABASE "{self._name}" TEMPLATE "{self._copy}"')
        transact(self._town.engine, begin_feed)
