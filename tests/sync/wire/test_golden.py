"""What every release said is understood today, and what it is answered today it understands."""

import json
import logging
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from sync.wire import messages, recovery
from sync.wire.codec import decode, encode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE
from tests.sync.wire.captures import FIRST, RELEASES, SECOND, Exchange, Release, that_morning
from tests.sync.wire.meaning import ANSWERED, ASKED, gist, is_within, name_of, read
from tests.sync.wire.past_office import PastOffice

TODAY = ModuleType("today")
TODAY.__dict__.update(vars(messages) | vars(recovery))
RECORDED = [(release, exchange) for release in RELEASES for exchange in release.exchanges()]


def named(value: Any) -> str | None:
    return f"schema{value.schema}" if isinstance(value, Release) else getattr(value, "place", None)


@pytest.mark.parametrize(("release", "exchange"), RECORDED, ids=named)
def test_todays_words_read_what_a_release_sent(release: Release, exchange: Exchange) -> None:
    kind = exchange.headers.get("Content-Type", MEDIA_TYPE)
    if exchange.asked and exchange.door in ASKED:
        name = ASKED[exchange.door]
        then, now = (decode(exchange.asked, getattr(words, name), kind) for words in (release.words, TODAY))
        assert is_within(msgspec.to_builtins(then), msgspec.to_builtins(now))
    then, now = (
        read(exchange, exchange.status, exchange.answered, exchange.type, words) for words in (release.words, TODAY)
    )
    assert is_within(msgspec.to_builtins(then), msgspec.to_builtins(now))


@pytest.mark.parametrize("release", RELEASES, ids=named)
def test_a_release_lives_its_day_again_at_todays_centre(
    release: Release, centre_database: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Byte for byte the same requests; the answers, read by its own words, mean what they meant."""
    with that_morning(centre_database, tmp_path, release) as (running, office), caplog.at_level(logging.ERROR):
        replay = Replay(release, office)
        for exchange in release.exchanges():
            for step in exchange.before:
                office.happen(step)
            response = exchange.send(running.url, replay.moved.get(exchange.path))
            assert response.status_code == exchange.status, exchange.place
            kind = response.headers.get("Content-Type", "")
            now = read(exchange, exchange.status, response.content, kind, release.words)
            then = read(exchange, exchange.status, exchange.answered, exchange.type, release.words)
            assert is_within(gist(then), gist(now)), exchange.place
            assert {name: response.headers[name] for name in exchange.upload} == exchange.upload
            if name_of(exchange, exchange.status) is None and exchange.door.startswith("/v1/blobs/"):
                assert response.content == exchange.answered
            replay.settle(exchange, then, now)


class Replay:
    """Gives desks and leases, which are new, the identities by which the recording goes on to speak of them.

    `moved`: where the packs are now, whose addresses say what is in them and when it was.
    """

    def __init__(self, release: Release, office: PastOffice) -> None:
        self._words = release.words
        self._office = office
        self._leases: set[bytes] = set()
        self.moved: dict[str, str] = {}

    def settle(self, exchange: Exchange, then: Any, now: Any) -> None:
        if isinstance(now, self._words.Enrolled):
            self._office.rename_device(now.device_id, then.device_id)
        if isinstance(now, self._words.SyncResponse):
            self._settle_leases(then, now)
        if exchange.door.endswith("/{secrecy}") and exchange.status == 200:
            self._settle_packs(exchange, then, now)

    def _settle_leases(self, then: Any, now: Any) -> None:
        said = {(one.series, one.year_be, one.book_no): one.lease_id for one in then.leases}
        for one in now.leases:
            old = said.get((one.series, one.year_be, one.book_no))
            if old is not None and old not in self._leases:
                self._leases.add(old)
                self._office.rename_lease(one.lease_id, old)

    def _settle_packs(self, exchange: Exchange, then: Any, now: Any) -> None:
        place = exchange.path.partition("?")[0]
        for old in then.packs:
            new = next(pack for pack in now.packs if pack.entity == old.entity)
            self.moved[f"{place}/{then.upto}/{old.sha256}"] = f"{place}/{now.upto}/{new.sha256}"


@pytest.mark.parametrize("release", RELEASES, ids=named)
def test_a_recording_has_both_encodings_and_frames(release: Release) -> None:
    exchanges = release.exchanges()
    assert {JSON_TYPE, MEDIA_TYPE} <= {exchange.type for exchange in exchanges}
    assert any(exchange.asked[:4] == b"\x28\xb5\x2f\xfd" for exchange in exchanges)
    assert any(exchange.answered[:4] == b"\x28\xb5\x2f\xfd" for exchange in exchanges)
    mirror = next(exchange for exchange in exchanges if exchange.place.endswith("mirror"))
    assert json.loads(mirror.asked)["proto"] == 1


def test_the_first_recording_has_every_kind_of_exchange_of_its_release() -> None:
    doors = {"/v1/enrol", "/v1/token", "/v1/signin", "/v1/sync", "/v1/blobs", "/v1/wait", "/v1/health"}
    assert {exchange.door for exchange in FIRST.exchanges()} == {*doors, "/v1/blobs/{sha256}"}


def test_the_second_recording_goes_through_every_door_that_its_release_had() -> None:
    """The release's own description of its doors is in the recording."""
    exchanges = SECOND.exchanges()
    contract = next(exchange for exchange in exchanges if exchange.path == "/v1/openapi.json")
    doors = {(way.upper(), path) for path, ways in json.loads(contract.answered)["paths"].items() for way in ways}
    assert {(exchange.method, exchange.door) for exchange in exchanges} == doors
    assert {exchange.door for exchange in exchanges} >= {*ASKED, *ANSWERED}


def test_the_second_recording_has_what_came_with_its_release() -> None:
    asked = [
        decode(exchange.asked, SECOND.words.SyncRequest)
        for exchange in SECOND.exchanges()
        if exchange.door == "/v1/sync" and exchange.headers["Content-Type"] == MEDIA_TYPE
    ]
    assert {one.schema for one in asked} == {2}
    assert any(one.signature for one in asked)
    assert any(one.held is not None for one in asked)
    assert any(one.packs for one in asked)
    assert all(one.stats.version == "0.2.0" for one in asked)
    codes = {
        decode(exchange.answered, SECOND.words.Problem).code
        for exchange in SECOND.exchanges()
        if exchange.status >= 400 and exchange.type == MEDIA_TYPE
    }
    assert {"upgrade_required", "signature_bad", "bad_chain", "token_bad", "device_revoked", "wrong_offset"} <= codes


@pytest.mark.parametrize("release", RELEASES, ids=named)
def test_every_message_of_a_release_can_still_be_said_in_its_words(release: Release) -> None:
    """Whatever today's structs say, the old ones read: no field was renamed, removed or made of another kind."""
    structs = [one for one in vars(release.words).values() if isinstance(one, type) and issubclass(one, msgspec.Struct)]
    assert len(structs) > 15
    for then in structs:
        now = getattr(TODAY, then.__name__)
        before = {field.name: field for field in msgspec.structs.fields(then)}
        after = {field.name: field for field in msgspec.structs.fields(now)}
        assert before.keys() <= after.keys()
        for extra in after.keys() - before.keys():
            assert not after[extra].required, f"{then.__name__}.{extra} must have a default"


@pytest.mark.parametrize("release", RELEASES, ids=named)
def test_the_old_words_are_those_of_the_recording(release: Release) -> None:
    """The frozen structs write exactly the bytes that were recorded, so they are what the release had."""
    for exchange in release.exchanges():
        if exchange.door in ASKED and exchange.asked and exchange.headers.get("Content-Type") == MEDIA_TYPE:
            told = decode(exchange.asked, getattr(release.words, ASKED[exchange.door]))
            assert encode(told) == exchange.asked, exchange.place
