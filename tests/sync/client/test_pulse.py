"""Waits between tries grow, differ and end; threads wake one another and never spin."""

import random
import threading
from datetime import UTC, datetime

from desktop.office.clock import ManualClock, SystemClock
from sync.client.backoff import MOST_SECONDS, Backoff
from sync.client.pulse import Pulse


def test_waits_double_up_to_a_minute() -> None:
    backoff = Backoff(random.Random(7))
    waits = [backoff.next() for _ in range(50)]
    for place, wait in enumerate(waits):
        most = min(2**place, MOST_SECONDS)
        assert most / 2 <= wait <= most
    backoff.reset()
    assert backoff.next() <= 1


def test_two_desks_do_not_come_at_once() -> None:
    first, second = Backoff(random.Random(1)), Backoff(random.Random(2))
    assert [first.next() for _ in range(9)] != [second.next() for _ in range(9)]


def test_the_centre_may_ask_for_more_patience() -> None:
    assert Backoff(random.Random(1)).next(at_least=300) == 300


def test_a_round_is_due_at_the_start_and_then_when_it_was_set() -> None:
    clock = ManualClock(datetime(2026, 11, 11, tzinfo=UTC))
    pulse = Pulse(clock)
    assert pulse.wait_for_work(0)
    pulse.due_in(60)
    assert not pulse.wait_for_work(0)
    pulse.due_in(0)
    assert pulse.wait_for_work(0)


def test_a_look_is_no_round() -> None:
    pulse = Pulse(SystemClock())
    pulse.due_in(3600)
    pulse.look()
    woken: list[bool] = []
    waiting = threading.Thread(target=lambda: woken.append(pulse.wait_for_work(3600)), daemon=True)
    waiting.start()
    waiting.join(60)
    assert woken == [False]


def test_a_beat_wakes_who_waits_for_it() -> None:
    pulse = Pulse(SystemClock())
    seen: list[int] = []
    waiting = threading.Thread(target=lambda: seen.append(pulse.next_beat(0, 30)))
    waiting.start()
    pulse.beat()
    waiting.join(60)
    assert seen == [1]
    assert pulse.next_beat(1, 0) == 1


def test_the_end_wakes_everybody() -> None:
    pulse = Pulse(SystemClock())
    pulse.due_in(60)
    waits = (lambda: pulse.next_beat(0), lambda: pulse.rest(60), lambda: pulse.wait_for_work(60))
    threads = [threading.Thread(target=wait) for wait in waits]
    for thread in threads:
        thread.start()
    pulse.end()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
