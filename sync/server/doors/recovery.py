"""Doors for a desk in trouble: its history back, and a place for its work when it was withdrawn."""

from sync.server.doors.door import Ask, Door
from sync.server.history import history
from sync.server.quarantine import deposit
from sync.server.refusal import Refusal
from sync.wire.codec import MAX_REQUEST
from sync.wire.recovery import Deposit, Deposited, History


def _history(ask: Ask) -> History:
    device = ask.text("device", "")
    try:
        of = bytes.fromhex(device)
    except ValueError as error:
        raise Refusal(400, "bad_request", "device is not hexadecimal") from error
    return history(ask.centre.engine, ask.key, ask.figure("after"), of or None)


def _deposit(ask: Ask) -> Deposited:
    return deposit(ask.centre.engine, ask.message, ask.centre.clock.now())


DOORS = (
    Door(
        *("GET", "/v1/devices/me/mutations", "The desk's own acts after a place, or those of a device that it was."),
        work=_history, answers=History, query=(("after", "figure"), ("device", "text")),
    ),
    Door(
        *("POST", "/v1/deposit", "Keeps the signed facts of a withdrawn device for a person; nothing is performed."),
        work=_deposit, asks=Deposit, answers=Deposited, most=MAX_REQUEST, token=False, refuses=(401, 403, 409),
    ),
)  # fmt: skip
