"""Files: sent in chunks that can be resumed, whole or not at all, read only by who sees a row that names them."""

import hashlib
import os
import random
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.letters import mutations as letters
from sync.server.blobs import MAX_BLOB, MAX_CHUNK
from sync.wire.codec import encode
from sync.wire.messages import BlobOffer, BlobState
from tests.sync.server.town import IDS, REGISTRY, MiniDesk, Refused, Town, said

CONTENT = random.Random(7).randbytes(700_000)
CHUNK = 256 << 10


def name_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def offer(desk: MiniDesk, sha256: str, size: int) -> BlobState:
    return desk.post("/v1/blobs", BlobOffer(sha256, size), BlobState)


def stored(town: Town, sha256: str) -> Path:
    return _root(town) / str(town.office_id) / sha256[:2] / sha256


def _root(town: Town) -> Path:
    return town.server.centre.blobs.folder


def letter_with(desk: MiniDesk, sha256: str) -> bytes:
    part = letters.FilePart(IDS.new(), sha256, "หนังสือ.pdf", "application/pdf", len(CONTENT), 1, "scan")
    letter = desk.register(files=[part])
    desk.sync()
    return letter


def fetch(desk: MiniDesk, sha256: str, **headers: str) -> tuple[int, bytes]:
    response = desk.send("GET", f"/v1/blobs/{sha256}", headers=headers)
    return response.status_code, response.content


def test_a_file_sent_in_chunks_is_whole_and_readable_by_those_who_see_its_letter(town: Town) -> None:
    registry, same, other = town.registry(), town.desk(REGISTRY), town.desk("unit:ENG/normal")
    sha256 = registry.send_blob(CONTENT, CHUNK)
    assert stored(town, sha256).read_bytes() == CONTENT
    assert fetch(registry, sha256)[0] == 404, "no row names it yet"
    letter = letter_with(registry, sha256)
    assert fetch(registry, sha256) == (200, CONTENT)
    assert fetch(same, sha256) == (200, CONTENT)
    assert fetch(other, sha256)[0] == 404
    registry.route(letter, town.eng)
    registry.sync()
    assert fetch(other, sha256) == (200, CONTENT)


def test_the_original_beside_the_pdf_is_readable_too(town: Town) -> None:
    desk = town.registry()
    sha256 = desk.send_blob(b"the scan as it came")
    pdf = desk.send_blob(b"the pdf made of it")
    part = letters.FilePart(IDS.new(), pdf, "a.pdf", "application/pdf", 1, 1, "scan", sha256, "image/tiff")
    desk.register(files=[part])
    desk.sync()
    assert fetch(desk, sha256) == (200, b"the scan as it came")


def test_a_file_of_another_office_does_not_exist(town: Town) -> None:
    mine, theirs = town.registry(), Town(town.server).registry()
    sha256 = mine.send_blob(CONTENT[:1000])
    letter_with(mine, sha256)
    letter_with(theirs, sha256)
    assert fetch(theirs, sha256)[0] == 404
    assert theirs.send("HEAD", f"/v1/blobs/{sha256}").status_code == 404


def test_a_broken_transfer_goes_on_where_it_stopped(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(CONTENT)
    assert offer(desk, sha256, len(CONTENT)) == BlobState(sha256, len(CONTENT), 0, False, attempt=1)
    desk.patch(sha256, 0, CONTENT[:CHUNK])
    head = desk.send("HEAD", f"/v1/blobs/{sha256}")
    assert (head.headers["Upload-Offset"], head.headers["Upload-Length"]) == (str(CHUNK), str(len(CONTENT)))
    assert offer(desk, sha256, len(CONTENT)).offset == CHUNK
    last = desk.patch(sha256, CHUNK, CONTENT[CHUNK:])
    assert (last.status_code, last.headers["Upload-State"]) == (204, "stored")
    assert stored(town, sha256).read_bytes() == CONTENT


def chunk_of(desk: MiniDesk, sha256: str, offset: int, part: bytes, attempt: int) -> bytes:
    """A PATCH as its bytes on the line."""
    head = f"PATCH /v1/blobs/{sha256} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {desk.token}\r\n"
    head += f"Upload-Offset: {offset}\r\nUpload-Checksum: sha256 {name_of(part)}\r\nUpload-Attempt: {attempt}\r\n"
    return f"{head}Content-Length: {len(part)}\r\nConnection: close\r\n\r\n".encode() + part


def test_a_newer_attempt_goes_on_at_once_and_the_older_one_is_turned_away(town: Town) -> None:
    """A sender that hangs in the middle of a chunk holds nothing; what it sends at last is refused."""
    desk = town.registry()
    sha256 = name_of(CONTENT)
    first = offer(desk, sha256, len(CONTENT))
    late = chunk_of(desk, sha256, 0, CONTENT[:CHUNK], first.attempt)
    host, port = town.server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 60) as line:
        line.sendall(late[:-1])
        second = offer(desk, sha256, len(CONTENT))
        assert (second.attempt, second.offset) == (first.attempt + 1, 0)
        headers = {"Upload-Attempt": str(second.attempt)}
        assert desk.patch(sha256, 0, CONTENT[:CHUNK], headers=headers).status_code == 204
        line.sendall(late[-1:])
        told = b"".join(iter(lambda: line.recv(1 << 16), b""))
        assert b" 409 " in told.splitlines()[0]
        assert b"attempt_superseded" in told
    assert desk.patch(sha256, CHUNK, CONTENT[CHUNK:], headers=headers).headers["Upload-State"] == "stored"
    assert stored(town, sha256).read_bytes() == CONTENT
    assert [path.name for path in stored(town, sha256).parent.iterdir()] == [sha256]


def test_attempts_of_two_desks_do_not_turn_each_other_away(town: Town) -> None:
    mine, theirs = town.registry(), town.desk(REGISTRY)
    sha256 = name_of(CONTENT)
    first = offer(mine, sha256, len(CONTENT))
    offer(theirs, sha256, len(CONTENT))
    headers = {"Upload-Attempt": str(first.attempt)}
    assert mine.patch(sha256, 0, CONTENT, headers=headers).headers["Upload-State"] == "stored"


def test_a_chunk_that_was_altered_is_not_kept(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(CONTENT)
    offer(desk, sha256, len(CONTENT))
    response = desk.patch(sha256, 0, CONTENT[:100], checksum=bytes(32))
    assert response.status_code == 460
    assert offer(desk, sha256, len(CONTENT)).offset == 0


def test_a_chunk_at_the_wrong_place_is_told_the_right_one(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(CONTENT)
    offer(desk, sha256, len(CONTENT))
    desk.patch(sha256, 0, CONTENT[:100])
    for offset in (0, 99, 101, len(CONTENT)):
        response = desk.patch(sha256, offset, b"x")
        assert (response.status_code, response.headers["Upload-Offset"]) == (409, "100")


def test_a_whole_that_is_not_what_was_offered_is_thrown_away(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(CONTENT)
    offer(desk, sha256, 200)
    response = desk.patch(sha256, 0, bytes(200))
    assert response.status_code == 422
    assert offer(desk, sha256, len(CONTENT)).offset == 0
    assert not stored(town, sha256).exists()


def test_more_bytes_than_offered_are_refused(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(CONTENT)
    offer(desk, sha256, 100)
    assert desk.patch(sha256, 0, CONTENT[:101]).status_code == 413


def test_a_file_that_is_here_is_not_sent_again(town: Town) -> None:
    desk = town.registry()
    sha256 = desk.send_blob(CONTENT[:1000])
    again = desk.send("POST", "/v1/blobs", data=encode(BlobOffer(sha256, 1000)))
    assert again.status_code == 200
    assert said(again, BlobState) == BlobState(sha256, 1000, 1000, True)
    assert desk.patch(sha256, 1000, b"").status_code == 204


def test_a_file_left_complete_by_a_crash_is_taken_when_offered_again(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(CONTENT)
    offer(desk, sha256, len(CONTENT))
    stored(town, sha256).with_name(sha256 + ".part").write_bytes(CONTENT)
    assert offer(desk, sha256, len(CONTENT)).stored


def test_a_part_longer_than_the_file_begins_anew(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(CONTENT[:50])
    offer(desk, sha256, 500)
    desk.patch(sha256, 0, CONTENT[:60])
    assert offer(desk, sha256, 50).offset == 0
    assert desk.patch(sha256, 0, CONTENT[:50]).headers["Upload-State"] == "stored"


def test_two_who_send_the_same_file_at_once_end_with_one_whole(town: Town) -> None:
    desks = [town.registry(), *(town.desk(REGISTRY) for _ in range(3))]
    sha256 = name_of(CONTENT)

    def send(desk: MiniDesk) -> str:
        state = offer(desk, sha256, len(CONTENT))
        while not state.stored:
            desk.patch(sha256, state.offset, CONTENT[state.offset : state.offset + 100_000])
            state = offer(desk, sha256, len(CONTENT))
        return "stored"

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(send, desks)) == ["stored"] * 4
    assert stored(town, sha256).read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("header", "status", "part"),
    [
        ("bytes=0-99", 206, CONTENT[:100]),
        ("bytes=699900-", 206, CONTENT[699_900:]),
        ("bytes=-50", 206, CONTENT[-50:]),
        ("bytes=100-100", 206, CONTENT[100:101]),
        ("bytes=700000-", 416, None),
        ("nonsense", 400, None),
    ],
)
def test_a_part_of_a_file_can_be_read(town: Town, header: str, status: int, part: bytes | None) -> None:
    desk = town.registry()
    sha256 = desk.send_blob(CONTENT)
    letter_with(desk, sha256)
    found, content = fetch(desk, sha256, Range=header)
    assert found == status
    assert part is None or content == part


@pytest.mark.parametrize(
    "name",
    ["..%2f..%2fetc%2fpasswd", "A" * 64, "a" * 63, "a" * 65, "%00" + "a" * 63, "../" + "a" * 61, ".", "a" * 64 + "%0a"],
)
def test_names_that_are_no_address_reach_no_file(town: Town, name: str) -> None:
    desk = town.registry()
    for method in ("GET", "HEAD", "PATCH"):
        headers = {"Upload-Offset": "0", "Upload-Checksum": "sha256 " + "0" * 64}
        assert desk.send(method, f"/v1/blobs/{name}", headers=headers).status_code in (400, 404, 405)
    with pytest.raises(Refused) as caught:
        offer(desk, name, 10)
    assert caught.value.status == 400


@pytest.mark.parametrize("size", [0, -1, MAX_BLOB + 1, 1 << 62])
def test_sizes_that_can_not_be_are_refused(town: Town, size: int) -> None:
    with pytest.raises(Refused) as caught:
        offer(town.registry(), "a" * 64, size)
    assert caught.value.status == 413


@pytest.mark.parametrize(
    ("offset", "checksum"),
    [("", "sha256 x"), ("-1", "sha256 x"), ("1e3", "sha256 x"), ("0", ""), ("0", "sha256 !"), ("0", "md5 " + "0" * 64)],
)
def test_headers_that_say_nothing_are_refused(town: Town, offset: str, checksum: str) -> None:
    desk = town.registry()
    offer(desk, "a" * 64, 10)
    headers = {"Upload-Offset": offset, "Upload-Checksum": checksum}
    assert desk.send("PATCH", "/v1/blobs/" + "a" * 64, headers=headers, data=b"x").status_code == 400


def test_a_chunk_beyond_the_bound_is_refused(town: Town) -> None:
    desk = town.registry()
    offer(desk, "a" * 64, MAX_BLOB)
    assert desk.patch("a" * 64, 0, bytes(MAX_CHUNK + 1)).status_code == 413


def test_a_file_never_offered_has_no_state(town: Town) -> None:
    desk = town.registry()
    assert desk.send("HEAD", "/v1/blobs/" + "b" * 64).status_code == 404
    assert desk.patch("b" * 64, 0, b"x").status_code == 404


def test_a_folder_that_can_not_be_written_is_told_as_that(town: Town) -> None:
    desk = town.registry()
    sha256 = name_of(b"no room")
    folder = _root(town) / str(town.office_id)
    folder.mkdir(parents=True, exist_ok=True)
    os.close(os.open(folder / sha256[:2], os.O_CREAT))
    with pytest.raises(Refused) as caught:
        offer(desk, sha256, 7)
    assert (caught.value.status, caught.value.problem.code) == (507, "disk_unwritable")
