"""Forged, moved, altered and stolen: acts and tokens that are not what they say change nothing, and are noticed."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.office.proof import link
from sync.server.recovery import Recovery
from sync.server.running import Beside
from sync.wire.codec import encode
from sync.wire.messages import SyncRequest, SyncResponse, WireMutation, acts_claim
from tests.sync.server.town import REGISTRY, MiniDesk, Town
from tests.sync.server.unchanged import nothing_changes, refusals, refused, sent

FORGED = (401, "signature_bad")


@pytest.fixture
def office(own: Beside) -> Town:
    return Town(own)


@pytest.fixture
def desk(office: Town) -> MiniDesk:
    """Three acts of it wait; one was sent."""
    desk = office.registry()
    desk.register()
    desk.sync()
    for _ in range(3):
        desk.register("นายเอกสมมติ ขอสำเนาโฉนดที่ดิน")
    return desk


@contextmanager
def noticed(own: Beside, caplog: pytest.LogCaptureFixture, code: str, times: int = 1) -> Iterator[None]:
    """No row changes in the block; so many refusals of that code are in the log and counted."""
    before = refusals(own, code)
    with nothing_changes(own, caplog):
        yield
    assert refusals(own, code) == before + times
    assert caplog.text.count(f"code={code}") == times


def goes_through(desk: MiniDesk) -> None:
    """What the desk itself has to say is heard as if nothing had been."""
    desk.sync()
    assert {result.status for result in desk.results.values()} == {"applied"}


def signed(desk: MiniDesk, request: SyncRequest, key: Ed25519PrivateKey | None = None) -> SyncRequest:
    last = request.mutations[-1]
    signature = (key or desk.private_key).sign(acts_claim(desk.id, last.mseq, last.hash))
    return msgspec.structs.replace(request, signature=signature)


def test_a_signature_with_one_bit_turned(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    request = desk.request()
    places = [*range(0, 512, 24), 511]
    with noticed(own, caplog, "signature_bad", len(places)):
        for place in places:
            bent = bytearray(request.signature)
            bent[place // 8] ^= 1 << place % 8
            assert sent(desk, msgspec.structs.replace(request, signature=bytes(bent))) == FORGED
    warnings = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert len(warnings) == len(places)
    assert all(desk.id.hex() in record.getMessage() for record in warnings)
    goes_through(desk)


def test_a_signature_by_another_desks_key(
    own: Beside, office: Town, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """Be it over what this desk would sign, or over what the other desk signs for itself."""
    other = office.desk(REGISTRY, counter="C2")
    request = desk.request()
    last = request.mutations[-1]
    theirs = other.private_key.sign(acts_claim(other.id, last.mseq, last.hash))
    with noticed(own, caplog, "signature_bad", 2):
        assert sent(desk, signed(desk, request, other.private_key)) == FORGED
        assert sent(desk, msgspec.structs.replace(request, signature=theirs)) == FORGED
    goes_through(desk)


def test_a_good_signature_over_another_batch(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    """Its own from the batch before, from a part of this one, and over what it might have done instead."""
    request = desk.request()
    first, *_, last = request.mutations
    instead = msgspec.structs.replace(last, hash=link(last.prev_hash, last.mseq, last.mut_id, last.type, last.v,
                                                      last.user_id, last.at, b"\x80"))  # fmt: skip
    before = desk.private_key.sign(acts_claim(desk.id, desk.acked.last_mseq, desk.acked.last_hash))
    signatures = (before, desk.sign(first), desk.sign(instead))
    with noticed(own, caplog, "signature_bad", len(signatures)):
        for signature in signatures:
            assert sent(desk, msgspec.structs.replace(request, signature=signature)) == FORGED
    goes_through(desk)


def test_a_batch_that_another_desk_says_again(
    own: Beside, office: Town, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """As it was heard, under its own name, and with all its chain made anew but not signed."""
    thief = office.desk(REGISTRY, counter="C2")
    heard = desk.request()
    with noticed(own, caplog, "device_mismatch"):
        assert sent(thief, heard) == (403, "device_mismatch")
    mine = msgspec.structs.replace(heard, device_id=thief.id, chain=thief.acked)
    with noticed(own, caplog, "signature_bad"):
        assert sent(thief, mine) == FORGED
    with noticed(own, caplog, "signature_bad"):
        assert sent(thief, msgspec.structs.replace(mine, mutations=chained_anew(thief, heard.mutations))) == FORGED
    goes_through(desk)


def chained_anew(desk: MiniDesk, acts: tuple[WireMutation, ...]) -> tuple[WireMutation, ...]:
    """The same acts at the end of the desk's own chain."""
    made, mseq, before = [], desk.acked.last_mseq, desk.acked.last_hash
    for act in acts:
        mseq += 1
        hash_ = link(before, mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body)
        made.append(msgspec.structs.replace(act, mseq=mseq, prev_hash=before, hash=hash_))
        before = hash_
    return tuple(made)


Change = Callable[[tuple[WireMutation, ...]], tuple[WireMutation, ...]]


def swapped(acts: tuple[WireMutation, ...]) -> tuple[WireMutation, ...]:
    first, second, third = acts
    return second, first, third


def backwards(acts: tuple[WireMutation, ...]) -> tuple[WireMutation, ...]:
    return acts[::-1]


def one_left_out(acts: tuple[WireMutation, ...]) -> tuple[WireMutation, ...]:
    return acts[:1] + acts[2:]


def one_twice(acts: tuple[WireMutation, ...]) -> tuple[WireMutation, ...]:
    return acts[:2] + acts[1:]


def one_altered(acts: tuple[WireMutation, ...]) -> tuple[WireMutation, ...]:
    return acts[0], msgspec.structs.replace(acts[1], body=b"\x80"), acts[2]


def one_altered_with_its_hash(acts: tuple[WireMutation, ...]) -> tuple[WireMutation, ...]:
    """The forged act is sound in itself; the act behind it names another."""
    one = acts[1]
    hash_ = link(one.prev_hash, one.mseq, one.mut_id, one.type, one.v, one.user_id, one.at, b"\x80")
    return acts[0], msgspec.structs.replace(one, body=b"\x80", hash=hash_), acts[2]


@pytest.mark.parametrize(
    "change", [swapped, backwards, one_left_out, one_twice, one_altered, one_altered_with_its_hash]
)
def test_a_signed_batch_that_was_put_into_another_order_or_holds_another_act(
    own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture, change: Change
) -> None:
    """The signature under it is the desk's own and good; signed anew by whoever holds the key it is no better."""
    request = desk.request()
    changed = msgspec.structs.replace(request, mutations=change(request.mutations))
    with noticed(own, caplog, "bad_chain", 2):
        assert sent(desk, changed) == (400, "bad_chain")
        assert sent(desk, signed(desk, changed)) == (400, "bad_chain")
    goes_through(desk)


def test_a_forged_act_with_the_chain_behind_it_made_to_fit(
    own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """Every hash is right, so only the signature tells: it was given under another end of the chain."""
    request = desk.request()
    acts = chained_anew(desk, one_altered(request.mutations))
    with noticed(own, caplog, "signature_bad"):
        assert sent(desk, msgspec.structs.replace(request, mutations=acts)) == FORGED
    goes_through(desk)


def test_a_token_of_another_desk(own: Beside, office: Town, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    """Of the same office or of another one: who speaks is said by the token, and nobody speaks for somebody else."""
    request = desk.request()
    for other in (office.desk(REGISTRY, counter="C2"), Town(own).registry()):
        headers = {"Authorization": f"Bearer {other.token}"}
        with noticed(own, caplog, "device_mismatch"):
            said = refused(desk.send("POST", "/v1/sync", data=encode(request), headers=headers))
            assert said == (403, "device_mismatch")
    goes_through(desk)


DOORS = [
    ("GET", "/v1/wait?head=0"),
    ("GET", "/v1/feed?bucket=registry/normal&since=0"),
    ("GET", "/v1/snapshot/registry/normal"),
    ("GET", "/v1/devices/me/mutations?after=0"),
    ("GET", "/v1/desks"),
    ("GET", "/v1/blobs/" + "a" * 64),
    ("GET", "/v1/online/letter?user=" + "0" * 32),
]


def test_a_stolen_token_after_its_desk_was_withdrawn(
    own: Beside, office: Town, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """The token has minutes to live yet; no door opens to it, and acts signed with the desk's own key do not count."""
    Recovery(own.centre.engine).revoke(office.office_id, desk.id.hex())
    with noticed(own, caplog, "device_revoked", len(DOORS) + 1):
        for method, path in DOORS:
            assert refused(desk.send(method, path)) == (403, "device_revoked"), path
        assert sent(desk, desk.request()) == (403, "device_revoked")


def test_a_stolen_token_after_its_desk_has_a_newer_one(
    own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """A token dies with the word it was given for."""
    with own.centre.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE device SET watchword = %s WHERE device_id = %s", (b"w" * 16, desk.id))
    with noticed(own, caplog, "token_superseded"):
        assert sent(desk, desk.request()) == (401, "token_superseded")


def test_a_batch_that_was_heard_is_said_again_by_its_own_desk(own: Beside, desk: MiniDesk) -> None:
    """Then it is no forgery but a lost answer: the same results, and nothing is done twice."""
    request = desk.request()
    first = desk.post("/v1/sync", request, SyncResponse)
    again = desk.post("/v1/sync", request, SyncResponse)
    assert [one.status for one in first.results] == ["applied"] * 3
    assert [(one.status, one.outcome) for one in again.results] == [("duplicate", "applied")] * 3
