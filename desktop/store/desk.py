"""The desk: one encrypted store opened with its keys, with its writer, its reader, its blobs and its broadcast."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import sqlcipher3

from desktop.office.changes import Broadcast
from desktop.office.clock import Clock, Stopwatch
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from desktop.office.signing import Signer
from desktop.store import notes, trusted_time, versions
from desktop.store.blobs import Blobs
from desktop.store.engine import connect, doubted, told
from desktop.store.identity import DeskIdentity
from desktop.store.indexer import Indexer
from desktop.store.indexing import Indexing
from desktop.store.keys import DeskKeys
from desktop.store.reader import Reader
from desktop.store.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from desktop.office.mutation import Catalogue
    from desktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")

_IDENTITY = "SELECT device_id, office_id, counter, registers, feed_epoch FROM device"


class Desk:
    """Opened once a process. `catalogue` is asked for at the first write, because it brings SQLAlchemy with it.

    Errors at opening: OfficeError `store.wrong_key`, `store.newer`, `store.damaged`, `store.disk_full`, `store.in_use`.
    """

    def __init__(self, folder: Path, keys: DeskKeys, clock: Clock, catalogue: "Callable[[], Catalogue]") -> None:
        self.folder = folder
        self.keys = keys
        self.clock = clock
        self.ids = IdMaker(clock)
        self.stopwatch = Stopwatch(clock)
        self.path = folder / "desk.db"
        self._make_catalogue = catalogue
        self._hold = versions.hold(folder)
        try:
            versions.bring_up_to_date(self.path, keys.database)
        except BaseException:
            self._hold.close()
            raise
        self.reader = Reader(self.path, keys.database)
        self.writer = Writer()
        self.blobs = Blobs(folder / "blobs", keys.blobs)
        self.changes = Broadcast()
        self.copying = Lock()
        self._indexer = Indexer(self.writer, lambda: self.engine, self.changes)

    @cached_property
    def catalogue(self) -> "Catalogue":
        return self._make_catalogue()

    @cached_property
    def engine(self) -> "Engine":
        from desktop.store.engine import make_engine

        return make_engine(lambda: connect(self.path, self.keys.database))

    @cached_property
    def identity(self) -> DeskIdentity:
        """OfficeError `desk.not_enrolled` before the centre knows this desk."""
        row = self.reader.one(_IDENTITY)
        if row is None:
            raise OfficeError("desk.not_enrolled")
        device_id, office_id, counter, registers, epoch = row
        series = tuple(registers.split("\n")) if registers else ()
        return DeskIdentity(device_id, office_id, counter, series, epoch, self.clock, self.ids)

    @property
    def seed(self) -> bytes:
        """Seed of the Ed25519 key by which the centre knows this desk."""
        return self.keys.device_with(notes.read(self.reader, notes.DEVICE_SALT) or b"")

    @property
    def trouble(self) -> str:
        """Why this desk may not go on as the device that it is (the code of an OfficeError), or ""."""
        return (notes.read(self.reader, notes.TROUBLE) or b"").decode()

    def now(self) -> datetime:
        """The moment of this desk: never before what it did last, whatever its clock was set to. Any thread."""
        return trusted_time.trusted(self.clock.now(), self.reader.one(trusted_time.READ)).now

    @property
    def name(self) -> str:
        """What the office calls this desk; empty before the centre knows it."""
        row = self.reader.one("SELECT name FROM device")
        return str(row[0]) if row else ""

    @property
    def enrolled(self) -> bool:
        return self.reader.one(_IDENTITY) is not None

    def write(self, act: "Callable[[UnitOfWork], T]", *, pulled: bool = False) -> T:
        """Does `act` in one transaction on the writer's thread, and then tells everybody what changed.

        When it returns, the act is durable. When it raises, nothing of it is in the store.
        """
        return self.writer.run(lambda: self._write(act, pulled))

    def become(self, act: "Callable[[UnitOfWork], T]") -> T:
        """Does an act that makes this desk another device: everything after it is done as that one."""

        def turn() -> T:
            result = self._write(act, True)
            self.__dict__.pop("identity", None)
            return result

        return self.writer.run(turn)

    def _write(self, act: "Callable[[UnitOfWork], T]", pulled: bool) -> T:
        from sqlalchemy.exc import DBAPIError

        from desktop.store.unit_of_work import UnitOfWork

        try:
            with self.engine.begin() as connection:
                unit = UnitOfWork(connection, self.catalogue, self.identity, Signer(self.seed))
                index = Indexing(connection.connection.driver_connection)
                mark = index.mark()
                result = act(unit)
                waits = index.keep_up(mark)
        except DBAPIError as error:
            raise doubted(self.path, error.orig if isinstance(error.orig, Exception) else error) from error
        except sqlcipher3.Error as error:
            raise doubted(self.path, error) from error
        self.changes.tell(unit.changes(pulled=pulled))
        if waits:
            self._indexer.soon()
        return result

    def settle(self, statement: str, values: tuple[Any, ...]) -> None:
        """Writes bookkeeping that is no act (enrolment, verifiers), durably."""

        def act() -> None:
            from sqlalchemy.exc import DBAPIError

            try:
                with self.engine.begin() as connection:
                    connection.exec_driver_sql(statement, values)
            except DBAPIError as error:
                raise told(error.orig if isinstance(error.orig, Exception) else error) from error

        self.writer.run(act)

    def warm(self) -> None:
        """Brings in the writer's machinery before the clerk needs it; queued, returns at once."""
        self.writer.submit(self._warm)

    def _warm(self) -> None:
        import desktop.store.unit_of_work

        with self.engine.connect():
            assert desktop.store.unit_of_work, self.catalogue
        self._indexer.soon()

    def close(self) -> None:
        self._indexer.end()
        self.writer.run(self._let_go)
        self.writer.close()
        self.reader.close()
        self._hold.close()

    def _let_go(self) -> None:
        if "engine" in self.__dict__:
            self.engine.dispose()
