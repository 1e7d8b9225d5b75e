"""A receipt is cancelled as the rules want it: a head of the office approves with their PIN at that desk."""

from desktop.accounts.approving import Approvals
from desktop.application import Office
from desktop.cashier.model import Receipt, Second
from desktop.office.ids import Id
from tests.helpers.desk import person, staff_id

PIN = "204816"
APPROVER = "wichai"


def second(office: Office) -> Second:
    """The head's consent; their PIN is set where they have none here."""
    approvals = Approvals(office.desk, office.account_queries)
    known = {one.person.login: one for one in approvals.people(person(office, "piyada"))}
    if not known[APPROVER].is_ready:
        approvals.set_pin(person(office, APPROVER), PIN)
    return Second(staff_id(APPROVER), PIN)


def cancel(office: Office, receipt_id: Id, reason: str) -> Receipt:
    return office.cashier(person(office, "piyada")).void(receipt_id, reason, second(office))
