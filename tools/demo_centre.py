"""A centre with the demo municipality in it: its database filled, its people's passwords set, codes for its desks."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop.cashier.bill_mutations import UseBiller
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import Clock, SystemClock
from desktop.office.dates import local_date
from desktop.office.ids import IdMaker
from desktop.office.key_code import check_of, secret_of
from desktop.people.mutations import AnnounceKey
from sync.server.acts import Act, centre_act, centre_acts
from sync.server.admin import Admin
from sync.server.blobs import MAX_CHUNK, Blobs
from sync.server.database import make_engine
from sync.server.devices import CENTRE_ID, DeviceKey
from sync.server.migrating import migrate
from sync.server.verbs import proofs
from sync.wire.messages import BlobOffer
from tools.demo_certificates import acts_of
from tools.demo_municipality import LOGINS, OFFICE_ID, PASSWORD, PEOPLE_CODE, Demo, build

BILLER = "099999999999100"
"""Nobody's account: a payment by QR fails at every bank."""


@dataclass(frozen=True)
class DeskPlan:
    """A desk of the demo: its name, its counter's code, the series it numbers, what it may see."""

    name: str
    counter: str
    registers: tuple[str, ...]
    audiences: tuple[str, ...]


REGISTRY_DESK = DeskPlan(
    "สารบรรณกลางและเคาน์เตอร์ 1",
    "C1",
    (
        INCOMING_SERIES,
        "letters.outgoing/central",
        "letters.circular/central",
        "letters.memo/central",
        "letters.order",
        "letters.announcement",
        "letters.evidence",
        "certificates.FOOD",
    ),
    ("registry/normal", "unit:CLK/normal", "finance/normal", "citizens/normal", "service/normal"),
)
COUNTER_DESK = DeskPlan("เคาน์เตอร์ 2", "C2", ("certificates.FOOD",), REGISTRY_DESK.audiences[1:])
ENGINEERING_DESK = DeskPlan("กองช่าง", "E1", ("letters.incoming/ENG", "letters.memo/ENG"), ("unit:ENG/normal",))


class DemoCentre:
    """Works on one database and one blob folder."""

    def __init__(self, database: str, blobs: Path, clock: Clock | None = None) -> None:
        migrate(database)
        self._clock = clock or SystemClock()
        self.engine = make_engine(database, pool_size=8)
        self.admin = Admin(self.engine, self._clock)
        self.blobs = blobs

    def fill(self) -> int:
        """Opens the office and does every act of the demo; returns how many. Does nothing when it is there already."""
        if self.admin.offices():
            return 0
        demo = build()
        office, *rest = demo.acts
        self.admin.create_office(OFFICE_ID, office.body)  # type: ignore[arg-type]
        self._keep_files(demo)
        acts = [Act(act.mutation.name, act.body, act.mutation.version, act.at, act.user_id) for act in rest]
        results = centre_acts(self.engine, OFFICE_ID, acts)
        odd = [result for result in results if result.status != "applied"]
        assert not odd, odd[:3]
        secret = secret_of(PEOPLE_CODE)
        assert secret
        ids = IdMaker(self._clock)
        centre_act(self.engine, OFFICE_ID, "people.announce_key", AnnounceKey(ids.new(), check_of(secret)))
        biller = UseBiller(ids.new(), "2025-10-01", BILLER, "MAE HIA DEMO", "ธนาคารสาธิต")
        centre_act(self.engine, OFFICE_ID, "cashier.use_biller", biller)
        held = acts_of(local_date(self._clock.now()))
        results = centre_acts(self.engine, OFFICE_ID, [Act(mutation.name, body) for mutation, body in held])
        assert {result.status for result in results} == {"applied"}, results
        proofs.begin(self.engine, OFFICE_ID)
        for login, *_ in LOGINS.values():
            self.admin.set_password(OFFICE_ID, login, PASSWORD)
        return len(acts)

    def code(self, desk: DeskPlan) -> str:
        """A one-time enrolment code for a desk."""
        return self.admin.device_code(OFFICE_ID, desk.name, desk.counter, desk.registers, desk.audiences)

    def close(self) -> None:
        self.engine.dispose()

    def _keep_files(self, demo: Demo) -> None:
        self.blobs.mkdir(parents=True, exist_ok=True)
        kept = Blobs(self.engine, self.blobs, self._clock)
        key = DeviceKey(OFFICE_ID, CENTRE_ID)
        for sha256, content in demo.files.items():
            kept.offer(key, BlobOffer(sha256, len(content)))
            for start in range(0, len(content), MAX_CHUNK):
                chunk = content[start : start + MAX_CHUNK]
                kept.append(key, sha256, start, chunk, hashlib.sha256(chunk).digest())
