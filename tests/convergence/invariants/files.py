"""S16, L5: a file is what its address says, and a broken transfer resends one chunk at most."""

import hashlib

from sync.server.rooms import CATALOGUE
from tests.convergence.invariants.scene import at_centre
from tests.helpers.town import Town, TownDesk

_STORED = "SELECT count(*) FROM blob WHERE office_id = :o AND sha256 = :s AND state = 'stored'"


def files_are_whole(town: Town, desk: TownDesk, *, complete: bool) -> None:
    """S16: bytes are what their address says; when `complete` every file that a row names is here and at the centre."""
    states = dict(desk.desk.reader.rows("SELECT sha256, state FROM blob"))
    for sha256, state in states.items():
        if state in ("local", "stored") and desk.desk.blobs.has(sha256):
            assert hashlib.sha256(desk.desk.blobs.get(sha256)).hexdigest() == sha256
    if not complete:
        return
    for sha256, original in desk.desk.reader.rows("SELECT sha256, original_sha256 FROM letter_file"):
        for named in filter(None, (sha256, original)):
            assert states[named] == "stored"
            assert desk.desk.blobs.has(named)
            assert town.count(_STORED, o=town.office_id, s=named) == 1


def no_file_is_kept_without_right(desk: TownDesk) -> None:
    """S11 of files: what the centre has too is here only while a row here names it; nothing waits to be erased."""
    assert not desk.desk.reader.rows("SELECT * FROM blob_erasure")
    named = {
        sha256
        for name, entity in CATALOGUE.entities.items()
        for column in entity.blobs
        for (sha256,) in desk.desk.reader.rows(f"SELECT {column} FROM {name}")
    }
    stored = {sha256 for (sha256,) in desk.desk.reader.rows("SELECT sha256 FROM blob WHERE state = 'stored'")}
    assert stored <= named, "a file whose rows are gone"


def little_is_sent_twice(desk: TownDesk, sha256: str, size: int, breaks: int, chunk: int) -> None:
    """L5: what left the desk for one file is the file, and one chunk more for each time that the line broke."""
    sent = sum(
        len(said.ask.body or b"")
        for said in desk.ears.said
        if said.ask.method == "PATCH" and said.ask.path.endswith(sha256)
    )
    assert sent <= size + breaks * chunk, f"{sent} bytes for a file of {size} after {breaks} breaks"


def centre_has_all_files(town: Town) -> None:
    """S16 at rest: no row of the office names a file that the centre does not hold whole."""
    missing = at_centre(
        town,
        "SELECT u.sha256 FROM blob_use u WHERE u.office_id = :o AND NOT EXISTS (SELECT 1 FROM blob b WHERE"
        " b.office_id = u.office_id AND b.sha256 = u.sha256 AND b.state = 'stored')",
    )
    assert not missing, f"{len(missing)} files are named and not there"
