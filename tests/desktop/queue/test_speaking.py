"""A desk that speaks: what is called at a counter is heard at the desk with the loudspeaker."""

from desktop.queue.model import Call
from desktop.queue.settings import Own
from tests.desktop.queue.conftest import CODE, Centre, acts, until


class Heard:
    def __init__(self) -> None:
        self.codes: list[str] = []

    def say(self, call: Call) -> None:
        self.codes.append(call.code)


def test_calls_are_heard_where_the_desk_is_set_to_speak(centre: Centre) -> None:
    heard, silent = Heard(), Heard()
    centre.keeper.queue.__dict__["speaker"] = silent
    speaking = centre.desk("speaking")
    speaking.queue.__dict__["speaker"] = heard
    speaking.queue.settle(Own("guest", centre.address, CODE, speaks=True))
    until(lambda: speaking.queue.news.standing)
    acts(centre.keeper).take("A")
    ticket = acts(centre.keeper).call_next("1")
    until(lambda: heard.codes == ["A001"])
    acts(centre.keeper).again(ticket)
    until(lambda: heard.codes == ["A001", "A001"])
    assert silent.codes == []
    speaking.queue.settle(Own("guest", centre.address, CODE))
    acts(centre.keeper).finish(ticket)
    assert heard.codes == ["A001", "A001"]
