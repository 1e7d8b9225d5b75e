"""The first contact: a one-time code and this desk's public key make it known to the centre."""

from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.proof import GENESIS
from desktop.store import notes
from desktop.store.desk import Desk
from sync.client.signature import public_key
from sync.client.transport import Ask, Transport
from sync.wire.codec import Malformed, decode, encode
from sync.wire.messages import MEDIA_TYPE, Enrolled, EnrolRequest

_KNOWN = """
INSERT OR IGNORE INTO device
(only, device_id, office_id, counter, registers, feed_epoch, chain_mseq, chain_hash, name, enrolled_at)
VALUES (1, ?, ?, ?, ?, ?, 0, ?, ?, ?)
"""


def enrol(desk: Desk, url: str, code: str, name: str) -> None:
    """Makes the desk known to the centre at `url` and writes who it is; a desk that is known already stays as it is.

    OfficeError `post.code_unknown` beside those of `Transport`. Repeating it after a lost answer gives the same desk.
    """
    transport = Transport(url, desk.clock)
    try:
        enrol_over(transport, desk, code, name)
    finally:
        transport.close()


def enrol_over(transport: Transport, desk: Desk, code: str, name: str) -> None:
    """The same over a line that is there already."""
    if desk.enrolled:
        return
    told = ask(transport, EnrolRequest(code.strip(), public_key(desk.seed), name.strip()))
    at = utc_text(desk.clock.now())
    series = "\n".join(told.registers)
    values = (told.device_id, told.office_id, told.counter, series, told.feed_epoch, GENESIS, name.strip(), at)
    desk.settle(_KNOWN, values)
    desk.settle(notes.PUT, (notes.ANNOUNCED, told.feed_epoch))  # it holds no numbers yet


def ask(transport: Transport, request: EnrolRequest) -> Enrolled:
    """Shows a code to the centre. OfficeError `post.code_unknown` beside those of `Transport`."""
    try:
        answer = transport.exchange(Ask("POST", "/v1/enrol", encode(request), {"Content-Type": MEDIA_TYPE}))
        return decode(answer.body, Enrolled)
    except Malformed as error:
        raise OfficeError("post.not_the_centre") from error
    except OfficeError as error:
        if error.subject.get("problem") == "code_unknown":
            raise OfficeError("post.code_unknown") from error
        raise
