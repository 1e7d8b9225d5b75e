"""A desk of the demo before its first window: enrolled weeks ago, in the middle of a working day, everything sent."""

import random
from contextlib import closing

from desktop.application import Office
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.registers import turning
from desktop.store.desk import Desk
from sync.client.blobs import BlobErrand
from sync.client.centre import Centre as CentreLine
from sync.client.enrol import enrol_over
from sync.client.round import Round
from sync.client.transport import Transport
from sync.client.watchword import Watch
from sync.server.centre import Centre
from sync.server.running import beside
from tools.demo_centre import DemoCentre, DeskPlan
from tools.demo_money import DemoMoney
from tools.demo_municipality import PEOPLE_CODE
from tools.demo_requests import DemoRequests, queue_waits
from tools.demo_story import Calendar, StoryClock, Told, tell


def furnish(desk: Desk, clock: StoryClock, demo: DemoCentre, plan: DeskPlan, *, keeps_queue: bool = True) -> None:
    """Has everything happen at a new desk that did until now, and sends it.

    Desk and centre live through it together, by one clock: neither trusts a time that runs back.
    """
    calendar = Calendar(clock.now())
    clock.tell(calendar.moment(Told(21, "07:30", _enrolled)))
    with (
        beside(Centre(demo.engine, demo.blobs, clock)) as running,
        closing(Transport(running.url, clock)) as transport,
    ):
        enrol_over(transport, desk, demo.code(plan), plan.name)
        device = desk.identity.device_id
        centre = CentreLine(transport, device, desk.seed, clock, random.SystemRandom(), Watch(desk))
        post, office = Round(desk, centre), Office(desk, _nobody)
        post.run()
        office.people(office.account_queries.person("kanda")).use_code(PEOPLE_CODE)
        money = DemoMoney(calendar)

        def morning() -> None:
            turning.hear(desk, clock.now())  # the desk stood on overnight, also when a year turned
            post.run()

        tell(office, clock, calendar, (*money.story(), *DemoRequests(money.months[-1]).story()), morning)
        if keeps_queue:
            queue_waits(office)
            office.queue.end()
        post.run()
        BlobErrand(desk, centre).run()


def _enrolled(office: Office) -> None:
    """The deed before all others."""


def _nobody(login: str, password: str) -> Id:
    raise OfficeError("post.no_line")
