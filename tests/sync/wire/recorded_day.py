"""The day of an office that is recorded at a release: every door is gone through, by real desks where they do."""

import hashlib
from typing import TYPE_CHECKING

import msgspec

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy
from sync.client.request import build
from sync.client.transport import Ask
from sync.wire.codec import encode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE, SyncRequest
from tests.helpers.town import Page
from tests.sync.wire.past_office import PASSWORD, identity

if TYPE_CHECKING:
    from tests.sync.wire.recorder import Recording, TapedDesk

PDF = b"%PDF-1.7 golden\n" + bytes(range(256)) * 12
SECOND_FILE = b"%PDF-1.7 by hand\n" + bytes(range(255, -1, -1)) * 12
COUNTER, ENGINEERS, REGISTRARS, AGAIN = (f"GOLD-EN22-AAAA-BBBB-{end}" for end in ("CCC2", "DDD2", "EEE2", "FFF2"))
_AT_COUNTER = ("registry/normal", "unit:CLK/normal", "finance/normal")
_AT_REGISTRY = (*_AT_COUNTER, "registry/secret", "registry/very_secret")
_MSGPACK = {"Content-Type": MEDIA_TYPE}


def play(day: "Recording") -> None:
    counter = _opening(day)
    _acts(day, counter)
    engineers = _second_desk(day)
    _reading(day, counter)
    _files(day, counter)
    _secrets(day)
    _refusals(day, counter)
    _withdrawn(day, engineers)
    _lost(day, counter)


def _opening(day: "Recording") -> "TapedDesk":
    day.happen("code", COUNTER, "desk C1", "C1", [INCOMING_SERIES], list(_AT_COUNTER))
    desk = day.desk("C1")
    day.named("enrol")
    desk.enrol(COUNTER, "desk C1")
    for name, path in (("health", "health"), ("contract", "openapi.json"), ("contract-page", "openapi")):
        day.say(name, desk, Ask("GET", f"/v1/{path}"), token=False)
    day.named("first-round")
    desk.round.run()
    day.say("sign-in", desk, _message("/v1/signin", {"login": "kanda", "password": PASSWORD}))
    day.say("sign-in-wrong", desk, _message("/v1/signin", {"login": "kanda", "password": "ปลาทู"}))
    return desk


def _message(path: str, body: object) -> Ask:
    return Ask("POST", path, encode(body), _MSGPACK)


def _acts(day: "Recording", desk: "TapedDesk") -> None:
    letters = desk.letters()
    letter = letters.register(Registration("อำเภอสมมติ", "นายกเทศมนตรี", "ขอเชิญประชุม", "ที่ สม 0018/123"), [Page(PDF)])
    letters.stamp(letter.id)
    letters.endorse(letter.id, "เพื่อโปรดทราบ")
    letters.route(letter.id, [identity("ENG"), identity("FIN")])
    letters.amend_fields(letter.id, {"subject": ("ขอเชิญประชุม", "ขอเชิญประชุมด่วน")})
    receipts = [desk.cashier().issue(Payment("นายสมมติ", (Charge(fees()[0], 3),))) for _ in range(2)]
    desk.cashier().void(receipts[1].id, "เขียนชื่อผิด")
    desk.cashier().reprint(receipts[0].id)
    acts = build(desk.desk, ())
    day.named("acts")
    desk.round.run()
    day.say("acts-again", desk, _message("/v1/sync", acts))
    for count in range(12):
        letters.register(Registration("กรมการปกครอง", "นายกเทศมนตรี", f"เรื่องที่ {count}"))
    day.named("more-acts")
    desk.round.run()
    day.named("nothing-new")
    desk.round.run()


def _second_desk(day: "Recording") -> "TapedDesk":
    """It has no register, so it numbers by tags; the first desk's next round gives the number."""
    day.happen("code", ENGINEERS, "desk E1", "E1", [INCOMING_SERIES], ["unit:ENG/normal"])
    desk = day.desk("E1")
    day.named("enrol-second")
    desk.enrol(ENGINEERS, "desk E1")
    day.named("second-desk")
    desk.round.run()
    (route,) = (row[0] for row in desk.desk.reader.rows("SELECT id FROM routing WHERE unit_id = ?", (identity("ENG"),)))
    desk.letters("wichai").receive(route)
    desk.letters("wichai").register(Registration("บริษัทสมมติ จำกัด", "กองช่าง", "ส่งแบบก่อสร้าง"))
    desk.round.run()
    day.named("number-given")
    day.desks[0].round.run()
    day.named("number-seen")
    desk.round.run()
    return desk


def _reading(day: "Recording", desk: "TapedDesk") -> None:
    day.say("wait", desk, Ask("GET", "/v1/wait?head=0"))
    day.say("feed", desk, Ask("GET", "/v1/feed?bucket=registry/normal&since=0&limit=5"))
    day.say("feed-of-others", desk, Ask("GET", "/v1/feed?bucket=unit:ENG/normal&since=0"))
    day.named("snapshot")
    while not (offer := desk.centre.snapshot("registry/normal")).ready:
        pass
    day.named("pack")
    packs = [desk.centre.pack("registry/normal", offer.upto, pack.sha256) for pack in offer.packs]
    path = f"/v1/snapshot/registry/normal/{offer.upto}/{offer.packs[0].sha256}"
    day.say("pack-range", desk, Ask("GET", path, headers={"Range": f"bytes=0-{len(packs[0]) // 2}"}))
    day.say("desks", desk, Ask("GET", "/v1/desks"))
    day.say("probe", desk, Ask("GET", "/v1/probe?bytes=512"))
    day.say(
        "history", desk, Ask("GET", f"/v1/devices/me/mutations?after=0&device={desk.desk.identity.device_id.hex()}")
    )


def _files(day: "Recording", desk: "TapedDesk") -> None:
    day.named("file")
    desk.errand.run()
    name = hashlib.sha256(SECOND_FILE).hexdigest()
    day.named("offer-by-hand")
    begun = desk.centre.offer_blob(name, len(SECOND_FILE))
    day.named("first-piece")
    desk.centre.append_blob(name, 0, SECOND_FILE[:2048], begun.attempt)
    day.say("piece-at-the-wrong-place", desk, _piece(name, 5, b"wrong", begun.attempt))
    day.named("where-it-is")
    desk.centre.blob_state(name)
    day.named("last-piece")
    desk.centre.append_blob(name, 2048, SECOND_FILE[2048:], begun.attempt)
    kept = f"/v1/blobs/{hashlib.sha256(PDF).hexdigest()}"
    day.say("file-read", desk, Ask("GET", kept))
    day.say("file-range", desk, Ask("GET", kept, headers={"Range": "bytes=100-199"}))
    day.say("file-beyond", desk, Ask("GET", kept, headers={"Range": "bytes=9999-"}))
    day.say("file-of-nobody", desk, Ask("GET", "/v1/blobs/" + "0" * 64))


def _piece(name: str, offset: int, data: bytes, attempt: int) -> Ask:
    headers = {"Upload-Offset": str(offset), "Upload-Checksum": "sha256 " + hashlib.sha256(data).hexdigest()}
    headers |= {"Upload-Attempt": str(attempt), "Content-Type": "application/offset+octet-stream"}
    return Ask("PATCH", f"/v1/blobs/{name}", data, headers)


def _secrets(day: "Recording") -> None:
    day.happen("clear", "kanda", "very_secret")
    day.happen("code", REGISTRARS, "desk R1", "R1", [], list(_AT_REGISTRY), "registry", ["kanda"])
    desk = day.desk("R1")
    day.named("enrol-registrars")
    desk.enrol(REGISTRARS, "desk R1")
    day.named("secrets")
    desk.round.run()
    letters = desk.desk.reader.rows("SELECT id FROM letter ORDER BY number LIMIT 3")
    desk.letters().classify(letters[1][0], Secrecy.SECRET, "มีชื่อสายข่าว")
    desk.letters().classify(letters[2][0], Secrecy.VERY_SECRET, "คำสั่ง")
    desk.round.run()
    user = identity("kanda").hex()
    day.say("online", desk, Ask("GET", f"/v1/online/letter?user={user}"))
    day.say("online-one", desk, Ask("GET", f"/v1/online/letter/{letters[2][0].hex()}?user={user}"))
    day.named("secrets-gone")
    day.desks[0].round.run()


def _refusals(day: "Recording", desk: "TapedDesk") -> None:
    mirror = {"Content-Type": JSON_TYPE, "Accept": JSON_TYPE}
    plain = build(desk.desk, ())
    signed = desk.centre._signed(Ask("POST", "/v1/sync", encode(plain, JSON_TYPE), mirror))
    day.named("mirror")
    with desk.transport._session().request("POST", desk.transport._url + "/v1/sync", data=signed.body,
                                           headers=dict(signed.headers), timeout=180):  # fmt: skip
        pass
    day.say("too-new", desk, _message("/v1/sync", msgspec.structs.replace(plain, proto=2)))
    letter = desk.letters().register(Registration("จังหวัดสมมติ", "นายกเทศมนตรี", "แจ้งเวียน"))
    desk.letters().endorse(letter.id, "ทราบ")
    waiting = build(desk.desk, ())
    day.say("unsigned", desk, _message("/v1/sync", msgspec.structs.replace(waiting, signature=b"")))
    day.say("forged", desk, _message("/v1/sync", msgspec.structs.replace(waiting, signature=bytes(64))))
    day.say("bad-chain", desk, _message("/v1/sync", _altered(waiting)))
    day.say("no-token", desk, Ask("GET", "/v1/wait?head=0", headers={"Authorization": "Bearer eA=="}), token=False)
    day.named("after-refusals")
    desk.round.run()


def _altered(request: SyncRequest) -> SyncRequest:
    first = msgspec.structs.replace(request.mutations[0], body=b"\x80")
    return msgspec.structs.replace(request, mutations=(first, *request.mutations[1:]))


def _withdrawn(day: "Recording", desk: "TapedDesk") -> None:
    letter = desk.desk.reader.rows("SELECT id FROM letter ORDER BY number LIMIT 1")[0][0]
    desk.letters("wichai").register(Registration("ประชาชน", "กองช่าง", "ขอซ่อมถนน"))
    desk.letters("wichai").endorse(letter, "รับไปดำเนินการ")
    day.happen("later", 1)
    day.happen("withdraw", "desk E1")
    day.named("withdrawn")
    try:
        desk.round.run()
    except OfficeError as error:
        if error.code != "post.desk_revoked":
            raise
    else:
        raise AssertionError("a withdrawn desk was heard")


def _lost(day: "Recording", desk: "TapedDesk") -> None:
    """The first desk's machine dies with work in its store; the store is brought to another machine, and followed."""
    desk.letters().register(Registration("อำเภอสมมติ", "นายกเทศมนตรี", "ฉบับสุดท้ายของเครื่องเก่า"))
    desk.cashier().issue(Payment("นางสมมติ", (Charge(fees()[1], 1),)))
    day.happen("successor", AGAIN, "desk C1")
    day.named("succeed")
    desk.succeed(AGAIN, "desk C1 again")
    day.named("again")
    desk.round.run()
    desk.letters().register(Registration("อำเภอสมมติ", "นายกเทศมนตรี", "ฉบับแรกของเครื่องใหม่"))
    day.named("goes-on")
    desk.round.run()
