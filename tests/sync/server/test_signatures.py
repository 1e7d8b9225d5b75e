"""Acts are signed by the device's key; what is not is refused whole, and what is can be shown for ever."""

import logging

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.server.signatures import is_good
from sync.wire.messages import SyncRequest, SyncResponse, acts_claim
from tests.sync.server.town import REGISTRY, MiniDesk, Refused, Town


def held(town: Town, desk: MiniDesk) -> list[tuple[int, bytes | None]]:
    """The acts that the centre has of a desk, with their signatures."""
    query = "SELECT mseq, signature FROM mutation WHERE office_id = %s AND device_id = %s ORDER BY mseq"
    with town.server.centre.engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query, (town.office_id, desk.id))]


def signed_by_another_key(desk: MiniDesk) -> bytes:
    last = desk.outbox[-1]
    return Ed25519PrivateKey.generate().sign(acts_claim(desk.id, last.mseq, last.hash))


def for_another_desk(desk: MiniDesk) -> bytes:
    last = desk.outbox[-1]
    return desk.private_key.sign(acts_claim(bytes(16), last.mseq, last.hash))


def of_an_earlier_act(desk: MiniDesk) -> bytes:
    return desk.sign(desk.outbox[0])


def none_at_all(desk: MiniDesk) -> bytes:
    return b""


def torn(desk: MiniDesk) -> bytes:
    return desk.sign(desk.outbox[-1])[:63]


@pytest.mark.parametrize("forge", [signed_by_another_key, for_another_desk, of_an_earlier_act, none_at_all, torn])
def test_acts_without_the_right_signature_change_nothing(
    town: Town, caplog: pytest.LogCaptureFixture, forge: object
) -> None:
    assert callable(forge)
    desk = town.registry()
    desk.register()
    desk.register()
    request = msgspec.structs.replace(desk.request(), signature=forge(desk))
    with caplog.at_level(logging.WARNING):
        refused = refusal(desk, request)
    assert (refused.status, refused.problem.code) == (401, "signature_bad")
    assert desk.id.hex() in caplog.text
    assert held(town, desk) == []
    desk.sync()
    assert len(desk.letters()) == 1


def refusal(desk: MiniDesk, request: SyncRequest) -> Refused:
    with pytest.raises(Refused) as caught:
        desk.post("/v1/sync", request, SyncResponse)
    return caught.value


def test_the_signature_is_kept_with_the_last_act_and_can_be_shown(town: Town) -> None:
    desk = town.registry()
    for _ in range(3):
        desk.register()
    last = desk.outbox[-1]
    desk.sync()
    (_, first), (_, second), (mseq, signature) = held(town, desk)
    assert (first, second) == (None, None)
    assert signature is not None
    public = desk.private_key.public_key().public_bytes_raw()
    assert is_good(public, desk.id, mseq, last.hash, signature)
    assert not is_good(public, desk.id, mseq, bytes(32), signature)


def test_a_desk_of_the_schema_before_need_not_sign(town: Town) -> None:
    desk = town.registry()
    desk.schema = 1
    desk.register()
    desk.sync()
    assert desk.results[1].status == "applied"
    assert held(town, desk) == [(1, None)]


def test_a_desk_that_signed_once_can_not_speak_unsigned_any_more(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.registry()
    desk.register()
    desk.sync()
    desk.schema = 1
    desk.register()
    with caplog.at_level(logging.CRITICAL):
        refused = refusal(desk, desk.request())
    assert refused.problem.code == "signature_bad"
    desk.schema = 2
    desk.sync()
    assert desk.results[2].status == "applied"


def test_even_acts_told_before_are_not_told_again_to_a_forger(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.desk(REGISTRY)
    desk.register()
    request = desk.request()
    desk.sync()
    with caplog.at_level(logging.CRITICAL):
        assert refusal(desk, msgspec.structs.replace(request, signature=bytes(64))).problem.code == "signature_bad"
    assert desk.post("/v1/sync", request, SyncResponse).results[0].status == "duplicate"
