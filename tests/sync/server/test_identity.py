"""Who may come in: enrolment codes, signed claims, tokens, passwords."""

import base64
from datetime import timedelta

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.office.clock import ManualClock, from_utc_text, utc_text
from desktop.office.errors import OfficeError
from sync.server.admin import Admin
from sync.server.devices import CENTRE_ID, DeviceKey
from sync.server.passwords import SignIn
from sync.server.refusal import Refusal
from sync.server.tokens import LIFE, Tokens
from sync.wire.messages import Enrolled, SignedIn, SignInRequest, SyncResponse, Token, TokenRequest, token_claim
from tests.sync.server.town import CLOCK, REGISTRY, MiniDesk, Refused, Town, enrol


def code(town: Town) -> str:
    return town.admin.device_code(town.office_id, "desk", "C1", (), (REGISTRY,))


def refusal(call: object, *arguments: object) -> Refused:
    with pytest.raises(Refused) as caught:
        call(*arguments)  # type: ignore[operator]
    return caught.value


def test_a_code_makes_one_desk_however_it_is_typed(town: Town) -> None:
    given = code(town)
    desk = enrol(town.server.url, given.lower().replace("-", " "))
    assert (desk.enrolled.office_id, desk.enrolled.counter) == (town.office_id, "C1")
    assert refusal(enrol, town.server.url, given).problem.code == "code_unknown"


def test_enrolment_whose_answer_was_lost_can_be_repeated_with_the_same_key(town: Town) -> None:
    given, key = code(town), Ed25519PrivateKey.generate()
    first, again = enrol(town.server.url, given, key), enrol(town.server.url, given, key)
    assert first.enrolled == again.enrolled


def test_unknown_and_old_codes_are_refused_alike(town: Town) -> None:
    late = Admin(town.server.centre.engine, ManualClock(CLOCK.now() - timedelta(days=4)))
    old = late.device_code(town.office_id, "desk", "C1")
    for bad in (old, "AAAA-BBBB-CCCC-DDDD-EEEE", "", "\0"):
        refused = refusal(enrol, town.server.url, bad)
        assert (refused.status, refused.problem.code) == (403, "code_unknown")


@pytest.mark.parametrize(("key", "name"), [(b"short", "desk"), (bytes(32), ""), (bytes(32), "a\0b")])
def test_a_misshapen_enrolment_uses_up_no_code(town: Town, key: bytes, name: str) -> None:
    given = code(town)
    desk = MiniDesk(town.server.url, Enrolled(bytes(16), 0, bytes(16), ""), Ed25519PrivateKey.generate())
    body = {"code": given, "public_key": key, "device_name": name}
    assert refusal(desk.post, "/v1/enrol", body, Enrolled).status == 400
    assert enrol(town.server.url, given).enrolled.office_id == town.office_id


def test_a_code_is_kept_as_a_hash_only(town: Town) -> None:
    given = code(town).replace("-", "")
    with town.server.centre.engine.connect() as connection:
        query = "SELECT enrolment_code::text FROM enrolment_code WHERE office_id = %s"
        rows = [row for (row,) in connection.exec_driver_sql(query, (town.office_id,))]
    assert rows
    assert given not in "".join(rows)


def test_a_token_lives_fifteen_minutes(town: Town) -> None:
    desk = town.desk()
    token = desk.fetch_token()
    left = from_utc_text(token.expires_at) - CLOCK.now()
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)


def test_another_s_signature_is_refused(town: Town) -> None:
    desk = town.desk()
    desk.private_key = Ed25519PrivateKey.generate()
    refused = refusal(desk.fetch_token)
    assert (refused.status, refused.problem.code) == (401, "signature_bad")


def test_a_claim_is_good_once(town: Town) -> None:
    desk = town.desk()
    at = utc_text(CLOCK.now())
    desk.fetch_token(at)
    refused = refusal(desk.fetch_token, at)
    assert (refused.status, refused.problem.code) == (401, "token_replayed")


@pytest.mark.parametrize("off", [timedelta(days=400), timedelta(days=-400), timedelta(minutes=6)], ids=str)
def test_a_wrong_clock_is_told_the_time_and_can_use_it(town: Town, off: timedelta) -> None:
    desk = town.desk()
    refused = refusal(desk.fetch_token, utc_text(CLOCK.now() + off))
    assert (refused.status, refused.problem.code) == (401, "clock_off")
    assert refused.problem.data is not None
    assert desk.fetch_token(refused.problem.data["server_time"]).token


@pytest.mark.parametrize("at", ["yesterday", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_a_moment_that_is_none_is_refused(town: Town, at: str) -> None:
    assert refusal(town.desk().fetch_token, at).status in (400, 401)


def test_nobody_speaks_as_the_centre_itself(town: Town) -> None:
    desk = town.desk()
    at = utc_text(CLOCK.now())
    claim = TokenRequest(CENTRE_ID, at, desk.private_key.sign(token_claim(CENTRE_ID, at)))
    refused = refusal(desk.post, "/v1/token", claim, Token)
    assert (refused.status, refused.problem.code) == (403, "device_unknown")


def test_a_revoked_desk_gets_no_token(town: Town) -> None:
    desk = town.desk()
    with town.server.centre.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE device SET state = 'revoked' WHERE device_id = %s", (desk.id,))
    assert refusal(desk.fetch_token).problem.code == "device_revoked"


def test_forged_and_altered_tokens_are_refused(town: Town) -> None:
    desk = town.desk()
    raw = bytearray(base64.urlsafe_b64decode(desk.token))
    raw[7] ^= 1
    forged = Tokens(bytes(32)).make(DeviceKey(town.office_id, desk.id), CLOCK.now())[0]
    for bad in ("x", "", "Zm9v", "ก", forged, base64.urlsafe_b64encode(bytes(raw)).decode()):
        headers = {"Authorization": f"Bearer {bad}".encode()}
        response = requests.get(town.server.url + "/v1/wait?head=0", headers=headers, timeout=180)
        assert response.status_code == 401


def test_a_token_ends(town: Town) -> None:
    tokens, key = Tokens(bytes(32)), DeviceKey(1, bytes(range(16)))
    token, ends = tokens.make(key, CLOCK.now())
    assert tokens.read(token, ends - timedelta(seconds=2)) == key
    with pytest.raises(Refusal, match="token_expired"):
        tokens.read(token, ends + timedelta(seconds=1))
    assert timedelta(minutes=15) == LIFE


def test_people_come_in_by_their_password(town: Town) -> None:
    desk = town.desk()
    town.admin.set_password(town.office_id, "kanda", "รหัสผ่านที่ยาวพอ")
    said = desk.post("/v1/signin", SignInRequest("Kanda ", "รหัสผ่านที่ยาวพอ"), SignedIn)
    assert said.staff_id == town.clerk
    for login, password in (("kanda", "wrong"), ("nobody", "wrong"), ("kan\0da", ""), ("x" * 10_000, "y")):
        refused = refusal(desk.post, "/v1/signin", SignInRequest(login, password), SignedIn)
        assert (refused.status, refused.problem.code) == (403, "signin_refused")


def test_an_eleventh_try_in_a_minute_must_wait(town: Town) -> None:
    clock = ManualClock(CLOCK.now().replace(second=20))
    door, key = SignIn(town.server.centre.engine, clock), DeviceKey(town.office_id, town.desk().id)
    town.admin.set_password(town.office_id, "kanda", "right")

    def tried(login: str, password: str) -> Refusal | SignedIn:
        try:
            return door.sign_in(key, SignInRequest(login, password))
        except Refusal as refused:
            return refused

    said = [tried("kanda", "wrong") for _ in range(10)] + [tried("KANDA", "right"), tried("other", "wrong")]
    assert [refused.status for refused in said if isinstance(refused, Refusal)] == [403] * 10 + [429, 403]
    assert isinstance(said[10], Refusal)
    assert said[10].headers == {"Retry-After": "40"}
    clock.advance(timedelta(seconds=40))
    assert tried("kanda", "right") == SignedIn(town.clerk)


def test_a_password_is_kept_as_argon2id(town: Town) -> None:
    town.admin.set_password(town.office_id, "kanda", "secret")
    with town.server.centre.engine.connect() as connection:
        query = "SELECT hash FROM staff_password WHERE office_id = %s"
        assert str(connection.exec_driver_sql(query, (town.office_id,)).scalar()).startswith("$argon2id$")


def test_a_password_for_nobody_is_refused(town: Town) -> None:
    with pytest.raises(OfficeError, match="login_unknown"):
        town.admin.set_password(town.office_id, "nobody", "x")


def test_without_a_token_nothing_is_told(town: Town) -> None:
    desk = town.desk()
    desk.token = ""
    for method, path in (
        ("GET", "/v1/wait?head=0"),
        ("POST", "/v1/sync"),
        ("POST", "/v1/signin"),
        ("POST", "/v1/blobs"),
    ):
        assert desk.send(method, path).status_code == 401
    assert refusal(desk.post, "/v1/sync", desk.request(), SyncResponse).status == 401
