"""The OpenAPI page is the truth about the doors: every door is on it, and whatever it allows is answered as it says."""

import copy
import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests
import schemathesis
from hypothesis import Phase, given, reject, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from desktop.letters.mutations import FilePart
from sync.server.app import ALL
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.doors.door import Door
from sync.server.running import Beside, beside
from sync.wire.codec import decode, encode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE
from tests.helpers.direct import UNHURRIED
from tests.sync.server.judging import Judging, plain
from tests.sync.server.plausible import Drawn
from tests.sync.server.town import IDS, REGISTRY, MiniDesk, Town

pytestmark = pytest.mark.long

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
CASES, FEW = 40, 8
FILE = b"%PDF contract"
LIKELY = {
    "POST /v1/sync",
    "GET /v1/feed",
    "GET /v1/snapshot/{audience}/{secrecy}",
    "GET /v1/wait",
    "GET /v1/blobs/{sha256}",
    "HEAD /v1/blobs/{sha256}",
    "GET /v1/health",
}
"""Doors of which a generated request may well get what it asks for."""


@schemathesis.serializer(MEDIA_TYPE)
def as_msgpack(_: schemathesis.SerializationContext, value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    try:
        return encode(value)
    except OverflowError:  # a number that msgpack does not have
        return reject()


@schemathesis.deserializer(MEDIA_TYPE)
def from_msgpack(_: schemathesis.DeserializationContext, response: schemathesis.Response) -> Any:
    return msgspec.to_builtins(decode(response.content, object))


@pytest.fixture(scope="module")
def unhurried(centre_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    """The shared database behind a centre of the test's own, which lets itself be asked without end."""
    engine = make_engine(centre_url, pool_size=8)
    blobs: Path = tmp_path_factory.mktemp("blobs")
    with beside(Centre(engine, blobs), limits=UNHURRIED) as running:
        yield running


@pytest.fixture
def desk(unhurried: Beside) -> MiniDesk:
    """In an office of its own: acts that were made up may take the file away from who asks for it."""
    desk = Town(unhurried).registry()
    name = desk.send_blob(FILE)
    desk.register(files=[FilePart(IDS.new(), name, "หนังสือ.pdf", "application/pdf", len(FILE), 1, "file")])
    desk.sync()
    return desk


@pytest.fixture(scope="module")
def page(unhurried: Beside) -> dict[str, Any]:
    found: dict[str, Any] = requests.get(unhurried.url + "/v1/openapi.json", timeout=180).json()
    return found


def test_every_door_is_on_the_page_and_nothing_else(page: dict[str, Any]) -> None:
    told = {(method.upper(), path) for path, doors in page["paths"].items() for method in doors}
    assert told == {(door.method, door.path) for door in ALL}
    for name in ("SyncRequest", "SyncResponse", "Problem", "Lease", "WireMutation"):
        assert name in page["components"]["schemas"]


def test_the_page_can_be_read_by_people(unhurried: Beside) -> None:
    answer = requests.get(unhurried.url + "/v1/openapi", timeout=180)
    assert answer.headers["Content-Type"].startswith("text/html")
    for door in ALL:
        assert f"{door.method} {door.path}" in answer.text
    assert "id='SyncRequest'" in answer.text


@pytest.mark.parametrize("door", ALL, ids=lambda door: f"{door.method} {door.path}")
def test_only_the_methods_on_the_page_are_there(unhurried: Beside, page: dict[str, Any], door: Door) -> None:
    there = {method.upper() for method in page["paths"][door.path]}
    there |= {"HEAD"} if "GET" in there else set()
    path = door.path.replace("{sha256}", "a" * 64)
    for method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"} - there:
        answer = requests.request(method, unhurried.url + path, timeout=180)
        assert answer.status_code == 405
        assert set(answer.headers["Allow"].replace(" ", "").split(",")) == there


@pytest.mark.parametrize("door", ALL, ids=lambda door: f"{door.method} {door.path}")
def test_whatever_the_page_allows_is_answered_as_it_says(
    unhurried: Beside, page: dict[str, Any], desk: MiniDesk, door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    """Schemathesis: requests made from the page, in JSON and in msgpack, with a token and now and then without.

    Those for /v1/sync bring signed acts of every kind with arguments that were made up (`plausible`, `judging`).
    """
    caplog.set_level(logging.CRITICAL, "sync.server.judge")  # it says of each act that fell why it did
    api = schemathesis.openapi.from_dict(_with_bytes(page))
    operation = api[door.path][door.method]

    answered: list[int] = []
    judging = Judging(desk, judged=door.path == "/v1/sync")

    cases = FEW if door.path == "/v1/signin" else CASES // len(judging.rounds)
    strange_now_and_then = st.sampled_from([False] * 9 + [True])

    def ask(case: schemathesis.Case[Any], plainly: bool, strange: bool, acts: list[Drawn]) -> None:
        if not strange:
            _make_likely(case, desk)
            judging.put_acts(case, acts)
        headers = {"Accept": JSON_TYPE if plainly else MEDIA_TYPE}
        headers |= {} if strange else {"Authorization": f"Bearer {desk.token}"}
        response = case.call(base_url=unhurried.url, headers=headers, timeout=180)
        case.validate_response(response, checks=CHECKS)
        judging.hear(response)
        answered.append(response.status_code)

    for acts in judging.rounds:
        asked = given(case=operation.as_strategy(), plainly=st.booleans(), strange=strange_now_and_then, acts=acts)(ask)
        settings(max_examples=cases, phases=(Phase.generate,))(asked)()
    print(f"{door.method} {door.path}: {len(answered)} cases, {sum(one < 400 for one in answered)} answered well")
    assert min(answered) < 400 or f"{door.method} {door.path}" not in LIKELY, "only refusals were seen"
    judging.prove(unhurried)


def _with_bytes(page: dict[str, Any]) -> dict[str, Any]:
    """The page with bytes as schemathesis makes them: it does not know `contentEncoding`."""
    made = copy.deepcopy(page)

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("contentEncoding") == "base64":
                node["format"] = "byte"
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(made["components"])
    return made


def _make_likely(case: schemathesis.Case[Any], desk: MiniDesk) -> None:
    """What a generator can't guess: who the desk is and where it stands, a file that is there, a chunk's checksum."""
    if case.operation.path == "/v1/sync" and isinstance(case.body, dict):
        case.body |= plain({"device_id": desk.id, "proto": 1, "chain": desk.acked}, case.media_type)
    if "{sha256}" in case.operation.path:
        case.path_parameters = {**case.path_parameters, "sha256": hashlib.sha256(FILE).hexdigest()}
    if case.operation.path == "/v1/feed":
        case.query = {**case.query, "bucket": REGISTRY}
    if case.operation.path == "/v1/snapshot/{audience}/{secrecy}":
        case.path_parameters = dict(zip(("audience", "secrecy"), REGISTRY.split("/"), strict=True))
    if case.operation.path == "/v1/wait":
        case.query = {"head": 1 << 40}
