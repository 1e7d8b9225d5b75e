"""What the first release said is understood today, and what it is answered today it understands."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sync.server.admin import Admin
from sync.server.running import Beside
from sync.wire import messages
from sync.wire.codec import decode, encode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE, Enrolled
from tests.sync.wire import first_release as old
from tests.sync.wire.captures import Exchange, exchanges, facts, rename, that_morning

ASKED = {
    "/v1/enrol": "EnrolRequest",
    "/v1/token": "TokenRequest",
    "/v1/signin": "SignInRequest",
    "/v1/sync": "SyncRequest",
    "/v1/blobs": "BlobOffer",
}
ANSWERED = {
    "/v1/enrol": "Enrolled",
    "/v1/token": "Token",
    "/v1/signin": "SignedIn",
    "/v1/sync": "SyncResponse",
    "/v1/blobs": "BlobState",
    "/v1/wait": "Head",
    "/v1/health": "Health",
}
RECORDED = exchanges()


def understood(data: bytes, name: str, media_type: str, words: Any) -> Any:
    return decode(data, getattr(words, name), media_type)


def read(exchange: Exchange, status: int, data: bytes, media_type: str, words: Any) -> Any:
    """The answer's message, or None where an answer has no message."""
    if status >= 400:
        return understood(data, "Problem", media_type, words)
    name = ANSWERED.get(exchange.door)
    return understood(data, name, media_type, words) if name else None


@pytest.mark.parametrize("exchange", RECORDED, ids=lambda exchange: exchange.place)
def test_todays_words_read_what_the_first_release_sent(exchange: Exchange) -> None:
    kind = exchange.headers.get("Content-Type", MEDIA_TYPE)
    if exchange.asked and exchange.door in ASKED:
        name = ASKED[exchange.door]
        then, now = (understood(exchange.asked, name, kind, words) for words in (old, messages))
        assert _is_within(msgspec.to_builtins(then), msgspec.to_builtins(now))
    then, now = (read(exchange, exchange.status, exchange.answered, exchange.type, words) for words in (old, messages))
    assert _is_within(msgspec.to_builtins(then), msgspec.to_builtins(now))


def _is_within(small: Any, large: Any) -> bool:
    """Whether everything said in `small` is said in `large`, which may say more."""
    if isinstance(small, dict):
        return all(key in large and _is_within(value, large[key]) for key, value in small.items())
    if isinstance(small, list | tuple):
        return len(small) <= len(large) and all(map(_is_within, small, large))
    return bool(small == large)


def test_the_first_release_lives_its_morning_again_at_todays_centre(centre_database: str, tmp_path: Path) -> None:
    """Byte for byte the same requests; the answers, read by its own words, mean what they meant."""
    with that_morning(centre_database, tmp_path) as running:
        for exchange in RECORDED:
            response = exchange.send(running.url)
            assert response.status_code == exchange.status, exchange.place
            kind = response.headers.get("Content-Type", "")
            now = read(exchange, exchange.status, response.content, kind, old)
            then = read(exchange, exchange.status, exchange.answered, exchange.type, old)
            _means_the_same(exchange, then, now)
            assert {name: response.headers[name] for name in exchange.upload} == exchange.upload
            _settle(running, exchange, response.content)


def _means_the_same(exchange: Exchange, then: Any, now: Any) -> None:
    if isinstance(then, old.Problem):
        assert now.code == then.code, exchange.place
    if isinstance(then, old.SyncResponse):
        told = [[(r.mseq, r.status, r.code, r.outcome) for r in answer.results] for answer in (then, now)]
        assert told[0] == told[1], exchange.place
        assert set(then.buckets) <= set(now.buckets)
        assert (now.more, now.feed_epoch) == (then.more, then.feed_epoch)
        assert all(held <= _columns(now)[entity] for entity, held in _columns(then).items())
        books = [[(one.series, one.year_be, one.book_no, one.lo) for one in answer.leases] for answer in (then, now)]
        assert books[0] == books[1][: len(books[0])], exchange.place


def _columns(answer: Any) -> dict[str, set[str]]:
    return {part.entity: set(part.columns) for part in answer.rows}


def _settle(running: Beside, exchange: Exchange, answered: bytes) -> None:
    """Gives the desk and its leases, which are new, the identities by which the recording goes on to speak of them."""
    known, admin = facts(), Admin(running.centre.engine)
    if exchange.door == "/v1/enrol":
        now = decode(answered, Enrolled).device_id
        for table in ("device", "enrolment_code"):
            rename(admin, table, "device_id", now, bytes.fromhex(known["device"]))
    if exchange.place.endswith("first-sync"):
        for lease in decode(answered, old.SyncResponse).leases:
            if recorded := _recorded_lease(lease.series, lease.book_no):
                rename(admin, "number_book", "id", lease.lease_id, recorded)
                rename(admin, "change", "row_id", lease.lease_id, recorded)


def _recorded_lease(series: str, book_no: int) -> bytes | None:
    answers = [decode(one.answered, old.SyncResponse) for one in RECORDED if one.place.endswith("first-sync")]
    books = {(lease.series, lease.book_no): lease.lease_id for answer in answers for lease in answer.leases}
    return books.get((series, book_no))


def test_the_recording_has_every_kind_of_exchange_of_the_first_release() -> None:
    assert {exchange.door for exchange in RECORDED} == {*ASKED, *ANSWERED, "/v1/blobs/{sha256}"}
    assert {JSON_TYPE, MEDIA_TYPE} <= {exchange.type for exchange in RECORDED}
    assert any(exchange.asked[:4] == b"\x28\xb5\x2f\xfd" for exchange in RECORDED)
    assert any(exchange.answered[:4] == b"\x28\xb5\x2f\xfd" for exchange in RECORDED)
    assert json.loads(RECORDED[-3].asked)["proto"] == 1


def test_every_message_of_the_first_release_can_still_be_said_in_its_words() -> None:
    """Whatever today's structs say, the old ones read: no field was renamed, removed or made of another kind."""
    for name in {*ASKED.values(), *ANSWERED.values(), "Problem"}:
        then, now = getattr(old, name), getattr(messages, name)
        before = {field.name: field for field in msgspec.structs.fields(then)}
        after = {field.name: field for field in msgspec.structs.fields(now)}
        assert before.keys() <= after.keys()
        for extra in after.keys() - before.keys():
            assert not after[extra].required, f"{name}.{extra} must have a default"


def test_the_old_words_are_those_of_the_recording() -> None:
    """The frozen structs write exactly the bytes that were recorded, so they are what the release had."""
    for exchange in RECORDED:
        if exchange.door in ASKED and exchange.asked and exchange.headers.get("Content-Type") == MEDIA_TYPE:
            told = understood(exchange.asked, ASKED[exchange.door], MEDIA_TYPE, old)
            assert encode(told) == exchange.asked
