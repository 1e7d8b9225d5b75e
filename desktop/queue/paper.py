"""The slip of a ticket."""

from desktop.office.errors import OfficeError
from desktop.paper.queue_slip import QueueSlip, queue_slip_pdf
from desktop.queue.model import Lane, Service, Ticket
from desktop.queue.rules import slip_words


def slip_pdf(ticket: Ticket, before: int, service: Service | None, office_name: str) -> bytes:
    """`before`: so many wait before it. OfficeError `queue.no_service` for a number that was written by hand."""
    if ticket.taken_at is None or service is None:
        raise OfficeError("queue.no_service", letter=ticket.code)
    slip = QueueSlip(
        office_name, ticket.code, service.name_th, service.name_en, ticket.lane == Lane.PRIORITY, ticket.taken_at,
        before, slip_words(ticket),
    )  # fmt: skip
    return queue_slip_pdf(slip)
