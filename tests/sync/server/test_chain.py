"""Each act is performed once for ever; a copied disk, a gap and a torn chain are refused before anything is written."""

import copy

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.office.proof import GENESIS, link
from sync.wire.messages import MOST_ACTS, Chain, SyncResponse, WireMutation
from tests.sync.server.town import REGISTRY, MiniDesk, Refused, Town, enrol


def count(town: Town, table: str = "mutation") -> int:
    with town.server.centre.engine.connect() as connection:
        query = f"SELECT count(*) FROM {table} WHERE office_id = %s"
        return int(connection.exec_driver_sql(query, (town.office_id,)).scalar() or 0)


def refusal(desk: MiniDesk) -> Refused:
    with pytest.raises(Refused) as caught:
        desk.exchange()
    return caught.value


def test_a_lost_answer_is_asked_again_and_told_again(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.endorse(desk.register())
    request = desk.request()
    first = desk.post("/v1/sync", request, SyncResponse)
    held = count(town, "letter"), count(town), first.head
    again = desk.post("/v1/sync", request, SyncResponse)
    assert [result.status for result in again.results] == ["duplicate"] * 3
    assert [result.outcome for result in again.results] == [result.status for result in first.results]
    assert [result.eff_oseq for result in again.results] == [result.eff_oseq for result in first.results]
    assert (count(town, "letter"), count(town), again.head) == held
    assert again.entries == first.entries


def test_a_refused_act_is_told_again_with_its_reason(town: Town) -> None:
    desk = town.registry()
    letter = desk.register()
    desk.route(letter, town.eng)
    desk.route(letter, town.eng)
    request = desk.request()
    desk.post("/v1/sync", request, SyncResponse)
    told = desk.post("/v1/sync", request, SyncResponse).results[-1]
    assert (told.status, told.outcome, told.code) == ("duplicate", "rejected", "letters.already_routed")
    assert told.data is not None
    assert told.data["letter_id"] == letter.hex()


def test_old_and_new_acts_may_come_together(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.post("/v1/sync", desk.request(), SyncResponse)
    desk.register()
    desk.sync()
    assert [desk.results[mseq].status for mseq in (1, 2)] == ["duplicate", "applied"]
    assert count(town, "letter") == 2


def test_a_cloned_disk_is_refused_in_its_first_request(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.sync()
    clone = copy.copy(desk)
    clone.outbox, clone.results = [], {}
    desk.register("ตัวจริง")
    desk.sync()
    clone.register("ตัวปลอม")
    refused = refusal(clone)
    assert (refused.status, refused.problem.code) == (409, "device_forked")
    assert count(town, "letter") == 2


def test_a_clone_that_only_reads_is_refused_too_once_its_own_past_differs(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.sync()
    desk.acked = Chain(1, bytes(32))
    assert refusal(desk).problem.code == "device_forked"


def test_a_gap_tells_which_act_is_expected(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.register()
    del desk.outbox[0]
    refused = refusal(desk)
    assert (refused.status, refused.problem.code, refused.problem.data) == (409, "expected_mseq", {"expected": 1})
    assert count(town, "letter") == 0


def test_a_centre_that_forgot_says_what_it_wants_even_to_a_desk_with_nothing_to_send(town: Town) -> None:
    desk = town.registry()
    desk.acked = Chain(7, bytes(32))
    assert refusal(desk).problem.data == {"expected": 1}


@pytest.mark.parametrize("field", ["hash", "prev_hash", "body", "at"])
def test_an_altered_act_changes_nothing(town: Town, field: str) -> None:
    desk = town.registry()
    desk.register()
    desk.register()
    other = {"hash": bytes(32), "prev_hash": bytes(32), "body": b"\x80", "at": "2026-01-01T00:00:00.000000Z"}
    desk.outbox[1] = msgspec.structs.replace(desk.outbox[1], **{field: other[field]})
    refused = refusal(desk)
    assert (refused.status, refused.problem.code) == (400, "bad_chain")
    assert count(town, "letter") == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"mut_id": b"short"},
        {"user_id": b""},
        {"mseq": 0},
        {"mseq": (1 << 63) - 1},
        {"v": -1},
        {"type": "letters.register\0"},
        {"type": ""},
        {"at": "yesterday"},
        {"at": "2026-01-01T00:00:00"},
        {"body": bytes(1 << 20) + b"!"},
    ],
    ids=str,
)
def test_a_misshapen_act_is_refused_whole(town: Town, changes: dict[str, object]) -> None:
    desk = town.registry()
    desk.register()
    act = msgspec.structs.replace(desk.outbox[0], **changes)
    hash_ = link(act.prev_hash, act.mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body)
    desk.outbox[0] = msgspec.structs.replace(act, hash=hash_)
    refused = refusal(desk)
    assert (refused.status, refused.problem.code) == (400, "bad_request")
    assert count(town, "letter") == 0


def test_too_many_acts_at_once_are_refused(town: Town) -> None:
    desk = town.registry()
    for _ in range(MOST_ACTS + 1):
        desk.act("letters.receive", b"\x80")
    request = msgspec.structs.replace(desk.request(), mutations=tuple(desk.outbox))
    with pytest.raises(Refused) as caught:
        desk.post("/v1/sync", request, SyncResponse)
    assert caught.value.status == 413


def test_a_full_batch_goes_through_in_order(town: Town) -> None:
    desk = town.registry()
    letters = [desk.register(f"เรื่องที่ {place}") for place in range(100)]
    desk.exchange()
    assert [desk.results[mseq].status for mseq in range(1, 101)] == ["applied"] * 100
    assert all(desk.has("letter", letter) for letter in letters)


def test_the_same_acts_from_a_desk_enrolled_anew_are_not_done_twice(town: Town) -> None:
    old = town.registry()
    old.register()
    old.sync()
    lost = old.acked
    assert lost.last_mseq == 1
    sent = _kept(town, old)
    new = town.desk(REGISTRY)
    new.outbox = _rechained(sent)
    new.sync()
    assert (new.results[1].status, new.results[1].outcome) == ("duplicate", "applied")
    assert count(town, "letter") == 1
    new.acked, new.outbox = Chain(0, GENESIS), _rechained(sent)
    new.exchange()
    assert new.results[1].outcome == "applied"


def test_another_act_under_a_known_id_is_refused_and_does_not_stop_the_queue(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.sync()
    known = _kept(town, desk)[0]
    act = desk.act("letters.receive", b"\x80")
    hash_ = link(act.prev_hash, 2, known.mut_id, act.type, act.v, act.user_id, act.at, act.body)
    desk.outbox[0] = msgspec.structs.replace(act, mut_id=known.mut_id, hash=hash_)
    desk.hash = hash_
    desk.register()
    desk.sync()
    assert (desk.results[2].status, desk.results[2].code) == ("rejected", "mut_id_reused")
    assert desk.results[3].status == "applied"


def test_the_token_of_one_desk_does_not_speak_for_another(town: Town) -> None:
    desk, other = town.registry(), town.desk(REGISTRY)
    desk.token = other.token
    refused = refusal(desk)
    assert (refused.status, refused.problem.code) == (403, "device_mismatch")


def test_another_protocol_is_refused(town: Town) -> None:
    desk = town.registry()
    with pytest.raises(Refused) as caught:
        desk.post("/v1/sync", msgspec.structs.replace(desk.request(), proto=2), SyncResponse)
    assert (caught.value.status, caught.value.problem.code) == (426, "upgrade_required")


def test_a_revoked_desk_is_refused_at_once(town: Town) -> None:
    desk = town.registry()
    desk.register()
    with town.server.centre.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE device SET state = 'revoked' WHERE device_id = %s", (desk.id,))
    refused = refusal(desk)
    assert (refused.status, refused.problem.code) == (403, "device_revoked")


def test_enrolment_makes_a_new_chain(town: Town) -> None:
    code = town.admin.device_code(town.office_id, "desk", "C9", (), (REGISTRY,))
    desk = enrol(town.server.url, code, Ed25519PrivateKey.generate())
    assert desk.exchange().results == ()


def _kept(town: Town, desk: MiniDesk) -> list[WireMutation]:
    """What the centre keeps of a desk's acts: enough to send them again."""
    names = ", ".join(f'"{name}"' for name in WireMutation.__struct_fields__)
    query = f"SELECT {names} FROM mutation WHERE office_id = %s AND device_id = %s ORDER BY mseq"
    with town.server.centre.engine.connect() as connection:
        rows = connection.exec_driver_sql(query, (town.office_id, desk.id)).all()
    return [WireMutation(*row) for row in rows]


def _rechained(acts: list[WireMutation]) -> list[WireMutation]:
    """The same acts on a new chain from its beginning."""
    before, made = GENESIS, []
    for mseq, act in enumerate(acts, 1):
        hash_ = link(before, mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body)
        made.append(msgspec.structs.replace(act, mseq=mseq, prev_hash=before, hash=hash_))
        before = hash_
    return made
