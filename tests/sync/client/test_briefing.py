"""What happened while somebody was away, over the post: what comes back of one's own desk is not told again."""

from desktop.briefing.actions import BriefingActions
from desktop.briefing.model import Line
from desktop.briefing.queries import BriefingQueries
from desktop.days.queries import DayQueries
from desktop.days.shipped import rules
from desktop.letters.model import Registration
from tests.helpers.town import Town, TownDesk, identity

LETTER = Registration("สถ.", "นายก", "ซักซ้อมแนวทาง")


def lines(desk: TownDesk, login: str) -> tuple[Line, ...]:
    queries = BriefingQueries(desk.desk.reader, DayQueries(desk.desk.reader), rules)
    return queries.briefing(desk.person(login)).lines


def read(desk: TownDesk, login: str) -> None:
    queries = BriefingQueries(desk.desk.reader, DayQueries(desk.desk.reader), rules)
    BriefingActions(desk.desk, desk.person(login)).read(queries.briefing(desk.person(login)).upto)


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def test_each_change_is_told_once_on_both_sides_of_the_post(town: Town) -> None:
    registry, engineers = town.desk(), town.second_desk()
    for desk, login in ((registry, "kanda"), (registry, "piyada"), (engineers, "wichai")):
        BriefingActions(desk.desk, desk.person(login)).begin()
    letter = registry.letters("kanda").register(LETTER)
    (route,) = registry.letters("kanda").route(letter.id, [identity("ENG")])
    registry.letters("piyada").endorse(letter.id, "เพื่อทราบ")
    assert [line.kind for line in lines(registry, "kanda")] == ["endorsed"]
    read(registry, "kanda")
    rounds(registry, engineers)
    assert lines(registry, "kanda") == (), "the colleague's act came back from the centre and is no news"
    assert [line.kind for line in lines(engineers, "wichai")] == ["arrived", "endorsed"]
    read(engineers, "wichai")
    engineers.letters("wichai").receive(route)
    rounds(engineers, registry)
    assert [line.kind for line in lines(registry, "kanda")] == ["route_received"]
    read(registry, "kanda")
    rounds(engineers, registry)
    assert lines(registry, "kanda") == lines(engineers, "wichai") == ()
