"""Who stamps the time is said at the centre; the desk that signed has it stamped, and every desk sees the stamp."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.office.errors import OfficeError
from desktop.outgoing.drafting import DraftActions
from desktop.outgoing.model import Level, SignatureTime
from desktop.outgoing.queries import OutgoingQueries
from desktop.outgoing.signing import SigningActions
from desktop.outgoing.stamping import StampingActions
from desktop.paper.pades import check, open_key
from desktop.paper.pades_time import stamps
from sync.server.cli import run
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.outgoing import LETTER
from tests.helpers.time_authority import NAME, TimeAuthority, time_authority
from tests.helpers.town import REGISTRY, Town, TownDesk

OUT = "letters.outgoing/central"


@pytest.fixture
def tsa() -> Iterator[TimeAuthority]:
    with time_authority(datetime.now(UTC).replace(microsecond=0)) as authority:
        yield authority


def types(town: Town, *words: str) -> list[str]:
    said: list[str] = []
    database = town.engine.url.render_as_string(hide_password=False)
    run(["--database", database, "stamping", words[0], "--office", str(town.office_id), *words[1:]], said.append)
    return said


def signed(desk: TownDesk, people: Authority) -> bytes:
    """A letter signed by kanda with her certificate."""
    who = desk.person("kanda")
    drafts, queries = DraftActions(desk.desk, who), OutgoingQueries(desk.desk.reader)
    content = type(LETTER)(**{**vars(LETTER), "signer_id": who.id, "signer_name": who.name_th})
    draft_id = drafts.start(content.template, content=content)
    draft = queries.draft(draft_id)
    assert draft is not None
    drafts.ask(draft_id, draft.current.id, content, who)
    drafts.approve(draft_id, draft.current.id)
    key = open_key(people.issue(who.name_th)[0], PASSPHRASE, people.now)
    done = SigningActions(desk.desk, who).sign(draft_id, draft.current.id, Level.CERTIFICATE, key)
    assert done.trouble is None
    return done.letter_id


def time_of(desk: TownDesk, letter_id: bytes) -> SignatureTime:
    found = OutgoingQueries(desk.desk.reader).time_of(letter_id)
    assert found is not None
    return found


def test_a_stamp_that_came_later_reaches_the_centre_and_the_other_desks(
    town: Town, tsa: TimeAuthority, tmp_path: Path
) -> None:
    (tmp_path / "roots.pem").write_bytes(tsa.roots)
    types(town, "use", "--from", "2026-01-01", "--url", tsa.url, "--roots", str(tmp_path / "roots.pem"))
    people = Authority(datetime.now(UTC))
    registry = town.desk("C1", (OUT,), REGISTRY)
    other = town.desk("C2", (), REGISTRY)
    registry.round.run()
    tsa.mood = "busy"
    letter_id = signed(registry, people)
    for desk in (registry, other):
        desk.round.run()
        desk.errand.run()
        assert time_of(desk, letter_id).waits
    tsa.mood = "good"
    assert StampingActions(other.desk, other.person("kanda")).stamp_waiting() == []
    assert StampingActions(registry.desk, registry.person("kanda")).stamp_waiting() == [letter_id]
    for desk in (registry, other, registry, other):
        desk.round.run()
        desk.errand.run()
    for desk in (registry, other):
        assert time_of(desk, letter_id) == SignatureTime(tsa.at, NAME)
        desk_equals_centre(town, desk)
    paper = OutgoingQueries(other.desk.reader).signed_paper(letter_id)
    assert paper is not None
    pdf = registry.desk.blobs.get(paper)
    assert check(pdf, [people.root])[0].whole
    assert [one.trusted for one in stamps(pdf, tsa.roots, tsa.at)] == [True]
    assert town.count(f"SELECT count(*) FROM letter WHERE office_id = {town.office_id}") == 1


def test_an_administrator_says_who_stamps_from_when(town: Town, tsa: TimeAuthority, tmp_path: Path) -> None:
    roots = tmp_path / "roots.pem"
    roots.write_bytes(tsa.roots)
    types(town, "use", "--from", "1/1/2569", "--url", tsa.url, "--roots", str(roots))
    types(town, "none", "--from", "2026-12-01")
    assert [line.split("\t")[:2] for line in types(town, "list")] == [["2026-01-01", tsa.url], ["2026-12-01", "-"]]
    for url in ("ftp://tsa.example", "tsa.example", "https://me:secret@tsa.example"):
        with pytest.raises(OfficeError, match=r"centre\.stamping_address"):
            types(town, "use", "--from", "2026-01-01", "--url", url, "--roots", str(roots))
    roots.write_text("no certificate", "utf-8")
    with pytest.raises(OfficeError, match=r"centre\.stamping_roots"):
        types(town, "use", "--from", "2026-01-01", "--url", tsa.url, "--roots", str(roots))


def test_a_desk_can_not_say_who_stamps(town: Town) -> None:
    from desktop.outgoing import mutations as verbs

    desk = town.desk()
    who = desk.person("kanda").id
    body = verbs.UseTimeAuthority(desk.desk.ids.new(), "2026-01-01", "http://127.0.0.1:9", "")
    desk.desk.write(lambda unit: unit.perform(verbs.USE_TIME_AUTHORITY, body, who))
    desk.round.run()
    assert town.count(f"SELECT count(*) FROM time_authority WHERE office_id = {town.office_id}") == 0
    assert OutgoingQueries(desk.desk.reader).time_authority(datetime.now(UTC).date()) is None
