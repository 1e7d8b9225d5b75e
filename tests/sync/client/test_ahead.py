"""More acts than one request holds: the next are on their way while an answer is taken in, and nothing rests on it."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop.office.errors import OfficeError
from sync.client import answer as answers
from sync.client.request import build, follow
from sync.wire.messages import SyncRequest, SyncResponse
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.proxy import Fault
from tests.helpers.town import REGISTRY, Town
from tests.sync.client.test_round import register, wait_for_post


def test_more_acts_are_on_their_way_while_an_answer_is_taken_in(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = town.desk()
    wait_for_post(desk, register(desk), 2500)
    waiting: list[int] = []
    through = desk.centre.sync

    def watched(request: SyncRequest) -> SyncResponse:
        answer = through(request)
        assert request.stats.outbox == 2501 - sum(waiting)
        waiting.append(len(request.mutations))
        return answer

    monkeypatch.setattr(desk.centre, "sync", watched)
    assert desk.round.run().settled == 2501
    assert waiting == [1000, 1000, 501]
    desk_equals_centre(town, desk)


@pytest.mark.parametrize("count", [700, 1700])
def test_an_answer_that_can_not_be_written_down_comes_again(
    town: Town, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """The acts behind it were performed already; the desk knows nothing of either, and each is done once."""
    desk = town.desk()
    wait_for_post(desk, register(desk), count)
    take = answers.take

    def broken(*_: Any) -> answers.Taken:
        raise OfficeError("store.disk_full")

    monkeypatch.setattr(answers, "take", broken)
    with pytest.raises(OfficeError, match=r"store\.disk_full"):
        desk.round.run()
    monkeypatch.setattr(answers, "take", take)
    assert desk.desk.reader.one("SELECT count(*) FROM outbox WHERE state = 'pending'") == (count + 1,)
    assert desk.round.run().settled == count + 1
    desk_equals_centre(town, desk)


def test_what_was_answered_is_taken_in_though_the_line_breaks_behind_it(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = town.desk()
    wait_for_post(desk, register(desk), 1200)
    cut = Fault(cut_after=0)
    with monkeypatch.context() as breaking:
        breaking.setattr(desk.ears, "told", lambda said: said.ask.path == "/v1/sync" and desk.proxy.set(cut))
        with pytest.raises(OfficeError, match=r"post\.no_line"):
            desk.round.run()
    desk.proxy.heal()
    assert desk.desk.reader.one("SELECT count(*) FROM outbox WHERE state = 'pending'") == (201,)
    assert desk.round.run().settled == 201
    desk_equals_centre(town, desk)


def test_nothing_is_sent_behind_an_answer_that_must_be_known_first(town: Town) -> None:
    desk = town.desk()
    desk.round.run()
    wait_for_post(desk, register(desk), 600)
    asked = build(desk.desk, ())
    answer = desk.centre.sync(asked)
    behind = follow(desk.desk, asked, answer)
    assert behind
    assert [act.mseq for act in behind.mutations] == list(range(asked.mutations[-1].mseq + 1, 602))
    assert set(behind.cursors.values()) == {answer.upto}
    postponed = replace(answer.results[-1], status="retry_later")
    for other in (
        replace(answer, results=(*answer.results[:-1], postponed)),
        replace(answer, results=answer.results[:-1]),
        replace(answer, feed_epoch=b"another"),
        replace(answer, far=(REGISTRY,)),
    ):
        assert follow(desk.desk, asked, other) is None
    assert follow(desk.desk, replace(asked, held=()), answer) is None
    assert desk.round.run().settled == 601
    desk_equals_centre(town, desk)
