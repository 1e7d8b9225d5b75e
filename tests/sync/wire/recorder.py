"""Records what a desk and the centre of this version say to each other: `python -m tests.sync.wire.recorder FOLDER`.

A recording is made once for a schema, when it is released, and never again: later versions are held against it.
"""

import base64
import hashlib
import json
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.cashier import mutations as cashier
from desktop.letters.mutations import FilePart
from desktop.office.clock import ManualClock, utc_text
from desktop.office.ids import IdMaker
from sync.server.admin import Admin
from sync.server.centre import Centre
from sync.server.database import make_engine, setting
from sync.server.migrating import migrate
from sync.server.running import Beside, beside
from sync.wire.codec import encode
from sync.wire.messages import MEDIA_TYPE, Enrolled, EnrolRequest, LeaseWish, SignInRequest
from tests.sync.server.town import LETTERS, REGISTRY, MiniDesk, said
from tools.demo_postgres import PostgresCluster

OFFICE = 4100
PDF = b"%PDF-1.7 golden\n" + bytes(range(256)) * 12
_KEPT = ("Content-Type", "Accept", "Authorization", "Upload-Offset", "Upload-Checksum", "Range")


@dataclass
class Tape(requests.Session):
    """A session that keeps what went each way."""

    folder: Path
    lines: list[dict[str, Any]] = field(default_factory=list)
    name: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def request(self, method: Any, url: Any, *args: Any, **rest: Any) -> requests.Response:
        response = super().request(method, url, *args, **rest)
        place = f"{len(self.lines):02}-{self.name}"
        asked = response.request
        body = asked.body or b""
        (self.folder / f"{place}.asked").write_bytes(body if isinstance(body, bytes) else body.encode())
        (self.folder / f"{place}.answered").write_bytes(response.content)
        headers = {name: asked.headers[name] for name in _KEPT if name in asked.headers}
        self.lines.append(
            {
                "place": place,
                "method": method,
                "path": asked.path_url,
                "headers": headers,
                "status": response.status_code,
                "type": response.headers.get("Content-Type", ""),
                "upload": {name: response.headers[name] for name in response.headers if name.startswith("Upload-")},
            }
        )
        return response

    def __hash__(self) -> int:
        return id(self)


def record(running: Beside, folder: Path) -> None:
    """One morning of a desk, request by request, and what a new centre must be told to answer the same."""
    folder.mkdir(parents=True)
    admin = Admin(running.centre.engine, running.centre.clock)
    ids = IdMaker(running.centre.clock)
    unit, clerk = ids.new(), ids.new()
    admin.create_office(OFFICE, name_th="เทศบาลสมมติ", name_en="Sommut", address_th="1 หมู่ 1", province_th="สมมติ")
    admin.define_unit(OFFICE, DefineUnit(unit, "ENG", "กองช่าง", "Engineering", "กช"))
    admin.define_staff(OFFICE, DefineStaff(clerk, "kanda", "กานดา", "Kanda", "ธุรการ", "Clerk", unit, "registrar"))
    admin.set_password(OFFICE, "kanda", "ปลาทูสองตัว")
    code = admin.device_code(OFFICE, "desk", "C1", (LETTERS,), (REGISTRY, "finance/normal"))
    tape = Tape(folder)
    desk = _enrolled(running.url, code, tape)
    desk.user_id = clerk
    _play(desk, tape, unit, ids, running.centre.clock.now())
    with running.centre.engine.connect() as connection:
        settings = {name: setting(connection, name).hex() for name in ("feed_epoch", "token_key")}
    facts = {
        "clock": utc_text(running.centre.clock.now()),
        "office": OFFICE,
        "settings": settings,
        "unit": unit.hex(),
        "clerk": clerk.hex(),
        "device": desk.id.hex(),
        "code": code,
        "leases": {name: lease.lease_id.hex() for name, lease in desk.leases.items()},
        "exchanges": tape.lines,
    }
    (folder / "index.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n")


def _enrolled(url: str, code: str, tape: Tape) -> MiniDesk:
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    tape.name = "enrol"
    body = encode(EnrolRequest(code, public, "desk"))
    enrolled = said(tape.post(url + "/v1/enrol", data=body, headers={"Content-Type": MEDIA_TYPE}), Enrolled)
    return MiniDesk(url, enrolled, key, tape)


def _play(desk: MiniDesk, tape: Tape, unit: bytes, ids: IdMaker, now: datetime) -> None:
    def send(name: str, method: str, path: str, **rest: Any) -> requests.Response:
        tape.name = name
        return desk.send(method, path, **rest)

    send("health", "GET", "/v1/health")
    tape.name = "token"
    desk.token = desk.fetch_token(utc_text(now)).token
    tape.name = "first-sync"
    for series, year in ((LETTERS, 2569), ("receipts", 2570)):
        leases = desk.exchange([LeaseWish(series, year)]).leases
        desk.leases[series] = leases[0]
    name = hashlib.sha256(PDF).hexdigest()
    tape.name = "acts"
    file = FilePart(ids.new(), name, "หนังสือ.pdf", "application/pdf", len(PDF), 1, "file")
    letter = desk.register("ขอเชิญประชุม", files=[file])
    desk.route(letter, unit)
    desk.endorse(letter)
    _receipt(desk, ids)
    desk.act("letters.never_heard_of", b"\x81\xa1a\x01")
    again = desk.request()
    desk.exchange()
    send("acts-again", "POST", "/v1/sync", data=encode(again))
    for count in range(12):
        desk.register(f"เรื่องที่ {count}")
    tape.name = "more-acts"
    desk.exchange()
    tape.name = "nothing-new"
    desk.exchange()
    desk.cursors.clear()
    tape.name = "from-the-start"
    desk.exchange()
    send("wait", "GET", "/v1/wait?head=0")
    tape.name = "offer"
    desk.send_blob(PDF, 2048)
    send("blob-state", "HEAD", f"/v1/blobs/{name}")
    send("blob", "GET", f"/v1/blobs/{name}")
    send("blob-range", "GET", f"/v1/blobs/{name}", headers={"Range": "bytes=100-199"})
    send("sign-in", "POST", "/v1/signin", data=encode(SignInRequest("kanda", "ปลาทูสองตัว")))
    send("sign-in-wrong", "POST", "/v1/signin", data=encode(SignInRequest("kanda", "ปลาทู")))
    mirror = {"Content-Type": "application/json", "Accept": "application/json"}
    send("mirror", "POST", "/v1/sync", data=encode(desk.request(), "application/json"), headers=mirror)
    desk.cursors.clear()
    act = desk.act("letters.endorse", b"\x80")
    desk.outbox[-1] = msgspec.structs.replace(act, body=b"\x81")
    send("bad-chain", "POST", "/v1/sync", data=encode(desk.request()))
    send("no-token", "GET", "/v1/wait?head=0", headers={"Authorization": "Bearer " + base64.b64encode(b"x").decode()})


def _receipt(desk: MiniDesk, ids: IdMaker) -> None:
    line = cashier.LinePart(ids.new(), "copy", "2569-1", "ค่าถ่ายเอกสาร", 3, "แผ่น", 100, 300)
    words = ("C1", "นายสมมติ", "cash", 300, "สามบาทถ้วน", "กานดา", "ธุรการ", (line,))
    desk.act(
        "cashier.issue_receipt",
        cashier.IssueReceipt(ids.new(), desk.taken("receipts", desk.leases["receipts"].lo), *words),
    )


def main(folder: Path) -> None:
    with PostgresCluster(durable=False) as cluster, tempfile.TemporaryDirectory() as blobs:
        url = cluster.new_database()
        migrate(url)
        with beside(Centre(make_engine(url), Path(blobs), ManualClock(datetime.now(UTC)))) as running:
            record(running, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
