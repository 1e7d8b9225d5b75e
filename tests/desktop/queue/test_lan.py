"""Desks beside each other on a real network: one ticket at one counter, strangers kept out, a keeper that goes away."""

import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import msgspec
import pytest

from desktop.office.errors import OfficeError
from desktop.office.key_code import make_code
from desktop.queue.door import PORTS
from desktop.queue.lan import REQUEST_LIMIT, host_and_port, key_of, send, tls
from desktop.queue.model import Look, Reply, Request, State
from desktop.queue.peer import Peer
from desktop.queue.settings import Own
from tests.desktop.queue.conftest import CODE, Centre, acts, until


def test_a_ticket_of_the_reception_is_called_at_a_counter_and_seen_everywhere(centre: Centre) -> None:
    counter, board = centre.guest("counter"), centre.guest("board", "")
    ticket, _ = acts(centre.keeper).take("A")
    called = acts(counter).call_next("2")
    assert called.id == ticket.id
    until(lambda: board.queue.news.standing and board.queue.news.standing.calls)
    standing = board.queue.news.standing
    assert standing
    assert [(call.code, call.place) for call in standing.calls] == [("A001", "2")]
    acts(counter).again(called)
    until(lambda: board.queue.news.standing and board.queue.news.standing.calls[0].again)


def test_many_counters_at_once_never_call_one_ticket_twice(centre: Centre) -> None:
    reception = acts(centre.keeper)
    for _ in range(30):
        reception.take("A")
    counters = [(acts(centre.guest(f"counter-{place}", place)), place) for place in ("1", "2", "3")]

    def serve(counter: tuple[object, str]) -> list[str]:
        mine, place = counter
        called: list[str] = []
        done = None
        for _ in range(10):
            ticket = mine.call_next(place, done)  # type: ignore[attr-defined]
            called.append(ticket.code)
            done = ticket.id
        return called

    with ThreadPoolExecutor(3) as pool:
        called = [code for codes in pool.map(serve, counters) for code in codes]
    assert sorted(called) == [f"A{number:03}" for number in range(1, 31)]


def test_a_desk_with_another_code_is_told_and_learns_nothing(centre: Centre) -> None:
    stranger = centre.guest("stranger", code=make_code())
    until(lambda: stranger.queue.news.trouble)
    assert stranger.queue.news.trouble == "queue.code_refused"
    assert stranger.queue.news.standing is None
    with pytest.raises(OfficeError, match="code_refused"):
        acts(stranger).take("A")
    assert centre.keeper.queue.day("2026-11-11") == ()


def test_a_machine_without_a_code_gets_no_further_than_the_handshake(centre: Centre) -> None:
    assert centre.keeper.queue.port
    where = ("127.0.0.1", centre.keeper.queue.port)
    anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(where) as raw, anybody.wrap_socket(raw) as line:
        line.settimeout(60)
        with suppress(OSError):  # it may have hung up already
            send(line, b"hello")
        assert _heard(line) == b""
    with socket.create_connection(where) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\n\r\n")
        raw.settimeout(60)
        assert b"HTTP" not in _heard(raw)
    assert acts(centre.guest("counter")).take("A")[0].code == "A001"


def _heard(line: socket.socket) -> bytes:
    """What the other end says before it hangs up, however it does that."""
    try:
        return line.recv(100)
    except (ConnectionError, ssl.SSLError):
        return b""


@pytest.mark.parametrize(
    "message", [(REQUEST_LIMIT + 1).to_bytes(4, "big"), b"\xff\xff\xff\xff" + b"x" * 1000, b"\0\0\0\0", b"\0\0\0\3abc"]
)
def test_what_is_too_long_or_no_request_ends_the_conversation_alone(centre: Centre, message: bytes) -> None:
    """Even from somebody who knows the code."""
    assert centre.keeper.queue.port
    with (
        socket.create_connection(("127.0.0.1", centre.keeper.queue.port)) as raw,
        tls(key_of(CODE), keeper=False).wrap_socket(raw) as line,
    ):
        line.sendall(message)
        line.settimeout(60)
        assert _heard(line) == b""
    assert acts(centre.guest("counter")).take("A")[0].code == "A001"


def test_a_peer_that_only_connects_does_not_keep_the_others_out(centre: Centre) -> None:
    assert centre.keeper.queue.port
    silent = [socket.create_connection(("127.0.0.1", centre.keeper.queue.port)) for _ in range(10)]
    assert acts(centre.guest("counter")).take("A")[0].code == "A001"
    for line in silent:
        line.close()


def test_while_the_keeper_is_away_numbers_are_typed_and_joined_later(centre: Centre) -> None:
    first, second = (acts(centre.keeper).take("A")[0] for _ in range(2))
    counter = centre.guest("counter")
    mine = acts(counter)
    until(lambda: counter.queue.news.standing)
    kept = centre.keeper.queue.own
    port = centre.keeper.queue.port
    assert port
    centre.keeper.queue.end()
    with pytest.raises(OfficeError, match="keeper_away"):
        mine.call_next("2")
    until(lambda: counter.queue.news.trouble == "queue.keeper_away")
    assert counter.queue.news.standing is not None, "what was known is still shown"
    mine.call_by_hand("2", "A001")
    mine.call_by_hand("2", "ม12")
    mine.finish_by_hand("2", State.NO_SHOW)
    assert counter.queue.hands.current("2") is None
    centre.keeper.queue.settle(msgspec.structs.replace(kept, port=port))
    until(lambda: not counter.queue.hands.unjoined())
    day = {one.code: one for one in centre.keeper.queue.day("2026-11-11")}
    assert (day["A001"].state, day["A001"].place, day["A001"].by_hand) == (State.DONE, "2", True)
    assert (day["ม12"].state, day["ม12"].taken_at, day["ม12"].by_hand) == (State.NO_SHOW, None, True)
    assert day["A002"].state == State.WAITING
    assert mine.call_next("2").id == second.id
    assert first.id == day["A001"].id


def test_two_counters_that_wrote_one_number_by_hand_are_both_on_record(centre: Centre) -> None:
    acts(centre.keeper).take("A")
    guests = [centre.guest(name, place) for name, place in (("counter-2", "2"), ("counter-3", "3"))]
    port, kept = centre.keeper.queue.port, centre.keeper.queue.own
    assert port
    until(lambda: all(office.queue.news.standing for office in guests))
    centre.keeper.queue.end()
    for office, place in zip(guests, ("2", "3"), strict=True):
        acts(office).call_by_hand(place, "A1")
        acts(office).finish_by_hand(place)
    centre.keeper.queue.settle(msgspec.structs.replace(kept, port=port))
    until(lambda: not any(office.queue.hands.unjoined() for office in guests))
    noted = centre.keeper.desk.reader.rows("SELECT place, detail FROM queue_event WHERE kind = 'hand' ORDER BY seq")
    assert sorted(place for place, _ in noted) == ["2", "3"]
    assert [detail for _, detail in noted][1].startswith("twice")
    assert len(centre.keeper.queue.day("2026-11-11")) == 1


def test_a_desk_that_takes_over_gives_no_number_again(centre: Centre) -> None:
    for _ in range(17):
        acts(centre.keeper).take("A")
    other = centre.guest("other")
    until(lambda: other.queue.news.standing and other.queue.news.standing.highest.get("A") == 17)
    until(lambda: other.desk.reader.one("SELECT 1 FROM note WHERE name = 'queue-seen'"))
    centre.keeper.queue.end()
    other.queue.settle(Own("keeper", code=CODE, place="2", port=0))
    mine = acts(other)
    assert [mine.take("A")[0].code, mine.take("A")[0].code, mine.take("B")[0].code] == ["A101", "A102", "B001"]


def test_a_second_keeper_on_the_same_computer_opens_at_the_next_free_port(centre: Centre) -> None:
    other, taken = centre.desk("other"), centre.keeper.queue.port
    assert taken
    other.queue.settle(Own("keeper", code=CODE, port=taken))
    assert other.queue.port
    assert taken < other.queue.port < taken + PORTS
    assert acts(other).take("A")[0].code
    assert acts(centre.keeper).take("A")[0].code
    other.queue.settle(Own())


def test_a_keeper_that_finds_no_port_says_so(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.queue.door.PORTS", 1)
    other = centre.desk("other")
    with pytest.raises(OfficeError, match="port_taken"):
        other.queue.settle(Own("keeper", code=CODE, port=centre.keeper.queue.port or 0))
    other.queue.settle(Own())


@pytest.mark.parametrize("address", ["", "with space", "host:", "host:99999", "host:x"])
def test_an_address_is_looked_at_before_it_is_kept(centre: Centre, address: str) -> None:
    with pytest.raises(OfficeError, match="address_wrong"):
        host_and_port(address, 1)
    other = centre.desk("other")
    with pytest.raises(OfficeError, match="address_wrong"):
        other.queue.settle(Own("guest", address, CODE))
    with pytest.raises(OfficeError, match="not_set"):
        acts(other).take("A")


def test_a_keeper_that_takes_the_call_and_says_nothing_is_not_waited_for_for_ever() -> None:
    """The line breaks in the middle of a call: the desk is told, and what the keeper did is seen when it is back."""
    with socket.create_server(("127.0.0.1", 0)) as mute, ThreadPoolExecutor(1) as pool:

        def take_and_go() -> None:
            raw, _ = mute.accept()
            with tls(key_of(CODE), keeper=True).wrap_socket(raw, server_side=True) as line:
                line.recv(1000)

        gone = pool.submit(take_and_go)
        peer = Peer(f"127.0.0.1:{mute.getsockname()[1]}", CODE)
        with pytest.raises(OfficeError, match="keeper_away"):
            peer.ask(Request(b"o" * 16, "", Look()))
        gone.result()
        peer.close()


def test_a_reply_of_another_release_is_read_as_far_as_it_is_known() -> None:
    told = msgspec.msgpack.encode({"error": "", "new": 1})
    assert msgspec.msgpack.decode(told, type=Reply) == Reply()
