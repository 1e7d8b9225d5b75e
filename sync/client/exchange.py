"""A request and what came of it."""

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from sync.client.centre import Centre
from sync.wire.messages import SyncRequest, SyncResponse


@dataclass(frozen=True)
class Said:
    """A request with its answer, and the desk's time before and after."""

    request: SyncRequest
    answer: SyncResponse
    began: datetime
    ended: datetime


def exchange(desk: Desk, centre: Centre, request: SyncRequest) -> Said:
    """OfficeError as `Centre.sync`."""
    began = desk.clock.now()
    answer = centre.sync(request)
    return Said(request, answer, began, desk.clock.now())


def heard(desk: Desk, centre: Centre, request: SyncRequest) -> Future[Said]:
    """As `exchange`; what failed is raised when the result is asked for."""
    came: Future[Said] = Future()
    try:
        came.set_result(exchange(desk, centre, request))
    except OfficeError as error:
        came.set_exception(error)
    return came
